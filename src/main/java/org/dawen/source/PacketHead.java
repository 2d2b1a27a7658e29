package org.dawen.source;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import org.dawen.intake.Provenance;
import org.dawen.lake.Nullable;

/**
 * What the factors of one packet share. Packets are ordered by time of receipt, request number and
 * order of files, as a person would, then by path and record, which decide when nothing else does.
 *
 * @param dataTime DataTime
 * @param requestNo QN; null: not sent, comes first
 * @param systemCode ST; null: not sent
 * @param packetCount PNUM of a split packet; null: it is whole
 * @param packetNo PNO of a split packet; null: it is whole
 */
record PacketHead(
    LocalDateTime dataTime,
    @Nullable String requestNo,
    @Nullable String systemCode,
    @Nullable Integer packetCount,
    @Nullable Integer packetNo,
    Provenance provenance)
    implements Comparable<PacketHead> {
  /** QN, HJ 212-2017 table 3: to the millisecond. */
  private static final DateTimeFormatter REQUEST_TIME =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSS", Locale.ROOT);

  private static final Comparator<PacketHead> RANK =
      Comparator.comparing(
              PacketHead::receivedAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
          .thenComparing(h -> h.requestNo == null ? "" : h.requestNo, Provenance::compareTexts)
          .thenComparing(h -> h.provenance.fileOrder(), Provenance::compareTexts);

  private static final Comparator<PacketHead> ORDER =
      RANK.thenComparing(h -> h.provenance.fileId(), Provenance::compareTexts)
          .thenComparingLong(h -> h.provenance.recordNo());

  /** Time of receipt; null: not told. */
  Instant receivedAt() {
    return provenance.receivedAt();
  }

  /** As {@link #compareTo}, without path and record number. */
  int compareRank(PacketHead other) {
    return this == other ? 0 : RANK.compare(this, other);
  }

  @Override
  public int compareTo(PacketHead other) {
    return this == other ? 0 : ORDER.compare(this, other);
  }

  boolean isSplit() {
    return packetCount != null && packetCount > 1;
  }

  /**
   * True for parts that may be of one message, of a device, a command and an hour: ST, DataTime and
   * PNUM are the same. QN decides between several messages.
   */
  boolean couldBeOfOneMessageWith(PacketHead other) {
    return isSplit()
        && packetCount.equals(other.packetCount)
        && dataTime.equals(other.dataTime)
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
        && ChronoUnit.MILLIS.between(mine, theirs) == other.part() - part();
  }

  private LocalDateTime requestTime() {
    try {
      return requestNo == null ? null : LocalDateTime.parse(requestNo, REQUEST_TIME);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** PNO; 0: not sent. */
  int part() {
    return packetNo == null ? 0 : packetNo;
  }
}
