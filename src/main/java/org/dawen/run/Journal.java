package org.dawen.run;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.dawen.lake.Commit;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.Table;
import org.dawen.lake.TableRow;
import org.dawen.lake.Trouble;

/**
 * The runner's memory, kept in {@code ops.job_run}: which days of which table were touched when,
 * and which days of which job were done as of what. Every commit of a table reaches it through the
 * commit's own metadata, so a run killed between a commit and its entry loses nothing.
 */
final class Journal {
  /** More files than this and the table is compacted: small files make every later start slower. */
  private static final int COMPACT_ABOVE_FILES = 40;

  private final Lake lake;
  private final String runId;
  private final List<JournalEntry> entries = new ArrayList<>();
  private final Map<String, Long> booked = new HashMap<>();
  private final List<JournalEntry> unwritten = new ArrayList<>();
  private long newest;

  Journal(Lake lake, String runId) {
    this.lake = lake;
    this.runId = runId;
    List<JournalEntry> written = new ArrayList<>();
    lake.forEachRow(OpsTables.JOB_RUN, row -> written.add(readable(row)));
    written.sort(Comparator.comparingLong(JournalEntry::seq));
    written.forEach(this::remember);
  }

  List<JournalEntry> entries() {
    return entries;
  }

  long newestSeq() {
    return newest;
  }

  private void remember(JournalEntry entry) {
    entries.add(entry);
    newest = Math.max(newest, entry.seq());
    if (entry instanceof JournalEntry.Touch touch) {
      booked.put(touch.table(), touch.version());
    }
  }

  private void add(JournalEntry entry) {
    remember(entry);
    unwritten.add(entry);
  }

  /** Books every commit of these tables that is not booked yet. */
  void bookCommits(Collection<Table> tables) {
    tables.forEach(this::bookCommits);
  }

  /**
   * Fails if a table holds fewer commits than have been booked: what they brought is lost, and
   * would otherwise be missed without a word.
   */
  void requireNothingLost(Collection<Table> tables) {
    for (Table table : tables) {
      long bookedVersion = booked.getOrDefault(table.name(), -1L);
      long newestVersion = lake.newestVersion(table);
      if (newestVersion < bookedVersion) {
        throw Trouble.usage(
            "The Delta log of %s in %s is damaged: it ends with commit %d, but commit %d has been there."
                .formatted(table, lake.path(table), newestVersion, bookedVersion),
            "Run './dawen doctor --rebuild %s', then './dawen nightly': it is taken in anew."
                .formatted(table));
      }
    }
  }

  private void bookCommits(Table table) {
    long bookedVersion = booked.getOrDefault(table.name(), -1L);
    long newestVersion = lake.newestVersion(table);
    if (newestVersion == bookedVersion) {
      return;
    }
    if (newestVersion < bookedVersion) {
      // The table was removed or set aside; what it was is gone, what it is now begins again.
      add(touch(table, -1, allDaysEverNamed(table), "history lost"));
      bookedVersion = -1;
    }
    List<DaySet> days = new ArrayList<>();
    String by = "";
    for (Commit commit : lake.commitsAfter(table, bookedVersion)) {
      if (!commit.changesData() && commit.days() == null) {
        continue;
      }
      if (commit.days() == null) {
        days.add(allDaysEverNamed(table));
        by = "a writer that names no days";
      } else {
        days.add(commit.days());
        by = by.isEmpty() || by.equals(commit.job()) ? commit.job() : "several";
      }
    }
    add(touch(table, newestVersion, DaySet.unionOf(days), by));
  }

  private JournalEntry.Touch touch(Table table, long version, DaySet days, String by) {
    return new JournalEntry.Touch(newest + 1, table.name(), version, days, by);
  }

  /** Unknown days of a table: those it has now and those it ever had. */
  private DaySet allDaysEverNamed(Table table) {
    if (table.day() == null) {
      return DaySet.ALWAYS;
    }
    DaySet named =
        DaySet.unionOf(
            entries.stream()
                .filter(e -> e instanceof JournalEntry.Touch t && t.table().equals(table.name()))
                .map(JournalEntry::days)
                .toList());
    return named.union(lake.daysPresent(table));
  }

  /** Notes that a job was done; the sequence number is given here. */
  void done(
      String job,
      DaySet days,
      long asOfSeq,
      String fingerprint,
      String why,
      long rowsIn,
      long rowsOut,
      BigDecimal seconds) {
    add(
        new JournalEntry.Done(
            newest + 1,
            job,
            days,
            asOfSeq,
            fingerprint,
            why,
            rowsIn,
            rowsOut,
            seconds,
            java.time.Instant.now()));
  }

  /** Writes what was added since the last call, in one commit. */
  void flush() {
    if (unwritten.isEmpty()) {
      return;
    }
    List<Row> rows = unwritten.stream().map(this::toRow).toList();
    lake.append(
        OpsTables.JOB_RUN,
        DaySet.NONE,
        lake.spark().createDataFrame(rows, OpsTables.JOB_RUN.rowSchema()).coalesce(1),
        "journal");
    unwritten.clear();
  }

  /** Joins the small files of many nights. */
  void compactIfNeeded() {
    if (lake.fileCount(OpsTables.JOB_RUN) > COMPACT_ABOVE_FILES) {
      lake.compact(OpsTables.JOB_RUN);
    }
  }

  private Row toRow(JournalEntry entry) {
    if (entry instanceof JournalEntry.Touch t) {
      return RowFactory.create(
          t.seq(),
          "touch",
          t.table(),
          t.version(),
          t.days().toString(),
          t.by(),
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          runId);
    }
    JournalEntry.Done d = (JournalEntry.Done) entry;
    return RowFactory.create(
        d.seq(),
        "done",
        null,
        null,
        d.days().toString(),
        d.job(),
        d.asOfSeq(),
        d.fingerprint(),
        d.why(),
        d.rowsIn(),
        d.rowsOut(),
        d.seconds(),
        d.finishedAt(),
        runId);
  }

  private static JournalEntry readable(TableRow row) {
    try {
      return toEntry(row);
    } catch (RuntimeException e) {
      throw Trouble.usage(
          "Entry %s of the journal (%s) cannot be read: %s"
              .formatted(
                  row.isMissing(OpsTables.SEQ) ? "?" : row.whole(OpsTables.SEQ),
                  OpsTables.JOB_RUN,
                  FailureWords.firstLine(e)),
          "Run './dawen doctor --rebuild %s', then './dawen nightly': every day is computed anew."
              .formatted(OpsTables.JOB_RUN),
          e);
    }
  }

  private static JournalEntry toEntry(TableRow row) {
    DaySet days = DaySet.parse(row.text(OpsTables.DAYS));
    if (row.text(OpsTables.ENTRY_KIND).equals("touch")) {
      return new JournalEntry.Touch(
          row.whole(OpsTables.SEQ),
          row.text(OpsTables.TABLE_NAME),
          row.whole(OpsTables.VERSION),
          days,
          row.text(OpsTables.JOB));
    }
    return new JournalEntry.Done(
        row.whole(OpsTables.SEQ),
        row.text(OpsTables.JOB),
        days,
        row.whole(OpsTables.AS_OF_SEQ),
        row.text(OpsTables.FINGERPRINT),
        row.text(OpsTables.WHY),
        row.whole(OpsTables.ROWS_IN),
        row.whole(OpsTables.ROWS_OUT),
        row.decimal(OpsTables.SECONDS),
        row.instant(OpsTables.FINISHED_AT));
  }
}
