package org.dawen.lake;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Texts as literals of SQL: whatever they hold, they stay texts. Quotes and backslashes are written
 * by their codes, because each engine escapes them in its own way.
 */
public final class SqlLiteral {
  private SqlLiteral() {}

  public static String of(String text) {
    if (text.indexOf('\'') < 0 && text.indexOf('\\') < 0) {
      return "'" + text + "'";
    }
    return Arrays.stream(text.split("(?=['\\\\])|(?<=['\\\\])"))
        .map(
            part ->
                part.equals("'") || part.equals("\\")
                    ? "chr(%d)".formatted((int) part.charAt(0))
                    : "'" + part + "'")
        .collect(Collectors.joining(" || ", "(", ")"));
  }
}
