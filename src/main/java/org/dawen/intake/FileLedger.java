package org.dawen.intake;

import java.io.Serializable;
import java.math.BigDecimal;
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
final class FileLedger {
  private final Lake lake;
  private final String runId;
  private final Intents intents;
  private Lake lakeUntilClosed;

  FileLedger(Lake lake, String runId) {
    this.lake = lake;
    this.runId = runId;
    this.intents = new Intents(lake, runId);
  }

  /**
   * What the ledger knows of a path.
   *
   * @param row its row in the table; null: it has none
   * @param intent noted by a killed run that was taking it in; null: none was. Its content is no
   *     longer what the row says
   */
  record Entry(LedgerEntry row, Intents.Intent intent) implements Serializable {
    String fileId() {
      return row == null ? intent.fileId() : row.fileId();
    }

    String feed() {
      return row == null ? intent.feed() : row.feed();
    }

    boolean isOpen() {
      return intent != null;
    }

    boolean is(LedgerEntry.Status status) {
      return row != null && row.status() == status;
    }

    String sha256() {
      return row == null ? intent.sha256() : orEmpty(row.sha256());
    }

    String earlierHashes() {
      return row == null ? intent.earlierHashes() : orEmpty(row.earlierSha256());
    }

    DaySet days() {
      DaySet ofRow = row == null ? DaySet.NONE : DaySet.parse(row.days());
      return intent == null ? ofRow : ofRow.union(intent.days());
    }

    String reader() {
      return row == null ? "" : orEmpty(row.reader());
    }

    String stamp() {
      return row == null ? "" : orEmpty(row.stamp());
    }

    long rejects() {
      return row == null ? 0 : row.rejectCount();
    }

    /** True if the reject table has rows of the path. */
    boolean hasRejects() {
      return row != null && row.rejectCount() + row.rejectedValueCount() > 0;
    }

    String note() {
      return row == null ? "" : orEmpty(row.note());
    }

    /** When its row was written. */
    Instant writtenAt() {
      return row == null ? Instant.MIN : row.writtenAt();
    }

    private static String orEmpty(String text) {
      return text == null ? "" : text;
    }
  }

  Map<String, Entry> read() {
    Map<String, Entry> entries = new TreeMap<>();
    lake.records(LedgerEntry.class).forEach(r -> entries.put(r.fileId(), new Entry(r, null)));
    intents
        .left()
        .forEach(
            (path, intent) ->
                entries.merge(
                    path, new Entry(null, intent), (known, open) -> new Entry(known.row, intent)));
    return entries;
  }

  /** Notes the intents of files whose content is about to be taken in. */
  void open(List<FileAccount> accounts) {
    lakeUntilClosed = lake.beforeLedgerCloses(FileLedgerTables.LANDING_FILE);
    intents.write(accounts.stream().map(FileLedger::intent).toList());
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
        a.fileId(),
        a.file().feed(),
        a.sha256(),
        a.file().lengthBytes(),
        earlierHashes(a),
        a.file().earlierDays().union(a.days()));
  }

  /** A file with what became of it. */
  record Closing(FileAccount account, LedgerEntry.Status status, String note) {
    /**
     * Of a file that has been read.
     *
     * @param largestShare share of rejected records above which it is held back
     * @param noteOfTaken what there is to say of a file with records that is taken in
     */
    static Closing of(FileAccount a, BigDecimal largestShare, String noteOfTaken) {
      boolean isHeldBack = a.isHeldBack(largestShare);
      String note;
      if (a.file().why().equals(LandingLook.VANISHED)) {
        note = "The file vanished before it could be taken in.";
      } else if (!a.refusal().isEmpty()) {
        note = a.refusal();
      } else if (isHeldBack && a.hasNoFrame()) {
        note = "There is no frame in the file.";
      } else if (isHeldBack) {
        note = "%,d of %,d records cannot be read.".formatted(a.rejects(), a.records());
      } else {
        note = a.records() == 0 ? "The file holds no records." : noteOfTaken;
      }
      return new Closing(
          a, isHeldBack ? LedgerEntry.Status.HELD_BACK : LedgerEntry.Status.ACCEPTED, note);
    }
  }

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
        closings.stream().map(c -> row(c, readers.get(c.account().file().feed()), runId)).toList();
    List<String> paths = closings.stream().map(c -> c.account().fileId()).toList();
    if (!rows.isEmpty()) {
      NewRows table = NewRows.of(rows);
      if (paths.stream().noneMatch(hasRow)) {
        lake.append(FileLedgerTables.LANDING_FILE, DaySet.NONE, table, "intake");
      } else {
        lake.replace(FileLedgerTables.LANDING_FILE, selection(paths), DaySet.NONE, table, "intake");
      }
    }
    intents.keepOnly(stillOpen.stream().map(FileLedger::intent).toList());
  }

  static LedgerEntry row(Closing c, String reader, String runId) {
    FileAccount a = c.account();
    return new LedgerEntry(
        a.fileId(),
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
        (c.status() == LedgerEntry.Status.HELD_BACK ? DaySet.NONE : a.days()).toString(),
        c.note(),
        reader,
        a.file().stamp(),
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
      if (!lake.exists(FileLedgerTables.REJECT)) {
        lake.append(FileLedgerTables.REJECT, DaySet.NONE, NewRows.none(), "intake");
      }
      return;
    }
    if (withRejects.stream().noneMatch(a -> a.file().hasEarlierRejects())) {
      lakeUntilClosed.append(FileLedgerTables.REJECT, DaySet.NONE, rejects, "intake");
      return;
    }
    List<String> paths = withRejects.stream().map(a -> a.fileId()).toList();
    lakeUntilClosed.replace(
        FileLedgerTables.REJECT, selection(paths), DaySet.NONE, rejects, "intake");
  }

  /** The rows that files have given. */
  static Selection selection(List<String> paths) {
    return Selection.of(ReceivedTables.FILE_ID, Set.copyOf(paths));
  }
}
