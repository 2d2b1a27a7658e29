package org.dawen.intake;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.RowFactory;
import org.dawen.lake.DaySet;
import org.dawen.lake.Table;

/**
 * Takes what a cursor reads from one file and keeps the account: every record is accepted, a
 * repetition, another command or rejected; every value of an accepted record is received or
 * rejected. Rows of one wanted table, or the rejects, are handed on; the rest is only counted.
 */
final class Emitter {
  private final LandingFile file;
  private final String wantedTable;
  private final boolean keepsRows;
  private final ArrayDeque<Object> ready = new ArrayDeque<>();
  private final ArrayDeque<KeptRows> kept = new ArrayDeque<>();
  private final Map<String, HashSet<LocalDate>> daysByTable = new TreeMap<>();
  private LocalDate lastDay;
  private String lastTable;
  private long records;
  private long accepted;
  private long duplicates;
  private long otherCommands;
  private long rejects;
  private long strays;
  private long values;
  private long rejectedValues;
  private long rowCount;
  private String refusal = "";
  private String note = "";

  private Emitter(LandingFile file, String wantedTable, boolean keepsRows) {
    this.file = file;
    this.wantedTable = wantedTable;
    this.keepsRows = keepsRows;
  }

  /** Hands on rejects and counts the rest. */
  static Emitter ofRejects(LandingFile file) {
    return new Emitter(file, null, false);
  }

  /** Hands on rejects and, packed, the rows of all tables: for feeds that are read once. */
  static Emitter ofEverything(LandingFile file) {
    return new Emitter(file, null, true);
  }

  /** Hands on the rows of one table. */
  static Emitter ofRows(LandingFile file, Table table) {
    return new Emitter(file, table.name(), false);
  }

  /** The days a record of the file may be of. */
  PossibleDays possibleDays() {
    return file.limits().days();
  }

  /** True if rows of this table are wanted, so that they need not be built in vain. */
  boolean wants(Table table) {
    return table.name().equals(wantedTable);
  }

  /** True if rows are handed on packed while the file is counted. */
  boolean keepsRows() {
    return keepsRows;
  }

  /** Hands on packed rows, which have been counted by {@link #row}. */
  void keep(KeptRows rows) {
    kept.add(rows);
  }

  /** Packed rows not yet handed on. */
  ArrayDeque<KeptRows> kept() {
    return kept;
  }

  /** True if the file is counted, and its rejects are wanted. */
  boolean isSurvey() {
    return wantedTable == null;
  }

  /** Further values of accepted records, so many of them rejected. */
  void values(long count, long valuesRejected) {
    values += count;
    rejectedValues += valuesRejected;
  }

  /** Rows (or rejects) not yet handed on; rows are bare if their feed makes bare rows. */
  ArrayDeque<Object> ready() {
    return ready;
  }

  /** A received row; {@code row} may be null if it is not wanted. */
  void row(Table table, LocalDate day, Object row) {
    rowCount++;
    if (day != null && !(day.equals(lastDay) && table.name().equals(lastTable))) {
      daysByTable.computeIfAbsent(table.name(), t -> new HashSet<>()).add(day);
      lastDay = day;
      lastTable = table.name();
    }
    if (wants(table)) {
      ready.add(row);
    }
  }

  /** A record was read; so many values stood in it, so many of them were rejected. */
  void accept(long valuesInRecord, long valuesRejected) {
    records++;
    accepted++;
    values += valuesInRecord;
    rejectedValues += valuesRejected;
  }

  void duplicate() {
    records++;
    duplicates++;
  }

  void otherCommand() {
    records++;
    otherCommands++;
  }

  /** A record could not be read. */
  void rejectRecord(
      long recordNo, Long lineNo, RejectReason reason, String detail, String content) {
    records++;
    rejects++;
    strays += reason == RejectReason.NO_FRAME ? 1 : 0;
    add(recordNo, lineNo, "record", "", reason, detail, content);
  }

  /** A value of an accepted record could not be read; counted by {@link #accept}. */
  void rejectValue(
      long recordNo,
      Long lineNo,
      String field,
      RejectReason reason,
      String detail,
      String content) {
    add(recordNo, lineNo, "value", field, reason, detail, content);
  }

  /** What is to be known of a file that was read; empty: nothing. */
  void note(String sentence) {
    note = sentence;
  }

  /** The file as a whole cannot be read; it will be held back. */
  void refuse(RejectReason reason, String detail, String content) {
    records++;
    rejects++;
    refusal = detail;
    add(0, null, "file", "", reason, detail, content);
  }

  private void add(
      long recordNo,
      Long lineNo,
      String level,
      String field,
      RejectReason reason,
      String detail,
      String content) {
    if (wantedTable == null) {
      ready.add(
          RowFactory.create(
              file.fileId(),
              file.feed(),
              recordNo,
              lineNo,
              level,
              field,
              reason.name(),
              detail,
              content));
    }
  }

  /** Records read so far, whatever became of them. */
  long recordsSoFar() {
    return records;
  }

  /** The account of the whole file. */
  FileAccount account(String sha256, String charset) {
    Map<String, String> days = new TreeMap<>();
    daysByTable.forEach(
        (table, set) -> days.put(table, DaySet.of((Collection<LocalDate>) set).toString()));
    return new FileAccount(
        file,
        sha256,
        records,
        accepted,
        duplicates,
        otherCommands,
        rejects,
        strays,
        values,
        values - rejectedValues,
        rejectedValues,
        rowCount,
        days,
        refusal,
        note,
        charset);
  }
}
