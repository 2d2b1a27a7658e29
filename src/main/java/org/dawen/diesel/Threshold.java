package org.dawen.diesel;

import java.math.BigDecimal;

/**
 * A decimal held against whole numbers of minutes, of which a city has millions a day: exactly, and
 * without an object a minute.
 */
final class Threshold {
  private final long digits;
  private final long power;

  private Threshold(long digits, long power) {
    this.digits = digits;
    this.power = power;
  }

  /** A threshold of at most 18 digits. */
  static Threshold of(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    BigDecimal plain = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    return new Threshold(
        plain.unscaledValue().longValueExact(), BigDecimal.TEN.pow(plain.scale()).longValueExact());
  }

  /** Whether so many times the threshold is below the number. */
  boolean isBelow(long number, long times) {
    return compare(number, times) > 0;
  }

  /** Whether so many times the threshold is above the number. */
  boolean isAbove(long number, long times) {
    return compare(number, times) < 0;
  }

  /** The sign of {@code number − threshold · times}, by products of 128 bits. */
  private int compare(long number, long times) {
    int high = Long.compare(Math.multiplyHigh(number, power), Math.multiplyHigh(digits, times));
    return high != 0 ? high : Long.compareUnsigned(number * power, digits * times);
  }
}
