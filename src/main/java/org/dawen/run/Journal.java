package org.dawen.run;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dawen.lake.Commit;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.Table;
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
  private final Map<String, JournalEntry.Touch> booked = new HashMap<>();
  private final List<JournalEntry> unwritten = new ArrayList<>();
  private final String outside;
  private long newest;

  Journal(Lake lake, String runId) {
    this.lake = lake;
    this.runId = runId;
    List<JournalEntry> written = new ArrayList<>();
    lake.rows(OpsTables.JOB_RUN, JobRun.class, DaySet.ALWAYS)
        .forEach(row -> written.add(readable(row)));
    written.sort(Comparator.comparingLong(JournalEntry::seq));
    written.forEach(this::remember);
    outside = LakeCheck.outside(lake, OpsTables.JOB_RUN, lastTouch(OpsTables.JOB_RUN));
    if (!outside.isEmpty()) {
      entries.clear();
      booked.clear();
    }
  }

  /** Why nothing of what was written counts: somebody else changed it; empty if it does. */
  String outside() {
    return outside;
  }

  /** The last word on a table; null if there is none. */
  JournalEntry.Touch lastTouch(Table table) {
    return booked.get(table.name());
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
      booked.put(touch.table(), touch);
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

  private void bookCommits(Table table) {
    JournalEntry.Touch last = lastTouch(table);
    long bookedVersion = last == null ? -1 : last.version();
    long newestVersion = lake.newestVersion(table);
    if (newestVersion == bookedVersion && !isHashMissing(table, last)) {
      return;
    }
    if (newestVersion < bookedVersion) {
      bookLost(table);
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

  /** The entry is of a build that noted no hash, and there is one. */
  private boolean isHashMissing(Table table, JournalEntry.Touch last) {
    return last != null
        && last.version() >= 0
        && last.commit().isEmpty()
        && !lake.commitHash(table, last.version()).isEmpty();
  }

  /** The table was removed or set aside; what it was is gone, what it is now begins again. */
  void bookLost(Table table) {
    add(touch(table, -1, allDaysEverNamed(table), "history lost"));
  }

  private JournalEntry.Touch touch(Table table, long version, DaySet days, String by) {
    String commit = version < 0 ? "" : lake.commitHash(table, version);
    return new JournalEntry.Touch(newest + 1, table.name(), version, days, by, commit);
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
    if (!unwritten.isEmpty()) {
      write();
    }
  }

  /**
   * Writes a first entry before there is any table: a first night that is killed leaves a journal
   * then, and one that is missing beside tables was lost.
   */
  void begin() {
    if (entries.isEmpty() && lake.newestVersion(OpsTables.JOB_RUN) < 0) {
      write();
    }
  }

  private void write() {
    if (!outside.isEmpty() && lake.hasFolder(OpsTables.JOB_RUN)) {
      lake.setAside(OpsTables.JOB_RUN, runId);
    }
    long version = lake.newestVersion(OpsTables.JOB_RUN) + 1;
    add(
        new JournalEntry.Touch(
            newest + 1, OpsTables.JOB_RUN.name(), version, DaySet.NONE, "journal"));
    lake.append(JobRun.class, DaySet.NONE, unwritten.stream().map(this::toRow).toList(), "journal");
    unwritten.clear();
  }

  /** Joins the small files of many nights. */
  void compactIfNeeded() {
    if (lake.fileCount(OpsTables.JOB_RUN) > COMPACT_ABOVE_FILES) {
      lake.compact(OpsTables.JOB_RUN);
    }
  }

  private JobRun toRow(JournalEntry entry) {
    if (entry instanceof JournalEntry.Touch t) {
      return new JobRun(
          t.seq(),
          JobRun.Kind.TOUCH,
          t.table(),
          t.version(),
          t.days().toString(),
          t.by(),
          null,
          t.commit(),
          null,
          null,
          null,
          null,
          null,
          runId);
    }
    JournalEntry.Done d = (JournalEntry.Done) entry;
    return new JobRun(
        d.seq(),
        JobRun.Kind.DONE,
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

  private static JournalEntry readable(JobRun row) {
    try {
      return toEntry(row);
    } catch (RuntimeException e) {
      throw Trouble.usage(
          "Entry %s of the journal (%s) cannot be read: %s"
              .formatted(row.seq(), OpsTables.JOB_RUN, FailureWords.firstLine(e)),
          "Run './dawen doctor --rebuild %s', then './dawen nightly': every day is computed anew."
              .formatted(OpsTables.JOB_RUN),
          e);
    }
  }

  private static JournalEntry toEntry(JobRun row) {
    DaySet days = DaySet.parse(row.days());
    if (row.entryKind() == JobRun.Kind.TOUCH) {
      return new JournalEntry.Touch(
          row.seq(),
          row.tableName(),
          row.version(),
          days,
          row.job(),
          row.fingerprint() == null ? "" : row.fingerprint());
    }
    return new JournalEntry.Done(
        row.seq(),
        row.job(),
        days,
        row.asOfSeq(),
        row.fingerprint(),
        row.why(),
        row.rowsIn(),
        row.rowsOut(),
        row.tookSeconds(),
        row.finishedAt());
  }
}
