package org.dawen.power;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Comparator;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;

/** What screening needs of an interval, from {@code power.meter_interval}. */
record ScreenedInterval(
    String meterCode,
    @Nullable String enterpriseCode,
    LocalDateTime intervalStart,
    LocalDateTime intervalEnd,
    @Digits(value = 12, scale = 6) BigDecimal intervalMinutes,
    @Nullable @Digits(value = 16, scale = 6) BigDecimal registerKwh,
    @Nullable @Digits(value = 18, scale = 4) BigDecimal meanPowerKw,
    @Nullable @Digits(value = 12, scale = 3) BigDecimal ratedKw,
    Quality quality,
    Phases phases) {
  static final Comparator<ScreenedInterval> BY_TIME =
      Comparator.comparing(ScreenedInterval::intervalStart)
          .thenComparing(ScreenedInterval::intervalEnd);
}
