package org.dawen.intake;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.dawen.lake.DaySet;
import org.dawen.lake.RecordBytes;
import org.dawen.lake.Table;

/**
 * Takes what a cursor reads from one file and keeps the account: every record is accepted, a
 * repetition, another command or rejected; every value of an accepted record is received or
 * rejected. Rows of one wanted table, or the rejects, are handed on; the rest is only counted.
 */
final class Emitter {
  private static final int PIECE_BYTES = 1 << 16;

  private final LandingFile file;
  private final String wantedTable;
  private final boolean packs;
  private final Map<Class<? extends Record>, RecordBytes<?>> packed = new LinkedHashMap<>();
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

  private Emitter(LandingFile file, String wantedTable, boolean packs) {
    this.file = file;
    this.wantedTable = wantedTable;
    this.packs = packs;
  }

  /** Hands on rejects; counts the rest. */
  static Emitter ofSurvey(LandingFile file) {
    return new Emitter(file, null, false);
  }

  /** Hands on rejects and, of feeds that are read once, packed rows; counts the rest. */
  static Emitter ofSurvey(LandingFile file, FeedReader feed) {
    return new Emitter(file, null, feed.isReadOnce());
  }

  /** Hands on the rows of one table. */
  static Emitter ofRows(LandingFile file, Table table) {
    return new Emitter(file, table.name(), false);
  }

  /** The file being read. */
  LandingFile file() {
    return file;
  }

  /** The days a record of the file may be of. */
  PossibleDays possibleDays() {
    return file.limits().days();
  }

  /** Hands on packed rows, which have been counted by {@link #packed}. */
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

  /** Rows, or rejects, not yet handed on. */
  ArrayDeque<Object> ready() {
    return ready;
  }

  /**
   * A received row, made if it is wanted.
   *
   * @param type the record that declares its table
   * @param day its day; null: its table has none
   */
  <R extends Record> void row(Class<R> type, LocalDate day, Supplier<R> row) {
    Table table = Table.of(type);
    count(table, day);
    if (packs) {
      pack(type, row.get());
    } else if (table.name().equals(wantedTable)) {
      ready.add(row.get());
    }
  }

  @SuppressWarnings("unchecked")
  private <R extends Record> void pack(Class<R> type, R row) {
    RecordBytes<R> rows =
        (RecordBytes<R>) packed.computeIfAbsent(type, t -> new RecordBytes<>(type));
    rows.append(row);
    if (rows.length() >= PIECE_BYTES) {
      keepPacked(type, rows);
    }
  }

  private void keepPacked(Class<? extends Record> type, RecordBytes<?> rows) {
    keep(new KeptRows(file.fileId(), FileSlice.WHOLE, Table.of(type).name(), rows.take()));
  }

  /** Hands on the packed rows that are left, behind the last record of the file. */
  void keepLast() {
    packed.forEach(this::keepPacked);
    packed.clear();
  }

  /** A received row that is handed on packed, by {@link #keep}. */
  void packed(Class<? extends Record> type, LocalDate day) {
    count(Table.of(type), day);
  }

  private void count(Table table, LocalDate day) {
    rowCount++;
    if (day != null && !(day.equals(lastDay) && table.name().equals(lastTable))) {
      daysByTable.computeIfAbsent(table.name(), t -> new HashSet<>()).add(day);
      lastDay = day;
      lastTable = table.name();
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
    add(recordNo, lineNo, Reject.Level.RECORD, "", reason, detail, content);
  }

  /** A value of an accepted record could not be read; counted by {@link #accept}. */
  void rejectValue(
      long recordNo,
      Long lineNo,
      String field,
      RejectReason reason,
      String detail,
      String content) {
    add(recordNo, lineNo, Reject.Level.VALUE, field, reason, detail, content);
  }

  /** What is to be known of a file that was read; empty: nothing. */
  void note(String sentence) {
    note = sentence;
  }

  /** What is to be known of the file beside what its records have shown; empty: nothing. */
  void noteBefore(String sentence) {
    note = (sentence + " " + note).strip();
  }

  /** The file as a whole cannot be read; it will be held back. */
  void refuse(RejectReason reason, String detail, String content) {
    records++;
    rejects++;
    refusal = detail;
    add(0, null, Reject.Level.FILE, "", reason, detail, content);
  }

  private void add(
      long recordNo,
      Long lineNo,
      Reject.Level level,
      String field,
      RejectReason reason,
      String detail,
      String content) {
    if (wantedTable == null) {
      ready.add(
          new Reject(
              file.fileId(), file.feed(), recordNo, lineNo, level, field, reason, detail, content));
    }
  }

  /** Records read so far, whatever became of them. */
  long recordsSoFar() {
    return records;
  }

  /** The account of the whole file. */
  FileAccount account(String sha256, String charset) {
    Map<String, DaySet> days = new TreeMap<>();
    daysByTable.forEach((table, set) -> days.put(table, DaySet.of((Collection<LocalDate>) set)));
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
        rejectedValues,
        rowCount,
        days,
        refusal,
        note,
        charset);
  }
}
