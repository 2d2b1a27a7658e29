package org.dawen.standard;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A fraction, kept undivided because C/35 has no end in decimals. The denominator is positive.
 *
 * @param numerator any number
 * @param denominator above 0
 */
public record Fraction(BigDecimal numerator, BigDecimal denominator)
    implements Comparable<Fraction>, Serializable {
  static final Fraction ZERO = of(BigDecimal.ZERO);

  /** Refuses a denominator that is not positive. */
  public Fraction {
    if (denominator.signum() <= 0) {
      throw new IllegalArgumentException(denominator + " cannot divide a fraction.");
    }
  }

  /** A decimal as a fraction. */
  public static Fraction of(BigDecimal value) {
    return new Fraction(value, BigDecimal.ONE);
  }

  Fraction plus(Fraction other) {
    return denominator.compareTo(other.denominator) == 0
        ? new Fraction(numerator.add(other.numerator), denominator)
        : new Fraction(
            numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
            denominator.multiply(other.denominator));
  }

  Fraction times(BigDecimal factor) {
    return new Fraction(numerator.multiply(factor), denominator);
  }

  /** Divided by a positive number. */
  Fraction dividedBy(BigDecimal divisor) {
    return new Fraction(numerator, denominator.multiply(divisor));
  }

  /** One divided by it; it must be above 0. */
  Fraction inverse() {
    return new Fraction(denominator, numerator);
  }

  /** Rounded once, half to even. */
  public BigDecimal atDecimals(int decimals) {
    return numerator.divide(denominator, decimals, RoundingMode.HALF_EVEN);
  }

  @Override
  public int compareTo(Fraction other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }
}
