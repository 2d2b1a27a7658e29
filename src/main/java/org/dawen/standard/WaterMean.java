package org.dawen.standard;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;

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

  /** As for surface water, of an item of ground water. */
  public WaterMean(GroundItem item) {
    isOfIons = item == GroundItem.PH;
  }

  /** Null counts for nothing. */
  public void add(BigDecimal value) {
    if (value != null) {
      sum = sum.add(summand(value));
      count++;
    }
  }

  /** Adds the values of another mean of the same item. */
  public void addAll(WaterMean other) {
    sum = sum.add(other.sum);
    count += other.count;
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
    return count == 0 ? null : ofSummands(summands(), isOfIons);
  }

  /** The mean of means, each counting alike whatever it rests on; null without means. */
  public static Fraction ofMeans(Collection<WaterMean> means) {
    Fraction sum = Fraction.ZERO;
    int count = 0;
    boolean isOfIons = false;
    for (WaterMean mean : means) {
      if (mean.count > 0) {
        sum = sum.plus(mean.summands());
        count++;
        isOfIons = mean.isOfIons;
      }
    }
    return count == 0 ? null : ofSummands(sum.dividedBy(BigDecimal.valueOf(count)), isOfIons);
  }

  private Fraction summands() {
    return new Fraction(sum, BigDecimal.valueOf(count));
  }

  private static Fraction ofSummands(Fraction mean, boolean isOfIons) {
    return isOfIons
        ? Fraction.of(Logarithm.log10(mean.numerator().divide(mean.denominator(), IONS)).negate())
        : mean;
  }

  /** Rounded once, to ten decimals; null without values. */
  public BigDecimal value() {
    return count == 0 ? null : exact().atDecimals(DECIMALS);
  }
}
