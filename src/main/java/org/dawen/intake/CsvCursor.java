package org.dawen.intake;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * Reads a CSV whose records are lines: a header, then one record a line. Cells may stand in double
 * quotes, but not go on in the next line. The record number is the line number.
 *
 * <p>What a spreadsheet leaves is taken as it looks: a row of empty cells is an empty line, cells
 * missing at the end are empty, a column without heading and content is none.
 */
class CsvCursor implements RecordCursor {
  /** A spreadsheet has so many, and may write an empty cell for each. */
  private static final int MOST_COLUMNS = 16_384;

  /** Any: a cell is part of a line, and lines are bounded. */
  private static final int MOST_CHARACTERS = -1;

  private static final String CUT_OFF =
      ". The file ends in the middle of this line, so it was cut off: deliver it again whole";

  private static final String EXPECTED_TEXT = "The file is not text: it holds zero bytes.";

  /** Chooses the format by the header, or says what is wrong with it. */
  interface Formats {
    CsvFormat choose(CsvHeader header) throws WrongHeader;
  }

  /** The header cannot be used. */
  static final class WrongHeader extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient CsvHeader.Problem problem;

    WrongHeader(CsvHeader.Problem problem) {
      super(problem.detail());
      this.problem = problem;
    }
  }

  private final Lines lines;
  private final Formats formats;
  private final CsvParser parser;
  private final SeenRecords seen = new SeenRecords();
  private CsvHeader header;
  private CsvFormat format;
  private CsvRecord record;
  private boolean isOver;
  private int fewestCells = Integer.MAX_VALUE;

  CsvCursor(InputStream bytes, Charset charset, ReadLimits limits, Formats formats) {
    this.lines = new Lines(bytes, charset, limits.longestLineBytes());
    this.parser = parser();
    this.formats = formats;
  }

  /** Reads one line after another into its cells. */
  static CsvParser parser() {
    CsvParserSettings settings = new CsvParserSettings();
    settings.setMaxColumns(MOST_COLUMNS);
    settings.setMaxCharsPerColumn(MOST_CHARACTERS);
    settings.setInputBufferSize(256);
    settings.setIgnoreLeadingWhitespaces(true);
    settings.setIgnoreTrailingWhitespaces(true);
    return new CsvParser(settings);
  }

  @Override
  public boolean advance(Emitter out) throws IOException {
    do {
      if (isOver || !lines.next()) {
        return false;
      }
    } while (lines.isBlank() || isRowOfEmptyCells());
    if (header == null) {
      readHeader(out);
    } else {
      readRecord(out);
    }
    return true;
  }

  /** A line whose first cell is not empty is none; others are looked at. */
  private boolean isRowOfEmptyCells() {
    int first = lines.bytes()[0];
    boolean maybeEmpty = first == ',' || first == '"' || first <= ' ';
    return maybeEmpty
        && !lines.isTooLong()
        && Arrays.stream(cellsOf(lines.text())).allMatch(Cells::isBlank);
  }

  private void readHeader(Emitter out) {
    String text = lines.text();
    if (lines.isTooLong()) {
      isOver = true;
      out.refuse(
          RejectReason.LINE_TOO_LONG,
          "The first line is longer than any heading may be.",
          RejectContent.of(text));
      return;
    }
    if (text.indexOf('\0') >= 0) {
      isOver = true;
      out.refuse(RejectReason.NOT_TEXT, EXPECTED_TEXT, RejectContent.of(text));
      return;
    }
    try {
      header = new CsvHeader(Arrays.asList(cellsOf(text)));
      format = formats.choose(header);
      record = new CsvRecord(header, out);
    } catch (WrongHeader e) {
      isOver = true;
      out.refuse(e.problem.reason(), e.problem.detail(), RejectContent.of(text));
    }
  }

  private void readRecord(Emitter out) {
    long lineNo = lines.lineNo();
    if (lines.isTooLong()) {
      reject(out, RejectReason.LINE_TOO_LONG, RejectReason.LINE_TOO_LONG.words());
      return;
    }
    if (!seen.isNew(lines.bytes(), 0, lines.length())) {
      out.duplicate();
      return;
    }
    String text = lines.text();
    String[] cells = cellsOf(text);
    if (hasOtherCells(cells)) {
      reject(
          out,
          RejectReason.WRONG_COLUMN_COUNT,
          "%s: %d instead of %d%s"
              .formatted(
                  RejectReason.WRONG_COLUMN_COUNT.words(),
                  cells.length,
                  header.size(),
                  cells.length < header.size() && !lines.isTerminated() ? CUT_OFF : ""));
      return;
    }
    int place = format.leavesOtherColumns() ? -1 : header.filledWithoutHeading(cells);
    if (place >= 0) {
      isOver = true;
      out.refuse(
          RejectReason.WRONG_HEADER,
          "Column %d has no heading, but line %d holds '%s' in it. Name it as this feed does, or empty it."
              .formatted(place + 1, lineNo, CsvHeader.shorten(cells[place])),
          RejectContent.of(text));
      return;
    }
    record.move(cells, lineNo, RejectContent.of(text));
    format.read(record, out);
    isOver = format.isOver();
  }

  /**
   * More cells than headings with something in them; or fewer in a last line that does not end,
   * unless the file writes its lines so: it may have been cut off within a number.
   */
  private boolean hasOtherCells(String[] cells) {
    for (int i = header.size(); i < cells.length; i++) {
      if (!Cells.isBlank(cells[i])) {
        return true;
      }
    }
    boolean isShort = cells.length < header.size();
    boolean isCutOff = isShort && !lines.isTerminated() && cells.length < fewestCells;
    fewestCells = Math.min(fewestCells, cells.length);
    return isCutOff || isShort && endsInQuotes();
  }

  /** True if a quoted cell goes on in the next line: this one is only the beginning of a record. */
  private boolean endsInQuotes() {
    boolean isQuoted = false;
    for (int i = 0; i < lines.length(); i++) {
      isQuoted ^= lines.bytes()[i] == '"';
    }
    return isQuoted;
  }

  private void reject(Emitter out, RejectReason reason, String detail) {
    out.rejectRecord(
        lines.lineNo(), lines.lineNo(), reason, detail, RejectContent.of(lines.text()));
  }

  /** Cells of a line; a line the parser cannot split counts as one cell. */
  private String[] cellsOf(String text) {
    return cellsOf(parser, text);
  }

  /** The cells of the line; one that cannot be cut is one cell. */
  static String[] cellsOf(CsvParser parser, String text) {
    try {
      String[] cells = parser.parseLine(text);
      return cells == null ? new String[0] : cells;
    } catch (com.univocity.parsers.common.TextParsingException e) {
      return new String[] {text};
    }
  }
}
