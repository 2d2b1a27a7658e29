package org.dawen.source;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * What the factors of one packet share.
 *
 * @param dataTime DataTime, microseconds
 * @param receivedAt time of receipt, microseconds; {@link #NEVER}: not told
 * @param requestNo QN; null: not sent
 * @param fileOrder time stamp and revision in the file's name
 * @param fileId path of the file
 * @param recordNo record in the file
 * @param systemCode ST; null: not sent
 * @param parts PNUM of a split packet; 0: it is whole
 * @param part PNO of a split packet
 */
record PacketHead(
    long dataTime,
    long receivedAt,
    UTF8String requestNo,
    UTF8String fileOrder,
    UTF8String fileId,
    long recordNo,
    UTF8String systemCode,
    int parts,
    int part) {
  /** No time of receipt; comes before every one. */
  static final long NEVER = Long.MIN_VALUE;

  /** QN, HJ 212-2017 table 3: to the millisecond. */
  private static final DateTimeFormatter REQUEST_TIME =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSS", Locale.ROOT);

  private static final UTF8String NO_TEXT = UTF8String.fromString("");

  /** A packet that is not split. */
  PacketHead(
      long dataTime,
      long receivedAt,
      UTF8String requestNo,
      UTF8String fileOrder,
      UTF8String fileId,
      long recordNo) {
    this(dataTime, receivedAt, requestNo, fileOrder, fileId, recordNo, null, 0, 0);
  }

  /** Reads what {@link #putInto} wrote. */
  static PacketHead takeFrom(PacketBytes bytes) {
    return new PacketHead(
        bytes.takeLong(),
        bytes.takeLong(),
        bytes.takeText(),
        bytes.takeText(),
        bytes.takeText(),
        bytes.takeLong(),
        bytes.takeText(),
        bytes.takeInt(),
        bytes.takeInt());
  }

  void putInto(PacketBytes bytes) {
    bytes.putLong(dataTime);
    bytes.putLong(receivedAt);
    bytes.putText(requestNo);
    bytes.putText(fileOrder);
    bytes.putText(fileId);
    bytes.putLong(recordNo);
    bytes.putText(systemCode);
    bytes.putInt(parts);
    bytes.putInt(part);
  }

  boolean isSplit() {
    return parts > 1;
  }

  /**
   * True for parts that may be of one message, of a device, a command and an hour: ST, DataTime and
   * PNUM are the same. QN decides between several messages.
   */
  boolean couldBeOfOneMessageWith(PacketHead other) {
    return isSplit()
        && parts == other.parts
        && dataTime == other.dataTime
        && Objects.equals(systemCode, other.systemCode);
  }

  boolean hasRequestNoOf(PacketHead other) {
    return Objects.equals(requestNo, other.requestNo);
  }

  /**
   * True if the request numbers run on with the numbers of the parts, a millisecond a part, as HJ
   * 212-2017 tables C.49 and C.50 print them.
   */
  boolean hasRequestNoRunningOnTo(PacketHead other) {
    LocalDateTime mine = requestTime();
    LocalDateTime theirs = other.requestTime();
    return mine != null
        && theirs != null
        && ChronoUnit.MILLIS.between(mine, theirs) == other.part - part;
  }

  private LocalDateTime requestTime() {
    try {
      return requestNo == null ? null : LocalDateTime.parse(requestNo.toString(), REQUEST_TIME);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  boolean hasReceivedAt() {
    return receivedAt != NEVER;
  }

  /** By time of receipt, then request number, then order of files: what a person would ask. */
  int compareRank(PacketHead other) {
    if (this == other) {
      return 0;
    }
    int byReceipt = Long.compare(receivedAt, other.receivedAt);
    if (byReceipt != 0) {
      return byReceipt;
    }
    int byRequest = orNone(requestNo).compareTo(orNone(other.requestNo));
    return byRequest != 0 ? byRequest : fileOrder.compareTo(other.fileOrder);
  }

  /** By path and record: what decides when nothing else does. */
  int comparePlace(PacketHead other) {
    if (this == other) {
      return 0;
    }
    int byPath = fileId.compareTo(other.fileId);
    return byPath != 0 ? byPath : Long.compare(recordNo, other.recordNo);
  }

  /** The order of the rule, down to the packet. */
  int compareOrder(PacketHead other) {
    int byRank = compareRank(other);
    return byRank != 0 ? byRank : comparePlace(other);
  }

  boolean isSamePacketAs(PacketHead other) {
    return this == other || compareOrder(other) == 0;
  }

  private static UTF8String orNone(UTF8String text) {
    return text == null ? NO_TEXT : text;
  }
}
