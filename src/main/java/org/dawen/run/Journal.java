package org.dawen.run;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.dawen.lake.Commit;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.Message;
import org.dawen.lake.Table;

/**
 * The runner's memory, kept in {@code ops.job_run}: which days of which table were touched when,
 * and which days of which job were done as of what. Every commit of a table reaches it through the
 * commit's own metadata, so a run killed between a commit and its entry loses nothing.
 */
final class Journal {
  private final Lake lake;
  private final String runId;
  private final JournalIndex index;
  private final List<JournalEntry> unwritten = new ArrayList<>();
  private final Message outside;
  private long newest;
  private boolean isFolded;

  /** To ask about tables, not to plan from. */
  Journal(Lake lake, String runId) {
    this(lake, runId, JournalSnapshot.OF_ANY_JOBS);
  }

  /**
   * To plan from.
   *
   * @param ofJobs what {@link JournalSnapshot#ofJobs} says of the jobs that will be planned
   */
  Journal(Lake lake, String runId, String ofJobs) {
    this.lake = lake;
    this.runId = runId;
    JournalSnapshot snapshot = JournalSnapshot.read(lake, ofJobs);
    List<JournalEntry> since = new ArrayList<>();
    if (snapshot == null || !snapshot.isNewest(lake)) {
      long known = snapshot == null ? 0 : snapshot.throughSeq();
      for (JobRun row : lake.rowsAbove(OpsTables.JOB_RUN, JobRun.class, known)) {
        if (row.seq() > known) {
          since.add(row.entry());
        }
      }
    }
    List<JournalEntry> all = new ArrayList<>(since);
    if (snapshot != null) {
      all.addAll(snapshot.entries());
      newest = snapshot.throughSeq();
    }
    index = JournalIndex.of(all);
    newest = Math.max(newest, since.stream().mapToLong(JournalEntry::seq).max().orElse(0));
    isFolded = snapshot != null && since.isEmpty();
    outside = LakeCheck.outside(lake, OpsTables.JOB_RUN, lastTouch(OpsTables.JOB_RUN));
    if (outside != null) {
      index.clear();
    }
  }

  /** Why nothing of what was written counts: somebody else changed it; empty if it does. */
  Message outside() {
    return outside;
  }

  /** The last word on a table; null if there is none. */
  JournalEntry.Touch lastTouch(Table table) {
    return index.lastTouch(table.name());
  }

  /** No entry counts. */
  boolean isEmpty() {
    return index.isEmpty();
  }

  /** Decides by the entries as they are when it is asked. */
  Planner planner() {
    return new Planner(index);
  }

  long newestSeq() {
    return newest;
  }

  private void add(JournalEntry entry) {
    index.add(entry);
    newest = Math.max(newest, entry.seq());
    unwritten.add(entry);
    isFolded = false;
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
        DaySet.unionOf(index.touches(table.name()).stream().map(JournalEntry::days).toList());
    return named.union(lake.daysPresent(table, DaySet.ALWAYS));
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
    if (index.isEmpty() && lake.newestVersion(OpsTables.JOB_RUN) < 0) {
      write();
    }
  }

  private void write() {
    if (outside != null && lake.hasFolder(OpsTables.JOB_RUN)) {
      lake.setAside(OpsTables.JOB_RUN, runId);
    }
    long version = lake.newestVersion(OpsTables.JOB_RUN) + 1;
    add(
        new JournalEntry.Touch(
            newest + 1, OpsTables.JOB_RUN.name(), version, DaySet.NONE, "journal"));
    lake.append(
        JobRun.class,
        DaySet.NONE,
        unwritten.stream().map(e -> JobRun.of(e, runId)).toList(),
        "journal");
    unwritten.clear();
  }

  /**
   * Notes beside the table what later plans need of everything written, so that a start reads that
   * and what was written since. Only while no job is running.
   *
   * @param jobs with their fingerprints, as {@link JournalFold#of} takes them
   */
  void fold(Map<JobSpec, String> jobs) {
    long version = lake.newestVersion(OpsTables.JOB_RUN);
    if (!isFolded && unwritten.isEmpty() && version >= 0) {
      JournalSnapshot.of(lake, index, jobs, newest, version).write(lake);
      isFolded = true;
    }
  }
}
