package org.dawen.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits the text of a standard table into lines of fields: comma separated, double quotes around
 * fields that contain a comma, doubled quotes inside them, no line breaks inside fields.
 */
final class StandardCsv {

  private static final Pattern FIELD =
      Pattern.compile("\\G(?:\"(?<quoted>(?:[^\"]|\"\")*)\"|[^,\"]*)");

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
    Matcher field = FIELD.matcher(line);
    int at = 0;
    do {
      field.find(at);
      String quoted = field.group("quoted");
      at = field.end();
      if (at < line.length() && line.charAt(at) != ',') {
        throw new StandardTableException(
            "%s line %d: %s".formatted(file, number, fault(field.group(), quoted)));
      }
      fields.add(quoted == null ? field.group() : quoted.replace("\"\"", "\""));
    } while (at++ < line.length());
    return fields;
  }

  private static String fault(String field, String quoted) {
    if (quoted != null) {
      return "text follows a closing quote. Double quotes inside a field.";
    }
    return field.isEmpty()
        ? "a quote is not closed. A field ends on its line."
        : "a quote stands inside a field without quotes. Quote the field.";
  }
}
