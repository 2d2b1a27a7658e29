package org.dawen.standard;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Logarithms and powers of ten in decimals, to 36 digits and more: for pH, which is one, and for
 * the trophic level, which is made of them. The digits do not depend on the machine.
 */
public final class Logarithm {
  private static final MathContext PRECISION = new MathContext(50, RoundingMode.HALF_EVEN);
  private static final BigDecimal LAST_TERM = BigDecimal.ONE.movePointLeft(52);
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final int DIGITS = 16;
  private static final int FRACTION_BITS = 192;
  private static final BigDecimal UNIT = new BigDecimal(BigInteger.ONE.shiftLeft(FRACTION_BITS));
  private static final int HUNDRED = 100;

  /** Half of ln c for c = 1.00, 1.01, … 10.00: near one of them the series is short. */
  private static final BigDecimal[] HALF_LNS = halfLns();

  private static final BigDecimal LN_10 = HALF_LNS[HALF_LNS.length - 1].multiply(TWO);

  /** 10^(−d · 10^−(k+1)) by k and d: the power of a decimal is the product over its digits. */
  private static final BigDecimal[][] POWERS = powers();

  private Logarithm() {}

  /**
   * The natural logarithm.
   *
   * @throws ArithmeticException if the value is not above 0
   */
  public static BigDecimal ln(BigDecimal value) {
    if (value.signum() <= 0) {
      throw new ArithmeticException("There is no logarithm of " + value + ".");
    }
    int exponent = value.precision() - value.scale() - 1;
    return LN_10
        .multiply(BigDecimal.valueOf(exponent))
        .add(lnFromOne(value.movePointLeft(exponent)))
        .round(PRECISION);
  }

  /**
   * The decimal logarithm.
   *
   * @throws ArithmeticException if the value is not above 0
   */
  public static BigDecimal log10(BigDecimal value) {
    return ln(value).divide(LN_10, PRECISION);
  }

  /**
   * 10 to the power of minus a value: hydrogen ions in mol/L at a pH.
   *
   * @param value sixteen digits behind the point count
   */
  public static BigDecimal tenToMinus(BigDecimal value) {
    if (value.signum() < 0) {
      return BigDecimal.ONE.divide(tenToMinus(value.negate()), PRECISION);
    }
    BigDecimal rounded = value.setScale(DIGITS, RoundingMode.HALF_EVEN);
    int whole = rounded.intValue();
    long fraction = rounded.subtract(BigDecimal.valueOf(whole)).unscaledValue().longValueExact();
    BigDecimal power = BigDecimal.ONE;
    for (int k = DIGITS - 1; fraction != 0; k--) {
      int digit = (int) (fraction % 10);
      fraction /= 10;
      power = digit == 0 ? power : power.multiply(POWERS[k][digit], PRECISION);
    }
    return power.movePointLeft(whole);
  }

  /** Of a value from 1 to 10: ln c + ln(x/c), c being the value cut to two decimals. */
  private static BigDecimal lnFromOne(BigDecimal value) {
    BigDecimal near = value.setScale(2, RoundingMode.DOWN);
    int place = near.unscaledValue().intValueExact() - HUNDRED;
    return HALF_LNS[place].add(halfLnOfQuotient(value, near)).multiply(TWO);
  }

  private static BigDecimal[] halfLns() {
    BigDecimal[] halves = new BigDecimal[901];
    BigDecimal step = new BigDecimal("0.01");
    BigDecimal value = BigDecimal.ONE;
    halves[0] = BigDecimal.ZERO;
    for (int i = 1; i < halves.length; i++) {
      BigDecimal next = value.add(step);
      halves[i] = halves[i - 1].add(halfLnOfQuotient(next, value));
      value = next;
    }
    return halves;
  }

  /** Half of ln(x/c): z + z³/3 + z⁵/5 + …, z = (x − c)/(x + c). */
  private static BigDecimal halfLnOfQuotient(BigDecimal x, BigDecimal c) {
    BigDecimal difference = x.subtract(c);
    BigDecimal total = x.add(c);
    int scale = Math.max(difference.scale(), total.scale());
    // In whole multiples of 2^-192, since shifting is quicker than rounding to decimals.
    BigInteger z =
        difference
            .setScale(scale)
            .unscaledValue()
            .shiftLeft(FRACTION_BITS)
            .divide(total.setScale(scale).unscaledValue());
    BigInteger square = z.multiply(z).shiftRight(FRACTION_BITS);
    BigInteger sum = BigInteger.ZERO;
    BigInteger power = z;
    for (int k = 1; power.signum() > 0; k += 2) {
      sum = sum.add(power.divide(BigInteger.valueOf(k)));
      power = power.multiply(square).shiftRight(FRACTION_BITS);
    }
    return new BigDecimal(sum).divide(UNIT, PRECISION);
  }

  private static BigDecimal[][] powers() {
    BigDecimal[][] powers = new BigDecimal[DIGITS][10];
    for (int k = 0; k < DIGITS; k++) {
      BigDecimal step = expOfMinus(LN_10.movePointLeft(k + 1));
      powers[k][0] = BigDecimal.ONE;
      for (int digit = 1; digit < 10; digit++) {
        powers[k][digit] = powers[k][digit - 1].multiply(step, PRECISION);
      }
    }
    return powers;
  }

  /** e^−x of a small x: 1 − x + x²/2 − … */
  private static BigDecimal expOfMinus(BigDecimal x) {
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal term = BigDecimal.ONE;
    for (int k = 1; term.abs().compareTo(LAST_TERM) > 0; k++) {
      sum = sum.add(term);
      term = term.multiply(x.negate()).divide(BigDecimal.valueOf(k), PRECISION);
    }
    return sum;
  }
}
