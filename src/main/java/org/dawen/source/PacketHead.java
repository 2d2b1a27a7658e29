package org.dawen.source;

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
    int parts,
    int part) {
  /** No time of receipt; comes before every one. */
  static final long NEVER = Long.MIN_VALUE;

  private static final UTF8String NO_TEXT = UTF8String.fromString("");

  /** A packet that is not split. */
  PacketHead(
      long dataTime,
      long receivedAt,
      UTF8String requestNo,
      UTF8String fileOrder,
      UTF8String fileId,
      long recordNo) {
    this(dataTime, receivedAt, requestNo, fileOrder, fileId, recordNo, 0, 0);
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
    bytes.putInt(parts);
    bytes.putInt(part);
  }

  boolean isSplit() {
    return parts > 1;
  }

  /** True for two different parts of a packet of one device, command and time. */
  boolean isOtherPartOf(PacketHead other) {
    return isSplit() && parts == other.parts && part != other.part;
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

  boolean isSamePacketAs(PacketHead other) {
    return this == other || comparePlace(other) == 0 && compareRank(other) == 0;
  }

  private static UTF8String orNone(UTF8String text) {
    return text == null ? NO_TEXT : text;
  }
}
