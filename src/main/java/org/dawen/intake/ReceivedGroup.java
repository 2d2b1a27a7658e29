package org.dawen.intake;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;

/** A factor of a packet with what its packet says, for a person: a row for each factor. */
public record ReceivedGroup(
    String mn,
    String commandCode,
    LocalDateTime dataTime,
    String factorCode,
    String factorCodeSent,
    int groupNo,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal rtdValue,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal avgValue,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal zsAvgValue,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal couValue,
    @Nullable String dataFlag,
    @Nullable String requestNo,
    @Nullable Integer packetCount,
    @Nullable Integer packetNo,
    Provenance provenance) {

  /** The order in which groups of one factor go before each other, the one before all first. */
  public static final Comparator<ReceivedGroup> LATEST_FIRST =
      Comparator.<ReceivedGroup, Instant>comparing(
              g -> g.provenance().receivedAt(), Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(g -> g.requestNo() == null ? "" : g.requestNo(), Provenance::compareTexts)
          .thenComparing(ReceivedGroup::provenance)
          .thenComparingInt(ReceivedGroup::groupNo)
          .reversed();
}
