package org.dawen.intake;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;

/**
 * A factor of an HJ 212 data packet as received: the columns of {@link ReceivedHj212} and {@link
 * ReceivedPowerPacket}.
 */
public record ReceivedGroup(
    String mn,
    @Nullable String systemCode,
    String commandCode,
    LocalDateTime dataTime,
    @Day LocalDate dataDay,
    String factorCode,
    String factorCodeSent,
    int groupNo,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal rtdValue,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal minValue,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal avgValue,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal maxValue,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal zsRtdValue,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal zsMinValue,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal zsAvgValue,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal zsMaxValue,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal couValue,
    @Nullable String dataFlag,
    @Nullable String extensionFlag,
    @Nullable String otherFields,
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
