package org.dawen.lake;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Texts as cells of a file that somebody opens in a spreadsheet, which runs what looks like a
 * formula: in a CSV file at once, in a workbook when the cell is edited or saved as CSV.
 */
public final class SpreadsheetText {
  private static final String SIGNS = "=+-@";

  /** Harmless with a sign in front: a number, or nothing but signs, as for "no value". */
  private static final Pattern PLAIN =
      Pattern.compile("[+-]((\\d{1,3}(,\\d{3})+|\\d+)(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?%?|[+-]+");

  private SpreadsheetText() {}

  /**
   * True if a spreadsheet might run the text: the first character that is seen is {@code = + - @},
   * in the width of Latin or of Chinese letters, and the text is no plain number; or the text
   * begins with a tab or a line break, which it drops.
   */
  public static boolean isFormula(String text) {
    boolean beginsWithBreak = !text.isEmpty() && "\t\r\n".indexOf(text.charAt(0)) >= 0;
    return beginsWithBreak || sign(seen(text)) != 0 && !PLAIN.matcher(text).matches();
  }

  /**
   * True if the formula does more than add up: {@code =} or {@code @} first, or a call or a program
   * ({@code |}) behind a sign. A note such as "-2 t, see annex" is none.
   */
  public static boolean isCommand(String text) {
    String seen = seen(text);
    char sign = sign(seen);
    return sign == '='
        || sign == '@'
        || sign != 0 && narrow(seen).chars().anyMatch(c -> c == '|' || c == '(');
  }

  /** The text, behind an apostrophe if it is a formula: spreadsheets show it as it is then. */
  public static String harmless(String text) {
    return isFormula(text) ? "'" + text : text;
  }

  /** The harmless text as a cell of RFC 4180, quoted where it must be. */
  public static String csvCell(String text) {
    String harmless = harmless(text);
    boolean needsQuotes = harmless.chars().anyMatch(c -> ",\"\t\n\r".indexOf(c) >= 0);
    return needsQuotes ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
  }

  /** Which of the signs the text begins with, 0 if none. */
  private static char sign(String seen) {
    if (seen.isEmpty()) {
      return 0;
    }
    char first = narrow(seen.substring(0, seen.offsetByCodePoints(0, 1))).charAt(0);
    return SIGNS.indexOf(first) >= 0 ? first : 0;
  }

  private static String narrow(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  /** Without what shows nothing at the ends. */
  private static String seen(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isInvisible(text.codePointAt(from))) {
      from += Character.charCount(text.codePointAt(from));
    }
    while (from < to && isInvisible(text.codePointBefore(to))) {
      to -= Character.charCount(text.codePointBefore(to));
    }
    return text.substring(from, to);
  }

  /** Blanks of every width, line breaks, controls, marks of direction and of byte order. */
  private static boolean isInvisible(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT
        || Character.getType(c) == Character.UNASSIGNED
        || "\u034F\u115F\u1160\u2800\u3164\uFFA0".indexOf(c) >= 0
        || c >= 0xFE00 && c <= 0xFE0F;
  }
}
