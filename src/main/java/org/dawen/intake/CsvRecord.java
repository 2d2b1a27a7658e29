package org.dawen.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dawen.lake.Column;
import org.dawen.standard.ImpossibleValues.Bounds;

/** One line of a CSV, read by column names; counts the values it gave and the ones it could not. */
final class CsvRecord {
  private final CsvHeader header;
  private final Emitter out;
  private final PossibleDays days;
  private final boolean isOfWorkbook;
  private String order;
  private String[] cells;
  private long lineNo;
  private String line;
  private int values;
  private int rejectedValues;

  CsvRecord(CsvHeader header, Emitter out) {
    this.header = header;
    this.out = out;
    this.days = out.possibleDays();
    this.isOfWorkbook = Workbook.isNamed(out.file().fileId());
  }

  boolean isOfWorkbook() {
    return isOfWorkbook;
  }

  void move(String[] newCells, long newLineNo, String newLine) {
    cells = newCells;
    lineNo = newLineNo;
    line = newLine;
    values = 0;
    rejectedValues = 0;
  }

  long lineNo() {
    return lineNo;
  }

  /** Where the row of this record comes from. */
  Provenance provenance() {
    String fileId = out.file().fileId();
    order = order == null ? FileOrder.of(fileId) : order;
    return new Provenance(null, order, fileId, lineNo);
  }

  /** The cell without blanks around it, or null if it is missing or there is no such column. */
  String text(String name) {
    int place = header.place(name);
    String cell = place < 0 || place >= cells.length ? null : cells[place];
    String text = Cells.trimmed(isOfWorkbook ? SheetCell.text(cell, name) : cell);
    return Cells.isMissing(text) ? null : text;
  }

  String text(Column column) {
    return text(column.name());
  }

  /** A text that counts as a value. */
  String textValue(String name) {
    String cell = text(name);
    values += cell == null ? 0 : 1;
    return cell;
  }

  /** The civil time, or null if it cannot be read. */
  LocalDateTime time(String name) {
    String cell = text(name);
    return cell == null ? null : Cells.time(cell);
  }

  /** The civil time, null if missing; one that cannot be read or be true is rejected as a value. */
  LocalDateTime possibleTime(String name) {
    String cell = text(name);
    LocalDateTime time = time(name);
    boolean isPossible = time != null && days.has(time.toLocalDate());
    if (cell != null && !isPossible) {
      values++;
      rejectValue(name, time == null ? RejectReason.BAD_TIME : RejectReason.DAY_OUT_OF_RANGE, cell);
    }
    return isPossible ? time : null;
  }

  /** The day, or null if it cannot be read. */
  LocalDate day(String name) {
    String cell = text(name);
    return cell == null ? null : Cells.day(cell);
  }

  /** A number that may have any sign; null if missing or rejected. */
  BigDecimal number(String name, Column column) {
    String cell = text(name);
    return cell == null ? null : number(name, cell, column, ColumnBounds.of(column));
  }

  /** The same of a part of a cell; null: there is none. */
  BigDecimal number(String name, String cell, Column column, Bounds bounds) {
    if (cell == null) {
      return null;
    }
    values++;
    org.apache.spark.sql.types.DecimalType type =
        (org.apache.spark.sql.types.DecimalType) column.type();
    BigDecimal number = Cells.decimal(cell, type.precision(), type.scale());
    BigDecimal sent = number == null ? Cells.numberOfAnySize(cell) : number;
    if (sent != null && bounds.exclude(sent)) {
      rejectValue(name, RejectReason.IMPOSSIBLE_VALUE, cell, bounds.why(sent));
      return null;
    }
    if (number == null) {
      rejectValue(name, RejectReason.BAD_NUMBER, cell);
    }
    return number;
  }

  /** A number that cannot be below zero; null if missing or rejected. */
  BigDecimal amount(String name, Column column) {
    return amount(name, column, ColumnBounds.of(column));
  }

  /** The same of a number with bounds of its own. */
  BigDecimal amount(String name, Column column, Bounds bounds) {
    return amount(name, text(name), column, bounds);
  }

  /** The same of a part of a cell; null: there is none. */
  BigDecimal amount(String name, String cell, Column column, Bounds bounds) {
    BigDecimal number = number(name, cell, column, bounds);
    if (number != null && number.signum() < 0) {
      rejectValue(name, RejectReason.NEGATIVE_VALUE, number.toPlainString());
      return null;
    }
    return number;
  }

  void rejectValue(String name, RejectReason reason, String found) {
    rejectValue(name, reason, found, "");
  }

  /** The same with the rest of the sentence. */
  void rejectValue(String name, RejectReason reason, String found, String why) {
    rejectedValues++;
    if (!out.isSurvey()) {
      return;
    }
    String shown = found.length() > 80 ? found.substring(0, 80) + "…" : found;
    out.rejectValue(
        lineNo,
        lineNo,
        name,
        reason,
        "%s: %s is '%s'%s".formatted(reason.words(), name, shown, why.isEmpty() ? "" : ", " + why),
        content());
  }

  /** This record shows that the file as a whole cannot be read. */
  void refuseFile(RejectReason reason, String detail) {
    out.refuse(reason, detail, content());
  }

  /** The record is taken. */
  void accept() {
    out.accept(values, rejectedValues);
  }

  /** True after rejecting the record because it cannot be of this day. */
  boolean isOfImpossibleDay(LocalDate day, String name) {
    if (days.has(day)) {
      return false;
    }
    rejectAs(RejectReason.DAY_OUT_OF_RANGE, days.refusal(name, text(name)));
    return true;
  }

  /** The record is refused whole; no value of it may have been read before. */
  void reject(RejectReason reason, String name) {
    String cell = text(name);
    rejectAs(
        reason,
        out.isSurvey()
            ? "%s: %s is '%s'".formatted(reason.words(), name, cell == null ? "" : cell)
            : "");
  }

  /** The record is refused whole, for a reason said in a sentence of its own. */
  void rejectAs(RejectReason reason, String detail) {
    out.rejectRecord(lineNo, lineNo, reason, detail, content());
  }

  /** The line as a reject keeps it; most records are none. */
  private String content() {
    return out.isSurvey() ? RejectContent.of(SheetCell.plain(line)) : "";
  }

  /**
   * True after rejecting the record because a spreadsheet has made a number or day of this code.
   */
  boolean isCodeRefused(String name) {
    int place = header.place(name);
    if (place >= 0 && place < cells.length && isOfWorkbook && SheetCell.DATE.marks(cells[place])) {
      rejectAs(
          RejectReason.CODE_AS_NUMBER,
          "a spreadsheet has made a date of the code; format the column as text and enter the code again: %s is '%s'"
              .formatted(name, text(name)));
      return true;
    }
    String code = text(name);
    boolean isNumber = code != null && Codes.isWrittenAsNumber(code);
    if (isNumber) {
      reject(RejectReason.CODE_AS_NUMBER, name);
    }
    return isNumber;
  }
}
