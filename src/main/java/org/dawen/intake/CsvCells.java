package org.dawen.intake;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;

/** Cuts lines of a CSV into cells. */
final class CsvCells {
  /** The parser clears so many places for each line, so usual lines get a small one. */
  private static final int USUAL_COLUMNS = 256;

  /** A spreadsheet has so many, and may write an empty cell for each. */
  static final int MOST_COLUMNS = 16_384;

  /** Any: a cell is part of a line, and lines are bounded. */
  private static final int MOST_CHARACTERS = -1;

  /** The parser leaves out a mark of the byte order. */
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** No text begins with it, so no line is left out as a comment: #N/A begins a record. */
  private static final char NO_COMMENT = '\uFDD1';

  private CsvParser usual;
  private CsvParser widest;

  /** The cells of the line; one that cannot be cut is one cell. */
  String[] of(String line) {
    int commas = 0;
    boolean isPlain = !line.isEmpty() && line.charAt(0) != BYTE_ORDER_MARK;
    boolean isEmpty = true;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      commas += c == ',' ? 1 : 0;
      isPlain &= c != '"' && c != '\0' && c != '\n' && c != '\r';
      isEmpty &= c <= ' ';
    }
    return isPlain && !isEmpty && commas < MOST_COLUMNS
        ? cut(line, commas + 1)
        : parsed(line, commas);
  }

  /** A line without quotes, as the parser would cut it: most are, and files of a few lines many. */
  private static String[] cut(String line, int count) {
    String[] cells = new String[count];
    int from = 0;
    for (int i = 0; i < count; i++) {
      int comma = line.indexOf(',', from);
      String cell = line.substring(from, comma < 0 ? line.length() : comma).trim();
      cells[i] = cell.isEmpty() ? null : cell;
      from = comma + 1;
    }
    return cells;
  }

  private String[] parsed(String line, int commas) {
    try {
      String[] cells = parserOf(commas).parseLine(line);
      return cells == null ? new String[0] : cells;
    } catch (TextParsingException e) {
      return new String[] {line};
    }
  }

  private CsvParser parserOf(int commas) {
    if (commas < USUAL_COLUMNS) {
      usual = usual == null ? parser(USUAL_COLUMNS) : usual;
      return usual;
    }
    widest = widest == null ? parser(MOST_COLUMNS) : widest;
    return widest;
  }

  static CsvParser parser(int mostColumns) {
    CsvParserSettings settings = new CsvParserSettings();
    settings.setMaxColumns(mostColumns);
    settings.setMaxCharsPerColumn(MOST_CHARACTERS);
    settings.setInputBufferSize(256);
    settings.getFormat().setComment(NO_COMMENT);
    settings.setIgnoreLeadingWhitespaces(true);
    settings.setIgnoreTrailingWhitespaces(true);
    return new CsvParser(settings);
  }
}
