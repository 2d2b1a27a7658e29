package org.dawen.diesel;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Physical values of raw numbers and of their sums over seconds, GB 17691-2018 annex Q. Each is
 * rounded once.
 */
final class Physical {
  private static final int DECIMALS = 6;
  private static final int KM_DECIMALS = 3;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal SECONDS_AN_HOUR = BigDecimal.valueOf(3_600);

  /** Speed in 1/256 km/h. */
  private static final BigDecimal SPEED_SUM_A_KM = BigDecimal.valueOf(256L * 3_600);

  /** Fuel flow in 0.05 L/h. */
  private static final BigDecimal FUEL_SUM_A_LITRE = BigDecimal.valueOf(20L * 3_600);

  /** Gas density ratio of NOx in diesel exhaust, UN R49. */
  private static final BigDecimal NOX_DENSITY_RATIO = new BigDecimal("0.001586");

  /** NOx in 0.05 ppm times exhaust in 1/400 kg/h. */
  private static final BigDecimal NOX_SUM_STEPS = BigDecimal.valueOf(20L * 400 * 3_600);

  /** A percentage of so many digits before the point says nothing. */
  private static final BigDecimal SENSELESS_PERCENT = BigDecimal.TEN.pow(6);

  private Physical() {}

  /** A count or sum of a minute; what was not told adds nothing. */
  static int orZero(Integer raw) {
    return raw == null ? 0 : raw;
  }

  /** As {@link #orZero(Integer)}. */
  static long orZero(Long raw) {
    return raw == null ? 0 : raw;
  }

  /** The sign of {@code number − threshold · times}. */
  static int compare(long number, BigDecimal threshold, long times) {
    return BigDecimal.valueOf(number).compareTo(threshold.multiply(BigDecimal.valueOf(times)));
  }

  static BigDecimal hours(long seconds) {
    return divided(BigDecimal.valueOf(seconds), SECONDS_AN_HOUR, DECIMALS);
  }

  /** Kilometres by the sum of the speed. */
  static BigDecimal kmBySpeed(long speedRawSum) {
    return divided(BigDecimal.valueOf(speedRawSum), SPEED_SUM_A_KM, KM_DECIMALS);
  }

  /** Kilometres by the odometer, 0.1 km; null stays null. */
  static BigDecimal kmByOdometer(Long raw) {
    return raw == null ? null : BigDecimal.valueOf(raw, 1);
  }

  /**
   * Whether an odometer may have grown by so many steps of 0.1 km: no truck is faster than 150
   * km/h, one that grew by more leapt.
   */
  static boolean isDrivable(long steps, long seconds) {
    return (steps - 10) * 360 <= 150 * seconds;
  }

  static BigDecimal litres(long fuelRawSum) {
    return divided(BigDecimal.valueOf(fuelRawSum), FUEL_SUM_A_LITRE, DECIMALS);
  }

  /** The reagent level or a change of it, 0.4 %; null stays null. */
  static BigDecimal reagentPercent(Number raw) {
    return raw == null ? null : BigDecimal.valueOf(4 * raw.longValue(), 1);
  }

  /**
   * Average conversion of NOx: 100 · (1 − ΣNOx down / ΣNOx up). Null without NOx up, or where it is
   * so little that the figure says nothing.
   */
  static BigDecimal conversionPercent(long noxUp, long noxDown) {
    if (noxUp <= 0) {
      return null;
    }
    BigDecimal converted = HUNDRED.multiply(BigDecimal.valueOf(noxUp - noxDown));
    BigDecimal percent = divided(converted, BigDecimal.valueOf(noxUp), DECIMALS);
    return percent.abs().compareTo(SENSELESS_PERCENT) < 0 ? percent : null;
  }

  /**
   * NOx emitted.
   *
   * @param noxMassSum NOx downstream times exhaust, as a minute sums them up
   */
  static BigDecimal noxGrams(long noxMassSum) {
    return divided(
        NOX_DENSITY_RATIO.multiply(BigDecimal.valueOf(noxMassSum)), NOX_SUM_STEPS, DECIMALS);
  }

  private static BigDecimal divided(BigDecimal sum, BigDecimal by, int decimals) {
    return sum.divide(by, decimals, RoundingMode.HALF_UP);
  }
}
