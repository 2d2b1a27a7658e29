package org.dawen.codec.hj212;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/**
 * Reads decimal numbers straight from bytes: optional sign, digits with at most one point, optional
 * exponent. Eight decimals are kept, rounded half-even; 10^10 and more are refused, so that every
 * value fits DECIMAL(18,8).
 */
final class MeasuredNumber {
  /** Returned where no number stands; no number has this value. */
  static final long NONE = Long.MIN_VALUE;

  /** Decimals kept. */
  static final int SCALE = 8;

  /** 10^10 at eight decimals: the first number too large. */
  private static final long TOO_LARGE = 1_000_000_000_000_000_000L;

  /** Whole digits a number below 10^10 can have. */
  private static final int MOST_WHOLE_DIGITS = 10;

  /** Larger exponents are taken for this one: mantissas have at most 9,999 characters. */
  private static final BigInteger MOST_EXPONENT = BigInteger.valueOf(100_000);

  private static final long[] POWER_OF_TEN = {
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000
  };

  private MeasuredNumber() {}

  /** The number times 10^8, or {@link #NONE}. */
  static long unscaled(byte[] bytes, int from, int to) {
    int at = from;
    boolean isNegative = false;
    if (at < to && (bytes[at] == '-' || bytes[at] == '+')) {
      isNegative = bytes[at] == '-';
      at++;
    }
    int firstDigit = at;
    long whole = 0;
    int wholeDigits = 0;
    for (; at < to && ByteText.isDigit(bytes[at]); at++) {
      if (whole != 0 || bytes[at] != '0') {
        wholeDigits++;
      }
      if (wholeDigits <= MOST_WHOLE_DIGITS) {
        whole = whole * 10 + bytes[at] - '0';
      }
    }
    int digits = at - firstDigit;
    long fraction = 0;
    int decimals = 0;
    int dropped = -1;
    boolean isBeyondHalf = false;
    if (at < to && bytes[at] == '.') {
      at++;
      for (; at < to && ByteText.isDigit(bytes[at]); at++) {
        digits++;
        int digit = bytes[at] - '0';
        if (decimals < SCALE) {
          fraction = fraction * 10 + digit;
          decimals++;
        } else if (dropped < 0) {
          dropped = digit;
        } else {
          isBeyondHalf |= digit != 0;
        }
      }
    }
    if (digits == 0) {
      return NONE;
    }
    if (at < to) {
      return withExponent(bytes, from, at, to);
    }
    if (wholeDigits > MOST_WHOLE_DIGITS) {
      return NONE;
    }
    long unscaled = whole * POWER_OF_TEN[SCALE] + fraction * POWER_OF_TEN[SCALE - decimals];
    if (dropped > 5 || dropped == 5 && (isBeyondHalf || (unscaled & 1) == 1)) {
      unscaled++;
    }
    if (unscaled >= TOO_LARGE) {
      return NONE;
    }
    return isNegative ? -unscaled : unscaled;
  }

  /** Rare, so it may be slow: {@code mantissaEnd} is where the E should stand. */
  private static long withExponent(byte[] bytes, int from, int mantissaEnd, int to) {
    if ((bytes[mantissaEnd] | 0x20) != 'e') {
      return NONE;
    }
    String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    int e = mantissaEnd - from;
    try {
      BigDecimal mantissa = new BigDecimal(text.substring(0, e));
      BigInteger exponent = new BigInteger(text.substring(e + 1));
      BigDecimal number =
          mantissa.scaleByPowerOfTen(
              exponent.max(MOST_EXPONENT.negate()).min(MOST_EXPONENT).intValueExact());
      // Digits before the point, known without expanding 1E99999.
      int magnitude = number.precision() - number.scale();
      if (number.signum() == 0 || magnitude < -SCALE) {
        return 0;
      }
      if (magnitude > MOST_WHOLE_DIGITS) {
        return NONE;
      }
      long unscaled = number.setScale(SCALE, RoundingMode.HALF_EVEN).unscaledValue().longValue();
      return Math.abs(unscaled) < TOO_LARGE ? unscaled : NONE;
    } catch (NumberFormatException notANumber) {
      return NONE;
    }
  }
}
