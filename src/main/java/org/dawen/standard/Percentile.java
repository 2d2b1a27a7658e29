package org.dawen.standard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * Percentiles of HJ 663: of n values in rising order, position k = 1 + (n − 1) · p, linear between
 * neighbours. Exact: nothing is divided, nothing rounded.
 */
public final class Percentile {

  private Percentile() {}

  /**
   * The percentile of values in any order.
   *
   * @param values without nulls; not changed
   * @param fraction 0 to 1, as in 0.90
   * @return in the unit of the values; null if there are none
   * @throws IllegalArgumentException if the fraction lies outside 0 to 1
   */
  public static BigDecimal of(Collection<BigDecimal> values, BigDecimal fraction) {
    if (fraction.signum() < 0 || fraction.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException(
          "A percentile of " + fraction + " is outside 0 to 1. Write 0.90 for the 90th.");
    }
    if (values.isEmpty()) {
      return null;
    }
    List<BigDecimal> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    BigDecimal position = BigDecimal.valueOf(sorted.size() - 1L).multiply(fraction);
    int lower = position.setScale(0, RoundingMode.FLOOR).intValueExact();
    BigDecimal below = sorted.get(lower);
    if (lower == sorted.size() - 1) {
      return below;
    }
    BigDecimal share = position.subtract(BigDecimal.valueOf(lower));
    return below.add(sorted.get(lower + 1).subtract(below).multiply(share));
  }
}
