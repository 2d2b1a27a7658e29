package org.dawen.run;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dawen.lake.Column;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.Message;
import org.dawen.lake.RecordForm;
import org.dawen.lake.SqlEngine;
import org.dawen.lake.Table;
import org.dawen.lake.TableRow;
import org.dawen.run.Explanation.Section;

/** What an {@link Explanation} may look at: the tables, the settings, the landing files. */
public final class Evidence {
  /** Finds a record of a landing file again. */
  public interface RawRecords {
    /**
     * The record as received with what can be said about it, such as its line and the verdict on
     * its checksum; a sentence if file or record are no longer there.
     *
     * @param fileId path below the landing folder
     * @param recordNo number of the record; of a CSV its line
     */
    List<Message> show(String fileId, long recordNo);
  }

  /** Finds records of landing files again by their numbers. */
  public interface RecordTexts {
    /**
     * Records of one file; those that are no longer there are missing.
     *
     * @param fileId path below the landing folder
     */
    Map<Long, RecordText> find(String fileId, Set<Long> recordNos);
  }

  /**
   * A record as received.
   *
   * @param lineNo line of the file it begins on
   * @param isAsTakenIn false if the file has changed since it was taken in
   */
  public record RecordText(long lineNo, String text, boolean isAsTakenIn) {}

  /** Decodes the records behind a row whose value comes from no single record. */
  public interface RawSamples {
    /** The samples around a row of that table, decoded from the landing files. */
    List<Message> show(Table table, TableRow row);
  }

  private static final int MOST_ROWS = 100_000;

  private final Lake lake;
  private final SqlEngine engine;
  private final Settings settings;
  private final RawRecords rawRecords;
  private final RawSamples rawSamples;

  public Evidence(
      Lake lake,
      SqlEngine engine,
      Settings settings,
      RawRecords rawRecords,
      RawSamples rawSamples) {
    this.lake = lake;
    this.engine = engine;
    this.settings = settings;
    this.rawRecords = rawRecords;
    this.rawSamples = rawSamples;
  }

  /**
   * Rows of a table in the order of its key, at most 100,000: a month of a large enterprise is
   * below.
   *
   * @param condition as {@link SqlEngine#rows} takes it
   */
  public List<TableRow> rows(Table table, String condition) {
    return engine.rows(table, condition, MOST_ROWS);
  }

  /** As above for several conditions of one table, asked at once. */
  public List<List<TableRow>> rows(Table table, List<String> conditions) {
    return engine.rows(table, conditions, MOST_ROWS);
  }

  /** As {@link #rows(Table, String)}, of a table that a record declares. */
  public <R extends Record> List<R> rows(Class<R> type, String condition) {
    RecordForm<R> form = RecordForm.of(type);
    return rows(Table.of(type), condition).stream()
        .map(row -> form.of(form.columns().stream().map(c -> row.shownAs(c.name())).toList()))
        .toList();
  }

  /** All rows of a table that a record declares. */
  public <R extends Record> List<R> rows(Class<R> type) {
    return lake.rows(Table.of(type), type, DaySet.ALWAYS).list();
  }

  /** The rows of a day of a table that a record declares. */
  public <R extends Record> List<R> rows(Class<R> type, LocalDate day) {
    return rows(Table.of(type), type, DaySet.of(day));
  }

  /** The rows of some days of a table, in the columns that a record has. */
  public <R extends Record> List<R> rows(Table table, Class<R> type, DaySet days) {
    return lake.rows(table, type, days).list();
  }

  /** A value as a person writes it, numbers without trailing zeros; a word for null. */
  public static Object shown(Object value) {
    if (value instanceof BigDecimal number) {
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
    return value == null ? Message.of("explain.no-value-there") : value.toString();
  }

  /** The settings as they are now. */
  public Settings settings() {
    return settings;
  }

  /** Every column of a row that has a value, with unit and Chinese term. */
  public static Section columns(Message title, Table table, TableRow row) {
    return columns(title, table.columns(), row);
  }

  /** The named columns of a row that have a value. */
  public static Section columns(Message title, List<Column> columns, TableRow row) {
    int width = columns.stream().mapToInt(c -> c.name().length()).max().orElse(1);
    List<Message> lines = new ArrayList<>();
    for (Column c : columns) {
      String shown = row.shown(c);
      if (shown != null) {
        boolean isPlain = c.unit().isEmpty() || c.unit().equals(Column.NUMBER);
        String unit = isPlain || c.unit().equals(Column.AS_ROW) ? "" : " " + c.unit();
        String name = ("%-" + width + "s").formatted(c.name());
        lines.add(Message.of("explain.column", name, shown, unit, c.chinese()));
      }
    }
    return new Section(title, lines);
  }

  /** The lines of the raw record of that file and number. */
  public List<Message> rawRecord(String fileId, long recordNo) {
    return rawRecords.show(fileId, recordNo);
  }

  /** The samples around a row of a table, decoded from the landing files. */
  public List<Message> rawSamples(Table table, TableRow row) {
    return rawSamples.show(table, row);
  }

  /** The raw record that a row names. */
  public Section rawRecord(Message title, String fileId, long recordNo) {
    return new Section(title, rawRecords.show(fileId, recordNo));
  }
}
