package org.dawen.lake;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Lists and records in answers of an engine of SQL as a text that is the same of both engines:
 * {@code [{factor_code: a21026, avg_value: 21.40000000}, …]}. What is null in a record is left out.
 */
final class ListText {
  private ListText() {}

  /** The text of a list or of a record by names; any other value as it is. */
  static Object of(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(ListText::text).collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Map<?, ?> fields) {
      return fields.entrySet().stream()
          .filter(f -> f.getValue() != null)
          .map(f -> f.getKey() + ": " + text(f.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return value;
  }

  private static String text(Object value) {
    return value instanceof BigDecimal number
        ? number.toPlainString()
        : Objects.toString(of(value), "null");
  }
}
