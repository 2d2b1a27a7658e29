package org.dawen.standard;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The mean of values of one item. pH is averaged as hydrogen ions, −log10(mean of 10^−pH), as the
 * public program on the ranking of cities does; everything else as it is.
 */
public final class WaterMean {
  /** Digits behind the point of {@link #value}. */
  public static final int DECIMALS = 10;

  private static final MathContext IONS = new MathContext(40);

  private final boolean isOfIons;
  private BigDecimal sum = BigDecimal.ZERO;
  private int count;

  /** Starts without values. */
  public WaterMean(WaterItem item) {
    isOfIons = item == WaterItem.PH;
  }

  /** Null counts for nothing. */
  public void add(BigDecimal value) {
    if (value != null) {
      sum = sum.add(summand(value));
      count++;
    }
  }

  /** Takes back a value that was added. */
  public void remove(BigDecimal value) {
    sum = sum.subtract(summand(value));
    count--;
  }

  private BigDecimal summand(BigDecimal value) {
    return isOfIons ? Logarithm.tenToMinus(value) : value;
  }

  public int count() {
    return count;
  }

  /** Null without values. */
  public Fraction exact() {
    if (count == 0) {
      return null;
    }
    BigDecimal number = BigDecimal.valueOf(count);
    return isOfIons
        ? Fraction.of(Logarithm.log10(sum.divide(number, IONS)).negate())
        : new Fraction(sum, number);
  }

  /** Rounded once, to ten decimals; null without values. */
  public BigDecimal value() {
    return count == 0 ? null : exact().atDecimals(DECIMALS);
  }
}
