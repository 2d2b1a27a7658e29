package org.dawen.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.NewRows;
import org.dawen.lake.Selection;

/**
 * The file ledger. An intent is noted before received values are written; the account follows after
 * the rejects, and then the intent goes.
 */
final class Ledger {
  private final Lake lake;
  private final String runId;
  private final Intents intents;
  private Lake lakeUntilClosed;

  Ledger(Lake lake, String runId) {
    this.lake = lake;
    this.runId = runId;
    this.intents = new Intents(lake, runId);
  }

  /**
   * What the ledger knows of a path.
   *
   * @param hasRow the table has a row of this path
   * @param status null: it has none
   * @param isOpen a killed run was taking it in
   * @param writtenAt when the row was written
   */
  record Entry(
      String fileId,
      String feed,
      boolean hasRow,
      boolean isOpen,
      LedgerEntry.Status status,
      String sha256,
      String earlierHashes,
      DaySet days,
      String reader,
      String stamp,
      long records,
      long rejects,
      long rejectedValues,
      String note,
      Instant writtenAt) {}

  Map<String, Entry> read() {
    Map<String, Entry> entries = new TreeMap<>();
    lake.records(LedgerEntry.class).forEach(row -> entries.put(row.fileId(), toEntry(row)));
    intents.left().values().forEach(i -> entries.merge(i.fileId(), opened(i), Ledger::reopened));
    return entries;
  }

  /** An intent of a path that the table does not know. */
  private static Entry opened(Intents.Intent i) {
    return new Entry(
        i.fileId(),
        i.feed(),
        false,
        true,
        null,
        i.sha256(),
        i.earlierHashes(),
        i.days(),
        "",
        "",
        0,
        0,
        0,
        "",
        Instant.MIN);
  }

  /** The row as it stands, with the intent's days; its content is no longer what the row says. */
  private static Entry reopened(Entry row, Entry intent) {
    return new Entry(
        row.fileId(),
        row.feed(),
        true,
        true,
        row.status(),
        row.sha256(),
        row.earlierHashes(),
        row.days().union(intent.days()),
        row.reader(),
        row.stamp(),
        row.records(),
        row.rejects(),
        row.rejectedValues(),
        row.note(),
        row.writtenAt());
  }

  private static Entry toEntry(LedgerEntry r) {
    return new Entry(
        r.fileId(),
        r.feed(),
        true,
        false,
        r.status(),
        orEmpty(r.sha256()),
        orEmpty(r.earlierSha256()),
        DaySet.parse(r.days()),
        orEmpty(r.reader()),
        orEmpty(r.stamp()),
        r.recordCount(),
        r.rejectCount(),
        r.rejectedValueCount(),
        orEmpty(r.note()),
        r.writtenAt());
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  /** Notes the intents of files whose content is about to be taken in. */
  void open(List<FileAccount> accounts) {
    lakeUntilClosed = lake.beforeLedgerCloses(LedgerTables.LANDING_FILE);
    intents.write(accounts.stream().map(Ledger::intent).toList());
  }

  /** For what is written of files whose intents are open. */
  Lake lakeUntilClosed() {
    return lakeUntilClosed;
  }

  /** Notes intents for known files, so that the next run takes them in anew. */
  void reopen(Predicate<Entry> which) {
    List<Intents.Intent> again =
        read().values().stream()
            .filter(e -> e.isOpen() || which.test(e))
            .map(
                e ->
                    new Intents.Intent(
                        e.fileId(), e.feed(), e.sha256(), 0, e.earlierHashes(), e.days()))
            .toList();
    if (!again.isEmpty()) {
      intents.write(again);
    }
  }

  private static Intents.Intent intent(FileAccount a) {
    return new Intents.Intent(
        a.file().fileId(),
        a.file().feed(),
        a.sha256(),
        a.file().lengthBytes(),
        earlierHashes(a),
        a.file().earlierDays().union(a.days()));
  }

  /** A file with what became of it. */
  record Closing(
      FileAccount account, LedgerEntry.Status status, DaySet days, String note, String stamp) {}

  /**
   * Writes what became of the files; then their intents go.
   *
   * @param stillOpen files that changed while they were read; the next run takes them in
   * @param hasRow whether the table has a row of a path already
   */
  void close(
      List<Closing> closings,
      List<FileAccount> stillOpen,
      Map<String, String> readers,
      Predicate<String> hasRow) {
    List<LedgerEntry> rows =
        closings.stream().map(c -> row(c, readers.get(c.account().file().feed()))).toList();
    List<String> paths = closings.stream().map(c -> c.account().file().fileId()).toList();
    if (!rows.isEmpty()) {
      NewRows table = NewRows.of(rows);
      if (paths.stream().noneMatch(hasRow)) {
        lake.append(LedgerTables.LANDING_FILE, DaySet.NONE, table, "intake");
      } else {
        lake.replace(LedgerTables.LANDING_FILE, selection(paths), DaySet.NONE, table, "intake");
      }
    }
    intents.keepOnly(stillOpen.stream().map(Ledger::intent).toList());
  }

  private LedgerEntry row(Closing c, String reader) {
    FileAccount a = c.account();
    return new LedgerEntry(
        a.file().fileId(),
        a.file().feed(),
        c.status(),
        a.sha256(),
        a.file().lengthBytes(),
        a.records(),
        a.accepted(),
        a.duplicates(),
        a.otherCommands(),
        a.rejects(),
        a.values(),
        a.receivedValues(),
        a.rejectedValues(),
        c.days().toString(),
        c.note(),
        reader,
        c.stamp(),
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

  /**
   * Rejects of these files replace those they gave before.
   *
   * @param rejects of these files and of no other
   */
  void replaceRejects(List<FileAccount> accounts, NewRows rejects) {
    List<FileAccount> withRejects =
        accounts.stream()
            .filter(a -> a.rejects() + a.rejectedValues() > 0 || a.file().hasEarlierRejects())
            .toList();
    if (withRejects.isEmpty()) {
      if (!lake.exists(LedgerTables.REJECT)) {
        lake.append(LedgerTables.REJECT, DaySet.NONE, NewRows.none(), "intake");
      }
      return;
    }
    if (withRejects.stream().noneMatch(a -> a.file().hasEarlierRejects())) {
      lakeUntilClosed.append(LedgerTables.REJECT, DaySet.NONE, rejects, "intake");
      return;
    }
    List<String> paths = withRejects.stream().map(a -> a.file().fileId()).toList();
    lakeUntilClosed.replace(LedgerTables.REJECT, selection(paths), DaySet.NONE, rejects, "intake");
  }

  /** The rows that files have given. */
  static Selection selection(List<String> paths) {
    return Selection.of(ReceivedTables.FILE_ID, Set.copyOf(paths));
  }
}
