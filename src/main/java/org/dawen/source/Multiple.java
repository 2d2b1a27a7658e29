package org.dawen.source;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Multiple over a limit (超标倍数): value / limit − 1. */
final class Multiple {
  private static final int DECIMALS = 8;

  /** The most that fits the column. */
  private static final BigDecimal MOST = new BigDecimal("9999999999.99999999");

  private Multiple() {}

  /**
   * The multiple, rounded once.
   *
   * @param lowerLimit where there is one, as for pH, there is no multiple
   * @return null also without an upper limit, and for one of zero
   */
  static BigDecimal of(BigDecimal value, BigDecimal limit, BigDecimal lowerLimit) {
    return lowerLimit != null || limit == null || limit.signum() <= 0
        ? null
        : value.subtract(limit).divide(limit, DECIMALS, RoundingMode.HALF_UP).min(MOST);
  }
}
