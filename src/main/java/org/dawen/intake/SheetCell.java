package org.dawen.intake;

/**
 * How a cell of a workbook is written into the text that the CSV reader reads. Texts and plain
 * numbers are written as they are. A date, a percentage, a number with leading zeros and a cell
 * without a value are marked, because the column says what they mean.
 */
enum SheetCell {
  /** A day or a time: in ISO form, and as a month. */
  DATE('d'),
  /** The stored fraction, and the number before the sign %. */
  PERCENT('%'),
  /** A number with leading zeros: without and with the letters that its format adds. */
  PADDED('z'),
  /** An error such as #N/A, or a formula that was never computed. */
  FAULT('!');

  /** A code point that Unicode keeps free of characters; texts of workbooks are cleared of it. */
  static final char SIGN = '\uFDD0';

  private final char letter;

  SheetCell(char letter) {
    this.letter = letter;
  }

  /**
   * The marked cell.
   *
   * @param shown how the cell is read in a column that wants it so
   */
  String marked(String stored, String shown) {
    return "" + SIGN + letter + stored + SIGN + shown;
  }

  /** True if the cell is marked as this. */
  boolean marks(String cell) {
    return isMarked(cell) && cell.charAt(1) == letter;
  }

  private static boolean isMarked(String cell) {
    return cell != null && cell.length() > 2 && cell.charAt(0) == SIGN;
  }

  /** Place of the first cell without a value, or −1. */
  static int faultIn(String[] cells) {
    for (int i = 0; i < cells.length; i++) {
      if (FAULT.marks(cells[i])) {
        return i;
      }
    }
    return -1;
  }

  /** The cell as the column reads it; a cell that is not marked is returned as it is. */
  static String text(String cell, String column) {
    if (!isMarked(cell)) {
      return QuotedBreaks.restored(cell);
    }
    boolean isShown =
        DATE.marks(cell) && isMonth(column)
            || PERCENT.marks(cell) && column.endsWith("_percent")
            || PADDED.marks(cell) && Codes.isCodeColumn(column);
    int second = cell.indexOf(SIGN, 2);
    return isShown ? cell.substring(second + 1) : cell.substring(2, second);
  }

  private static boolean isMonth(String column) {
    return column.equals("month") || column.endsWith("_month") || column.equals("period");
  }

  /** A line for a person, without marks. */
  static String plain(String line) {
    return line.indexOf(SIGN) < 0
        ? line
        : line.replaceAll(SIGN + ".([^" + SIGN + "]*)" + SIGN + "[^,\"]*", "$1");
  }
}
