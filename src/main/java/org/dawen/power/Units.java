package org.dawen.power;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * From the digits of tables to the whole numbers that screening computes with, and back: powers in
 * 0.0001 kW, currents in 0.000001 A, energies in 0.000001 kWh, ratios in 10⁻⁸, times in civil
 * seconds since 1970. {@link MeterSeries#MISSING} is null.
 */
final class Units {
  static final long DAY_SECONDS = 86_400;

  private static final int PERCENT_DECIMALS = 4;
  private static final int POWER_DECIMALS = 4;
  private static final int ENERGY_DECIMALS = 6;
  private static final int RATIO_DECIMALS = 8;

  private Units() {}

  static BigDecimal minutes(long seconds) {
    return seconds % 60 == 0
        ? BigDecimal.valueOf(seconds / 60 * 1_000_000, 6)
        : BigDecimal.valueOf(seconds).divide(BigDecimal.valueOf(60), 6, RoundingMode.HALF_UP);
  }

  /** Share of a day, at most all of it. */
  static BigDecimal percentOfDay(long seconds) {
    return BigDecimal.valueOf(100 * Math.min(DAY_SECONDS, seconds))
        .divide(BigDecimal.valueOf(DAY_SECONDS), PERCENT_DECIMALS, RoundingMode.HALF_UP);
  }

  static BigDecimal ratio(long ratio) {
    return decimal(ratio, RATIO_DECIMALS);
  }

  static BigDecimal power(long power) {
    return decimal(power, POWER_DECIMALS);
  }

  static BigDecimal energy(long energy) {
    return decimal(energy, ENERGY_DECIMALS);
  }

  private static BigDecimal decimal(long digits, int decimals) {
    return digits == MeterSeries.MISSING ? null : BigDecimal.valueOf(digits, decimals);
  }

  static long ofPower(BigDecimal power) {
    return digits(power, POWER_DECIMALS);
  }

  /** Of an energy in kWh or a current in A. */
  static long ofMillionths(BigDecimal value) {
    return digits(value, ENERGY_DECIMALS);
  }

  static long ofRatio(BigDecimal ratio) {
    return digits(ratio, RATIO_DECIMALS);
  }

  private static long digits(BigDecimal value, int decimals) {
    return value == null
        ? MeterSeries.MISSING
        : value.setScale(decimals).unscaledValue().longValueExact();
  }

  static long seconds(LocalDateTime time) {
    return time.toEpochSecond(ZoneOffset.UTC);
  }

  static LocalDateTime time(long seconds) {
    return LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
  }
}
