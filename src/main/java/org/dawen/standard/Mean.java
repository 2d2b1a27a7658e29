package org.dawen.standard;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A sum and a count of values; the mean is rounded once, to ten decimals. */
public final class Mean {
  /**
   * Digits behind the point of a mean; values have at most ten, so rounding cannot carry a mean
   * across a limit.
   */
  public static final int DECIMALS = 10;

  private BigDecimal sum = BigDecimal.ZERO;
  private int count;

  /** Null counts for nothing. */
  public void add(BigDecimal value) {
    if (value != null) {
      sum = sum.add(value);
      count++;
    }
  }

  /** Adds what another has added up. */
  public void add(Mean other) {
    sum = sum.add(other.sum);
    count += other.count;
  }

  public int count() {
    return count;
  }

  public BigDecimal sum() {
    return sum;
  }

  /** Null without values. */
  public BigDecimal value() {
    return count == 0
        ? null
        : sum.divide(BigDecimal.valueOf(count), DECIMALS, RoundingMode.HALF_UP);
  }

  /** As {@link #value}; null too with fewer values, or if no minimum is given. */
  public BigDecimal ofAtLeast(Integer minimum) {
    return minimum == null || count < minimum ? null : value();
  }
}
