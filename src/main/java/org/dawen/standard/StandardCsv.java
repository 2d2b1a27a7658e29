package org.dawen.standard;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits the text of a standard table into lines of fields: comma separated, double quotes around
 * fields that contain a comma, doubled quotes inside them, no line breaks inside fields.
 */
final class StandardCsv {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** One line of the file that is not blank. */
  record Line(int number, List<String> fields) {}

  private StandardCsv() {}

  static List<Line> split(String file, String text) {
    String body = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    List<Line> lines = new ArrayList<>();
    int number = 0;
    for (String line : body.split("\r?\n", -1)) {
      number++;
      if (!line.isBlank()) {
        lines.add(new Line(number, fields(file, number, line)));
      }
    }
    return lines;
  }

  private static List<String> fields(String file, int number, String line) {
    List<String> fields = new ArrayList<>();
    int at = 0;
    while (true) {
      StringBuilder field = new StringBuilder();
      at =
          at < line.length() && line.charAt(at) == '"'
              ? readQuoted(file, number, line, at, field)
              : readPlain(file, number, line, at, field);
      fields.add(field.toString());
      if (at == line.length()) {
        return fields;
      }
      at++;
    }
  }

  private static int readPlain(String file, int number, String line, int from, StringBuilder into) {
    int comma = line.indexOf(',', from);
    int end = comma < 0 ? line.length() : comma;
    into.append(line, from, end);
    if (into.indexOf("\"") >= 0) {
      throw fault(file, number, "a quote stands inside a field without quotes. Quote the field.");
    }
    return end;
  }

  /** Returns the index of the comma behind the field, or the length of the line. */
  private static int readQuoted(
      String file, int number, String line, int from, StringBuilder into) {
    int at = from + 1;
    while (at < line.length()) {
      char c = line.charAt(at);
      if (c != '"') {
        into.append(c);
        at++;
      } else if (at + 1 < line.length() && line.charAt(at + 1) == '"') {
        into.append('"');
        at += 2;
      } else if (at + 1 == line.length() || line.charAt(at + 1) == ',') {
        return at + 1;
      } else {
        throw fault(file, number, "text follows a closing quote. Double quotes inside a field.");
      }
    }
    throw fault(file, number, "a quote is not closed. A field ends on its line.");
  }

  private static StandardTableException fault(String file, int number, String what) {
    return new StandardTableException(file + " line " + number + ": " + what);
  }
}
