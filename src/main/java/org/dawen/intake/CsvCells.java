package org.dawen.intake;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;

/** Cuts lines of a CSV into cells. */
final class CsvCells {
  /** The parser clears so many places for each line, so usual lines get a small one. */
  private static final int USUAL_COLUMNS = 256;

  /** A spreadsheet has so many, and may write an empty cell for each. */
  private static final int MOST_COLUMNS = 16_384;

  /** Any: a cell is part of a line, and lines are bounded. */
  private static final int MOST_CHARACTERS = -1;

  private final CsvParser usual = parser(USUAL_COLUMNS);
  private CsvParser widest;

  /** The cells of the line; one that cannot be cut is one cell. */
  String[] of(String line) {
    try {
      String[] cells = parserOf(line).parseLine(line);
      return cells == null ? new String[0] : cells;
    } catch (TextParsingException e) {
      return new String[] {line};
    }
  }

  private CsvParser parserOf(String line) {
    int commas = 0;
    for (int at = line.indexOf(','); at >= 0; at = line.indexOf(',', at + 1)) {
      commas++;
    }
    if (commas < USUAL_COLUMNS) {
      return usual;
    }
    widest = widest == null ? parser(MOST_COLUMNS) : widest;
    return widest;
  }

  private static CsvParser parser(int mostColumns) {
    CsvParserSettings settings = new CsvParserSettings();
    settings.setMaxColumns(mostColumns);
    settings.setMaxCharsPerColumn(MOST_CHARACTERS);
    settings.setInputBufferSize(256);
    settings.setIgnoreLeadingWhitespaces(true);
    settings.setIgnoreTrailingWhitespaces(true);
    return new CsvParser(settings);
  }
}
