package org.dawen.publish;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** One row on its way to a reader: values by column name, those looked up elsewhere included. */
record Line(Map<String, Object> values) {
  Line {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  Object at(String column) {
    return values.get(column);
  }

  /** The text, or null. */
  String text(String column) {
    Object value = values.get(column);
    return value == null ? null : value.toString();
  }

  /** The number, or null. */
  BigDecimal number(String column) {
    Object value = values.get(column);
    if (value == null || value instanceof BigDecimal) {
      return (BigDecimal) value;
    }
    return BigDecimal.valueOf(((Number) value).longValue());
  }

  /** The whole number, 0 for none. */
  long whole(String column) {
    BigDecimal number = number(column);
    return number == null ? 0 : number.longValue();
  }

  LocalDate day(String column) {
    return (LocalDate) values.get(column);
  }

  boolean is(String column, Object wanted) {
    return wanted.equals(values.get(column));
  }

  /** The same line with one value more, or another. */
  Line with(String column, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(values);
    more.put(column, value);
    return new Line(more);
  }
}
