package org.dawen.source;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/**
 * A month of an area's data (数据传输有效率): received / due · valid / received, once as it stands and
 * once as received by 13:00 of the next day.
 */
@OfTable(
    name = "source.transmission_month",
    grain =
        "One row per outlet, enterprise, county or city and month: how much of the data due was"
            + " received and valid; areas are ratios of sums.",
    sources = {"source.outlet_hour", "registry.outlet", "registry.limit", "registry.mark"},
    warnings = {
      "Due are the days from the first to the last of the month for which any registered outlet of"
          + " the city sent hours",
      "Due pollutants are those with a limit that the outlet sent at least once that month",
      "The division is inferred from the national interface, not read in a text"
    })
public record TransmissionMonth(
    @Key AreaLevel areaLevel,
    @Key String areaCode,
    @Key @Day LocalDate monthStart,
    long dueHours,
    long receivedHours,
    long validHours,
    @Nullable @Digits(value = 14, scale = 8) BigDecimal transmissionRatePercent,
    @Nullable @Digits(value = 14, scale = 8) BigDecimal effectiveRatePercent,
    @Nullable @Digits(value = 14, scale = 8) BigDecimal transmissionEffectiveRatePercent,
    long immediateDueHours,
    long immediateReceivedHours,
    long immediateValidHours,
    @Nullable @Digits(value = 14, scale = 8) BigDecimal immediateTransmissionRatePercent,
    @Nullable @Digits(value = 14, scale = 8) BigDecimal immediateEffectiveRatePercent,
    @Nullable @Digits(value = 14, scale = 8) BigDecimal immediateTransmissionEffectiveRatePercent) {

  /** Hours due, of these received, and of those valid. */
  record Hours(long due, long received, long valid) {
    static final Hours NONE = new Hours(0, 0, 0);

    Hours plus(Hours other) {
      return new Hours(due + other.due, received + other.received, valid + other.valid);
    }
  }

  static TransmissionMonth of(AreaSums.Area area, LocalDate month, Hours all, Hours immediate) {
    return new TransmissionMonth(
        area.level(),
        area.code(),
        month,
        all.due,
        all.received,
        all.valid,
        AreaSums.percent(all.received, all.due),
        AreaSums.percent(all.valid, all.received),
        AreaSums.percent(all.valid, all.due),
        immediate.due,
        immediate.received,
        immediate.valid,
        AreaSums.percent(immediate.received, immediate.due),
        AreaSums.percent(immediate.valid, immediate.received),
        AreaSums.percent(immediate.valid, immediate.due));
  }
}
