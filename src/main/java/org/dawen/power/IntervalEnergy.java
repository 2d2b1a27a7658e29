package org.dawen.power;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;

/** What a day of a meter needs of an interval, from {@code power.meter_interval}. */
record IntervalEnergy(
    String meterCode,
    @Nullable String enterpriseCode,
    LocalDate dataDay,
    LocalDateTime intervalStart,
    LocalDateTime intervalEnd,
    @Digits(value = 12, scale = 6) BigDecimal intervalMinutes,
    @Nullable @Digits(value = 16, scale = 6) BigDecimal energyKwh,
    @Nullable @Digits(value = 18, scale = 4) BigDecimal meanPowerKw,
    Quality quality) {
  private static final int ENERGY_DECIMALS = 6;

  static final Comparator<IntervalEnergy> BY_TIME =
      Comparator.comparing(IntervalEnergy::intervalStart)
          .thenComparing(IntervalEnergy::intervalEnd);

  /** The energy, else that of the mean power, kWh; null: neither is known. */
  BigDecimal energyOrOfPower() {
    return energyKwh != null || meanPowerKw == null
        ? energyKwh
        : meanPowerKw
            .multiply(BigDecimal.valueOf(Units.seconds(intervalEnd) - Units.seconds(intervalStart)))
            .divide(BigDecimal.valueOf(3_600), ENERGY_DECIMALS, RoundingMode.HALF_UP);
  }
}
