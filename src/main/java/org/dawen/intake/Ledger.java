package org.dawen.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.TableRow;

/**
 * The file ledger. An intent is written before received values are, and replaced by the account
 * after rejects are; an intent that stands at the start of a run is the trace of a killed one.
 */
final class Ledger {
  /** Longer lists of paths are cut into several commits. */
  private static final int MOST_PATHS = 2_000;

  private static final int COMPACT_ABOVE_FILES = 40;

  private final Lake lake;
  private final String runId;

  Ledger(Lake lake, String runId) {
    this.lake = lake;
    this.runId = runId;
  }

  /** What the ledger knows of a path. */
  record Entry(
      String fileId,
      String feed,
      String status,
      String sha256,
      String earlierHashes,
      DaySet days,
      String reader,
      String stamp,
      long records,
      long rejects,
      long rejectedValues,
      String note) {}

  Map<String, Entry> read() {
    Map<String, Entry> entries = new TreeMap<>();
    Lake.stream(lake.read(LedgerTables.LANDING_FILE))
        .map(Ledger::toEntry)
        .forEach(e -> entries.put(e.fileId(), e));
    return entries;
  }

  private static Entry toEntry(TableRow r) {
    return new Entry(
        r.text(LedgerTables.FILE_ID),
        r.text(LedgerTables.FEED),
        r.text(LedgerTables.STATUS),
        orEmpty(r.text(LedgerTables.SHA256)),
        orEmpty(r.text(LedgerTables.EARLIER_SHA256)),
        DaySet.parse(r.text(LedgerTables.DAYS)),
        orEmpty(r.text(LedgerTables.READER)),
        orEmpty(r.text(LedgerTables.STAMP)),
        r.whole(LedgerTables.RECORDS),
        r.whole(LedgerTables.REJECTS),
        r.whole(LedgerTables.REJECTED_VALUES),
        orEmpty(r.text(LedgerTables.NOTE)));
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  /** Writes the intents of files whose content is about to be taken in. */
  void open(List<FileAccount> accounts, Map<String, String> readers) {
    List<Row> rows = new ArrayList<>();
    for (FileAccount a : accounts) {
      DaySet days = a.file().earlierDays().union(a.days());
      rows.add(row(a, LedgerTables.INTENT, days, "", readers.get(a.file().feed()), ""));
    }
    write(accounts, rows, accounts.stream().allMatch(a -> a.file().isNew()));
  }

  /** A file with what became of it. */
  record Closing(FileAccount account, String status, DaySet days, String note, String stamp) {}

  void close(List<Closing> closings, Map<String, String> readers) {
    List<Row> rows =
        closings.stream()
            .map(
                c ->
                    row(
                        c.account(),
                        c.status(),
                        c.days(),
                        c.note(),
                        readers.get(c.account().file().feed()),
                        c.stamp()))
            .toList();
    write(closings.stream().map(Closing::account).toList(), rows, false);
  }

  private Row row(
      FileAccount a, String status, DaySet days, String note, String reader, String stamp) {
    boolean isIntent = status.equals(LedgerTables.INTENT);
    return RowFactory.create(
        a.file().fileId(),
        a.file().feed(),
        status,
        a.sha256(),
        a.file().lengthBytes(),
        isIntent ? null : a.records(),
        isIntent ? null : a.accepted(),
        isIntent ? null : a.duplicates(),
        isIntent ? null : a.otherCommands(),
        isIntent ? null : a.rejects(),
        isIntent ? null : a.values(),
        isIntent ? null : a.receivedValues(),
        isIntent ? null : a.rejectedValues(),
        days.toString(),
        note,
        reader,
        stamp,
        earlierHashes(a),
        runId,
        Instant.now());
  }

  private static String earlierHashes(FileAccount a) {
    LandingFile f = a.file();
    if (f.earlierSha256().isEmpty() || f.earlierSha256().equals(a.sha256())) {
      return f.earlierHashes();
    }
    return f.earlierHashes().isEmpty()
        ? f.earlierSha256()
        : f.earlierHashes() + "," + f.earlierSha256();
  }

  private void write(List<FileAccount> accounts, List<Row> rows, boolean isFirst) {
    if (rows.isEmpty()) {
      return;
    }
    Dataset<Row> table =
        lake.spark().createDataFrame(rows, LedgerTables.LANDING_FILE.rowSchema()).coalesce(1);
    if (isFirst) {
      lake.append(LedgerTables.LANDING_FILE, DaySet.NONE, table, "intake");
      return;
    }
    for (String paths : pathConditions(accounts.stream().map(a -> a.file().fileId()).toList())) {
      lake.replaceWhere(
          LedgerTables.LANDING_FILE, paths, DaySet.NONE, table.where(paths), "intake");
    }
  }

  /** Rejects of these files replace those they gave before. */
  void replaceRejects(List<FileAccount> accounts, Dataset<Row> rejects) {
    List<FileAccount> withRejects =
        accounts.stream()
            .filter(a -> a.rejects() + a.rejectedValues() > 0 || a.file().hasEarlierRejects())
            .toList();
    if (withRejects.isEmpty()) {
      if (!lake.exists(LedgerTables.REJECT)) {
        lake.append(LedgerTables.REJECT, DaySet.NONE, rejects.limit(0), "intake");
      }
      return;
    }
    if (withRejects.stream().noneMatch(a -> a.file().hasEarlierRejects())) {
      lake.append(LedgerTables.REJECT, DaySet.NONE, rejects, "intake");
      return;
    }
    for (String paths : pathConditions(withRejects.stream().map(a -> a.file().fileId()).toList())) {
      lake.replaceWhere(LedgerTables.REJECT, paths, DaySet.NONE, rejects.where(paths), "intake");
    }
  }

  void compactIfNeeded() {
    if (lake.fileCount(LedgerTables.LANDING_FILE) > COMPACT_ABOVE_FILES) {
      lake.compact(LedgerTables.LANDING_FILE);
    }
  }

  /** SQL conditions that together name these paths. */
  static List<String> pathConditions(List<String> paths) {
    List<String> conditions = new ArrayList<>();
    for (int i = 0; i < paths.size(); i += MOST_PATHS) {
      List<String> some = paths.subList(i, Math.min(paths.size(), i + MOST_PATHS));
      conditions.add(
          "file_id IN (" + String.join(", ", some.stream().map(Ledger::sqlText).toList()) + ")");
    }
    return conditions;
  }

  static String sqlText(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
