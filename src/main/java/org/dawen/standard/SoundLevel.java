package org.dawen.standard;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;

/**
 * Levels of sound in dB: energy means, levels exceeded for a share of the time, the level of day
 * and night. In decimals, so that the digits do not depend on the machine.
 */
public final class SoundLevel {
  /** Decimals of a mean. */
  public static final int DECIMALS = 10;

  private static final MathContext PRECISION = new MathContext(40, RoundingMode.HALF_EVEN);

  /** Energies are told relative to this level, so that their exponents are not positive. */
  private static final BigDecimal REFERENCE = BigDecimal.valueOf(200);

  /** What is added to a night level in the level of day and night. */
  private static final BigDecimal AT_NIGHT = BigDecimal.TEN;

  private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

  private SoundLevel() {}

  /**
   * The equivalent level: 10 lg(Σ 10^(L/10) / n), ten decimals.
   *
   * @param levels of intervals of one length, without nulls
   * @return null: there are none
   */
  public static BigDecimal mean(Collection<BigDecimal> levels) {
    if (levels.isEmpty()) {
      return null;
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (BigDecimal level : levels) {
      sum = sum.add(energy(level));
    }
    return level(sum.divide(BigDecimal.valueOf(levels.size()), PRECISION));
  }

  /**
   * The level exceeded for a share of the time (累计百分声级): L10 is exceeded for 10 %. Of n levels in
   * rising order the quantile 1 − percent/100 at position (n − 1) · p, linear between neighbours.
   *
   * @return null: there are none
   */
  public static BigDecimal exceeded(Collection<BigDecimal> levels, int percent) {
    BigDecimal share = BigDecimal.valueOf(100L - percent).divide(PERCENT);
    BigDecimal level = Percentile.of(levels, share);
    return level == null ? null : Rounding.halfEven(level, DECIMALS);
  }

  /**
   * The level of day and night Ldn: the energy mean over all hours with 10 dB on the night.
   *
   * @param dayHours hours of the day, 16
   * @param nightHours hours of the night, 8
   * @return null if one of the two levels is
   */
  public static BigDecimal ofDayAndNight(
      BigDecimal day, BigDecimal night, int dayHours, int nightHours) {
    if (day == null || night == null) {
      return null;
    }
    BigDecimal sum =
        energy(day)
            .multiply(BigDecimal.valueOf(dayHours))
            .add(energy(night.add(AT_NIGHT)).multiply(BigDecimal.valueOf(nightHours)));
    return level(sum.divide(BigDecimal.valueOf((long) dayHours + nightHours), PRECISION));
  }

  private static BigDecimal energy(BigDecimal level) {
    return Logarithm.tenToMinus(REFERENCE.subtract(level).movePointLeft(1));
  }

  private static BigDecimal level(BigDecimal energy) {
    return Logarithm.log10(energy)
        .movePointRight(1)
        .add(REFERENCE)
        .setScale(DECIMALS, RoundingMode.HALF_EVEN);
  }
}
