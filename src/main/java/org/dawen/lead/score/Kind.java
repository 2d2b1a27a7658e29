package org.dawen.lead.score;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a term of a formula is.
 *
 * @param precision of a decimal all digits
 * @param scale of a decimal those behind the point
 */
record Kind(Sort sort, int precision, int scale) {
  /** From the narrowest number to the widest, as far as one gives way to another. */
  enum Sort {
    /** Of {@code NULL}: gives way to everything. */
    NOTHING,
    TRUTH,
    TEXT,
    INT,
    LONG,
    DECIMAL,
    DOUBLE
  }

  static final int MOST_DIGITS = 38;
  static final int LEAST_SCALE_KEPT = 6;
  static final Kind NOTHING = new Kind(Sort.NOTHING, 0, 0);
  static final Kind TRUTH = new Kind(Sort.TRUTH, 0, 0);
  static final Kind TEXT = new Kind(Sort.TEXT, 0, 0);
  static final Kind INT = new Kind(Sort.INT, 10, 0);
  static final Kind LONG = new Kind(Sort.LONG, 20, 0);
  static final Kind DOUBLE = new Kind(Sort.DOUBLE, 0, 0);

  /** At most 38 digits. */
  static Kind decimal(int precision, int scale) {
    return new Kind(Sort.DECIMAL, Math.min(precision, MOST_DIGITS), Math.min(scale, MOST_DIGITS));
  }

  /** At most 38 digits, of which those before the point are kept before those behind it. */
  static Kind decimalOfResult(int precision, int scale) {
    if (precision <= MOST_DIGITS) {
      return decimal(precision, scale);
    }
    int whole = precision - scale;
    int kept = Math.max(MOST_DIGITS - whole, Math.min(scale, LEAST_SCALE_KEPT));
    return decimal(MOST_DIGITS, kept);
  }

  /** The kind of a number as it is written. */
  static Kind of(BigDecimal number) {
    return decimal(Math.max(number.precision(), number.scale()), number.scale());
  }

  boolean is(Sort other) {
    return sort == other;
  }

  boolean isNumber() {
    return sort.compareTo(Sort.INT) >= 0 || sort == Sort.NOTHING;
  }

  boolean isWhole() {
    return sort == Sort.INT || sort == Sort.LONG;
  }

  /** What both can become; null if there is no such kind. */
  static Kind common(Kind a, Kind b) {
    if (a.sort == Sort.NOTHING || a.equals(b)) {
      return b;
    }
    if (b.sort == Sort.NOTHING) {
      return a;
    }
    if (!a.isNumber() || !b.isNumber()) {
      return null;
    }
    if (a.sort == Sort.DOUBLE || b.sort == Sort.DOUBLE) {
      return DOUBLE;
    }
    if (a.sort != Sort.DECIMAL && b.sort != Sort.DECIMAL) {
      return LONG;
    }
    int scale = Math.max(a.scale, b.scale);
    int precision = Math.max(a.precision - a.scale, b.precision - b.scale) + scale;
    return decimal(precision, scale - Math.min(scale, Math.max(0, precision - MOST_DIGITS)));
  }

  /** A number of another kind as one of this kind, which it gives way to; null is null. */
  Object widened(Object value) {
    if (value == null) {
      return null;
    }
    return switch (sort) {
      case LONG -> ((Number) value).longValue();
      case DOUBLE -> ((Number) value).doubleValue();
      case DECIMAL -> fitted(exact(value));
      default -> value;
    };
  }

  /** A whole number or a decimal as it is. */
  static BigDecimal exact(Object value) {
    return value instanceof BigDecimal decimal
        ? decimal
        : BigDecimal.valueOf(((Number) value).longValue());
  }

  /**
   * Rounded to the digits of this kind.
   *
   * @throws ArithmeticException if it has more digits before the point
   */
  BigDecimal fitted(BigDecimal value) {
    BigDecimal rounded = value.setScale(scale, RoundingMode.HALF_UP);
    if (rounded.precision() > precision) {
      throw new ArithmeticException(
          "%s has more digits than decimal(%d,%d)"
              .formatted(value.toPlainString(), precision, scale));
    }
    return rounded;
  }

  @Override
  public String toString() {
    return switch (sort) {
      case NOTHING -> "NULL";
      case TRUTH -> "a truth";
      case TEXT -> "a text";
      case INT, LONG -> "a whole number";
      case DECIMAL -> "a decimal(%d,%d)".formatted(precision, scale);
      case DOUBLE -> "a double";
    };
  }
}
