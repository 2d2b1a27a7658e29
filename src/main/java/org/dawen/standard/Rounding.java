package org.dawen.standard;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The two ways in which the standards round. Values pass through null unchanged. */
public final class Rounding {

  /** Number of units of the sixth decimal in one. */
  static final long ONE_E6 = 1_000_000L;

  private Rounding() {}

  /**
   * Rounds half to even (四舍六入五成双), GB/T 8170.
   *
   * @param value null gives null
   * @param decimals digits kept behind the point, 0 or more
   */
  public static BigDecimal halfEven(BigDecimal value, int decimals) {
    return value == null ? null : value.setScale(decimals, RoundingMode.HALF_EVEN);
  }

  /**
   * Rounds a mean of means half to even. Means are kept to ten decimals, so a mean of them may lie
   * some units of the tenth decimal beside its true value; where the true value is a half, that
   * would decide. Nine decimals restore it first.
   *
   * @param mean null gives null
   * @param decimals digits kept behind the point, 0 to 8
   */
  public static BigDecimal halfEvenOfMeans(BigDecimal mean, int decimals) {
    return mean == null
        ? null
        : mean.setScale(9, RoundingMode.HALF_EVEN).setScale(decimals, RoundingMode.HALF_EVEN);
  }

  /**
   * Rounds half to even in fixed point.
   *
   * @param valueE6 value times 1,000,000
   * @param decimals digits kept behind the point, 0 to 6
   * @return rounded value times 1,000,000
   */
  public static long halfEvenE6(long valueE6, int decimals) {
    long unit = ONE_E6;
    for (int i = 0; i < decimals; i++) {
      unit /= 10;
    }
    long lower = Math.floorDiv(valueE6, unit);
    long twiceRest = 2 * Math.floorMod(valueE6, unit);
    boolean up = twiceRest > unit || (twiceRest == unit && (lower & 1) == 1);
    return (up ? lower + 1 : lower) * unit;
  }

  /**
   * Rounds up to a whole number (进一取整), HJ 633-2012 6.2 and HJ 633-2026 4.2.6.
   *
   * @param value not negative; null gives null
   * @throws IllegalArgumentException if the value is negative
   */
  public static Integer up(BigDecimal value) {
    if (value == null) {
      return null;
    }
    if (value.signum() < 0) {
      throw new IllegalArgumentException(value + " is negative; only indices are rounded up.");
    }
    return value.setScale(0, RoundingMode.UP).intValueExact();
  }
}
