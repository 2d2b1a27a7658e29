package org.dawen.power;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;

/** What tells whether a meter ran, from {@code power.meter_interval}. */
record RunningInterval(
    String meterCode,
    LocalDate dataDay,
    LocalDateTime intervalStart,
    LocalDateTime intervalEnd,
    @Digits(value = 12, scale = 6) BigDecimal intervalMinutes,
    @Nullable @Digits(value = 18, scale = 4) BigDecimal meanPowerKw,
    @Nullable @Digits(value = 12, scale = 3) BigDecimal ratedKw,
    Quality quality) {
  private static final BigDecimal LONGEST_PART_COUNTED = BigDecimal.valueOf(60);

  /** Its power counts and is above a share of the rated power. */
  boolean isAbove(BigDecimal percentOfRated) {
    return quality.isUsable()
        && meanPowerKw != null
        && ratedKw != null
        && meanPowerKw.movePointRight(2).compareTo(ratedKw.multiply(percentOfRated)) > 0;
  }

  /**
   * A part of it may count: one that lasts longer than an hour, such as between two readings of a
   * register, counts only altogether, for its energy may be that of the time before or after.
   */
  boolean isDivisible() {
    return intervalMinutes.compareTo(LONGEST_PART_COUNTED) <= 0;
  }
}
