package org.dawen.lead.score;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Numbers of one kind made of another, as {@code CAST} does it: what does not fit is an error. */
final class Casts {
  private Casts() {}

  static Term to(Kind kind, Term term) {
    return Term.of(
        kind,
        row -> {
          Object value = term.of(row);
          return value == null ? null : made(kind, value);
        });
  }

  private static Object made(Kind kind, Object value) {
    try {
      return switch (kind.sort()) {
        case INT -> whole(value).intValueExact();
        case LONG -> whole(value).longValueExact();
        case DOUBLE ->
            value instanceof String text
                ? (Object) Double.valueOf(text.strip())
                : (Object) number(value).doubleValue();
        case DECIMAL -> kind.fitted(exact(value));
        default -> throw new FormulaError("CAST makes numbers, not " + kind);
      };
    } catch (NumberFormatException e) {
      throw new ArithmeticException("'%s' is no number".formatted(value));
    }
  }

  private static Number number(Object value) {
    return value instanceof Boolean truth ? (Number) (truth ? 1 : 0) : (Number) value;
  }

  /** What is behind the point is cut off; a text must be a whole number. */
  private static BigInteger whole(Object value) {
    return value instanceof String text
        ? new BigInteger(text.strip())
        : exact(value).setScale(0, RoundingMode.DOWN).toBigIntegerExact();
  }

  private static BigDecimal exact(Object value) {
    if (value instanceof String text) {
      return new BigDecimal(text.strip());
    }
    // As a double is written, not the binary fraction it is.
    return value instanceof Double number
        ? new BigDecimal(number.toString())
        : Kind.exact(number(value));
  }
}
