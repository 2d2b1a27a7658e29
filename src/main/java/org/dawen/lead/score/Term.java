package org.dawen.lead.score;

import java.math.BigDecimal;
import java.util.function.Function;

/**
 * A part of a formula: what it is, and its value for a row. Values are Boolean, String, Integer,
 * Long, BigDecimal, Double or null, as the kind says.
 *
 * @param literal the whole number that is written there; null if it is something else
 */
record Term(Kind kind, Long literal, Function<Values, Object> value) {
  static Term of(Kind kind, Function<Values, Object> value) {
    return new Term(kind, null, value);
  }

  static Term constant(Kind kind, Object constant) {
    Long whole = kind.isWhole() ? ((Number) constant).longValue() : null;
    return new Term(kind, whole, row -> constant);
  }

  Object of(Values row) {
    return value.apply(row);
  }

  /** The same number as one of a wider kind. */
  Term as(Kind wider) {
    return kind.equals(wider) ? this : of(wider, row -> wider.widened(of(row)));
  }

  /** As a decimal; a whole number that is written there has as many digits as are written. */
  Term asDecimal() {
    if (kind.is(Kind.Sort.DECIMAL)) {
      return this;
    }
    return as(
        literal == null ? Kind.decimal(kind.precision(), 0) : Kind.of(BigDecimal.valueOf(literal)));
  }
}
