package org.dawen.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads a CSV whose records are lines: a header, then one record a line. Cells may be in double
 * quotes, but not go on in the next line. The record number is the line number.
 *
 * <p>What a spreadsheet leaves is taken as it looks: a row of empty cells is an empty line, cells
 * missing at the end are empty, a column without heading and content is none.
 */
class CsvCursor implements RecordCursor {
  private static final String CUT_OFF =
      ". The file ends in the middle of this line, so it was cut off: deliver it again whole";

  private static final String EXPECTED_TEXT = "The file is not text: it holds zero bytes.";

  private static final String IS_ARCHIVE = "PK\u0003\u0004";

  private final Lines lines;
  private final Function<CsvHeader, CsvFormat> formats;
  private final CsvCells cells = new CsvCells();

  /** Null: which lines repeat others is known. */
  private final SeenRecords seen;

  private final Set<Long> repeated;
  private CsvHeader header;
  private CsvFormat format;
  private CsvRecord record;
  private boolean isOver;
  private int fewestCells = Integer.MAX_VALUE;

  /**
   * Reads the lines of these bytes.
   *
   * @param formats chooses the format by the header, or throws {@link CsvHeader.Wrong}
   */
  CsvCursor(
      InputStream bytes,
      Charset charset,
      ReadLimits limits,
      Function<CsvHeader, CsvFormat> formats) {
    this(bytes, charset, limits, formats, null);
  }

  /**
   * Reads the lines of a file once more.
   *
   * @param lookedAt what has read it to the end; null: nothing has
   */
  CsvCursor(
      InputStream bytes,
      Charset charset,
      ReadLimits limits,
      Function<CsvHeader, CsvFormat> formats,
      CsvCursor lookedAt) {
    this.lines = new Lines(bytes, charset, limits.longestLineBytes());
    this.formats = formats;
    this.seen = lookedAt == null ? new SeenRecords() : null;
    this.repeated = lookedAt == null ? new HashSet<>() : lookedAt.repeated;
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
        && Arrays.stream(cells.of(lines.text())).allMatch(Cells::isBlank);
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
      out.refuse(
          RejectReason.NOT_TEXT,
          text.startsWith(IS_ARCHIVE)
              ? EXPECTED_TEXT + " A workbook is named .xlsx."
              : EXPECTED_TEXT,
          RejectContent.of(text));
      return;
    }
    try {
      header = new CsvHeader(Arrays.asList(cells.of(SheetCell.plain(text))));
      format = formats.apply(header);
      record = new CsvRecord(header, out);
    } catch (CsvHeader.Wrong e) {
      isOver = true;
      out.refuse(e.reason(), e.getMessage(), RejectContent.of(SheetCell.plain(text)));
    }
  }

  private void readRecord(Emitter out) {
    long lineNo = lines.lineNo();
    if (lines.isTooLong()) {
      reject(out, RejectReason.LINE_TOO_LONG, RejectReason.LINE_TOO_LONG.words());
      return;
    }
    if (isRepeated(lineNo)) {
      out.duplicate();
      return;
    }
    String text = lines.text();
    String[] found = cells.of(text);
    if (hasOtherCells(found)) {
      reject(
          out,
          RejectReason.WRONG_COLUMN_COUNT,
          "%s: %d instead of %d%s"
              .formatted(
                  RejectReason.WRONG_COLUMN_COUNT.words(),
                  found.length,
                  header.size(),
                  found.length < header.size() && !lines.isTerminated() ? CUT_OFF : ""));
      return;
    }
    int place = format.leavesOtherColumns() ? -1 : header.filledWithoutHeading(found);
    if (place >= 0) {
      isOver = true;
      out.refuse(
          RejectReason.WRONG_HEADER,
          "Column %d has no heading, but line %d holds '%s' in it. Name it as this feed does, or empty it."
              .formatted(place + 1, lineNo, CsvHeader.shorten(SheetCell.plain(found[place]))),
          RejectContent.of(SheetCell.plain(text)));
      return;
    }
    int fault = record.isOfWorkbook() ? SheetCell.faultIn(found) : -1;
    if (fault >= 0) {
      reject(
          out,
          RejectReason.NO_VALUE_IN_CELL,
          "%s: %s is '%s'"
              .formatted(
                  RejectReason.NO_VALUE_IN_CELL.words(),
                  header.names().get(fault),
                  SheetCell.plain(found[fault])));
      return;
    }
    record.move(found, lineNo, text);
    format.read(record, out);
    isOver = format.isOver();
  }

  private boolean isRepeated(long lineNo) {
    if (seen == null) {
      return repeated.contains(lineNo);
    }
    boolean isRepeated = !seen.isNew(lines.bytes(), 0, lines.length());
    if (isRepeated) {
      repeated.add(lineNo);
    }
    return isRepeated;
  }

  /**
   * More cells than headings with something in them; or fewer in a last line that does not end,
   * unless the file writes its lines so: it may have been cut off within a number.
   */
  private boolean hasOtherCells(String[] found) {
    for (int i = header.size(); i < found.length; i++) {
      if (!Cells.isBlank(found[i])) {
        return true;
      }
    }
    boolean isShort = found.length < header.size();
    boolean isCutOff = isShort && !lines.isTerminated() && found.length < fewestCells;
    fewestCells = Math.min(fewestCells, found.length);
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
        lines.lineNo(),
        lines.lineNo(),
        reason,
        detail,
        RejectContent.of(SheetCell.plain(lines.text())));
  }
}
