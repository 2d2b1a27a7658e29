package org.dawen.publish;

import java.util.Collection;
import java.util.Map;

/**
 * JSON that may lie in a script of a page as it is: beside what JSON escapes, whatever could end a
 * script or a line of it ({@code <}, U+2028 and U+2029) is written by its code.
 */
final class SiteJson {
  private static final int FIRST_PRINTABLE = 0x20;

  private SiteJson() {}

  static void quoted(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < FIRST_PRINTABLE
          || c == '<'
          || c == '\u2028'
          || c == '\u2029'
          || isAloneHalf(text, i)) {
        out.append("\\u%04x".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  /** A half of a pair without its other half is no character and cannot be written as UTF-8. */
  private static boolean isAloneHalf(String text, int at) {
    char c = text.charAt(at);
    return Character.isHighSurrogate(c)
        ? at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1))
        : Character.isLowSurrogate(c)
            && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }

  /** Texts, numbers, truths, null, lists and maps; anything else by its text. */
  static void value(StringBuilder out, Object value) {
    if (value == null
        || value instanceof Boolean
        || value instanceof Integer
        || value instanceof Long) {
      out.append(value);
    } else if (value instanceof Map<?, ?> map) {
      String between = "{";
      for (Map.Entry<?, ?> e : map.entrySet()) {
        out.append(between);
        quoted(out, e.getKey().toString());
        out.append(':');
        value(out, e.getValue());
        between = ",";
      }
      out.append(map.isEmpty() ? "{}" : "}");
    } else if (value instanceof Collection<?> all) {
      String between = "[";
      for (Object one : all) {
        out.append(between);
        value(out, one);
        between = ",";
      }
      out.append(all.isEmpty() ? "[]" : "]");
    } else {
      quoted(out, value.toString());
    }
  }

  static String of(Object value) {
    StringBuilder out = new StringBuilder();
    value(out, value);
    return out.toString();
  }
}
