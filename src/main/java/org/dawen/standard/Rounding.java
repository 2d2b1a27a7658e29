package org.dawen.standard;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The two ways in which the standards round. Values pass through null unchanged. */
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
}
