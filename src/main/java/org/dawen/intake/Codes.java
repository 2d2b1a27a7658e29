package org.dawen.intake;

import java.util.regex.Pattern;

/** Codes of stations, outlets, meters and areas as people and spreadsheets write them. */
public final class Codes {
  /** {@code 3.70903E+23}, {@code 4E+11}, {@code 370902.0}; {@code 12E5} may be a code. */
  private static final Pattern WRITTEN_AS_NUMBER =
      Pattern.compile("\\d+\\.\\d+[eE][+-]?\\d+|\\d+[eE][+-]\\d+|\\d+\\.0+");

  private static final Pattern SEPARATORS = Pattern.compile("[;,，；]");

  private Codes() {}

  /** True if a spreadsheet has taken the code, or one of a list of codes, for a number. */
  static boolean isWrittenAsNumber(String code) {
    return !isPlain(code) && isAnyWrittenAsNumber(code);
  }

  /** Without point, sign and anything beyond ASCII it is no number that a spreadsheet writes. */
  private static boolean isPlain(String code) {
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      if (c == '.' || c == '+' || c == '-' || c >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAnyWrittenAsNumber(String code) {
    return SEPARATORS
        .splitAsStream(WrittenCode.folded(code))
        .anyMatch(c -> WRITTEN_AS_NUMBER.matcher(Cells.trimmed(c)).matches());
  }

  /** True for columns whose text is a code or a number of a document, by their name. */
  static boolean isCodeColumn(String name) {
    return name.equals("mn")
        || name.equals("vin")
        || name.equals("plate")
        || name.endsWith("_code")
        || name.endsWith("_codes")
        || name.endsWith("_no")
        || name.endsWith("_id")
        || name.endsWith("_calid")
        || name.endsWith("_cvn");
  }

  /** True for blanks of every width and for characters that show nothing at all. */
  static boolean isInvisible(int c) {
    if (c > ' ' && c < 0x7F) {
      return false;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> isFiller(c);
    };
  }

  /** Letters and marks that are drawn as nothing. */
  private static boolean isFiller(int c) {
    return c == 0x034F || c >= 0x115F && c <= 0x1160 || c == 0x3164 || c == 0xFFA0;
  }

  /**
   * The text as a person can tell it from another: what cannot be seen, and letters and digits that
   * only look like those of a code, are written out as in {@code TA<U+200B>008}.
   */
  public static String writtenOut(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (c != ' ' && (isInvisible(c) || looksLikeAnother(c))) {
                out.append("<U+%04X>".formatted(c));
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }

  private static boolean looksLikeAnother(int c) {
    boolean isWide =
        c >= 0xFF10 && c <= 0xFF19 || c >= 0xFF21 && c <= 0xFF3A || c >= 0xFF41 && c <= 0xFF5A;
    boolean isGreekCapital = c >= 0x0391 && c <= 0x03A9;
    return isWide
        || isGreekCapital
        || Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC;
  }
}
