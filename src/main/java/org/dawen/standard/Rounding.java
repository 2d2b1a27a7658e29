package org.dawen.standard;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** The ways in which the standards round. Values pass through null unchanged. */
public final class Rounding {

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
   * Rounds half to even, but never to nothing: if only zeros would be left of a value that is not
   * zero, its first digit is kept. So CNEMC publishes surface water: oxygen of 0.01 stays 0.01,
   * turbidity of 0.0163 is 0.02.
   *
   * @param value null gives null
   * @param decimals digits kept behind the point, 0 or more
   */
  public static BigDecimal halfEvenKeepingOneDigit(BigDecimal value, int decimals) {
    BigDecimal rounded = halfEven(value, decimals);
    return rounded == null || rounded.signum() != 0 || value.signum() == 0
        ? rounded
        : value.round(new MathContext(1, RoundingMode.HALF_EVEN));
  }
}
