package org.dawen.run;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import org.dawen.lake.DaySet;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;
import org.dawen.lake.Trouble;

/** An entry of the journal as it is stored; {@link JournalEntry} is what it means. */
@OfTable(
    name = "ops.job_run",
    grain = "One row per entry of the journal: a table touched, or a job done.",
    withoutDay = "an entry is about the days it names",
    sources = {"commit metadata of all tables"},
    warnings = {"Tells about runs; differs between lakes with the same data"})
record JobRun(
    @Key long seq,
    Kind entryKind,
    @Nullable String tableName,
    @Nullable Long version,
    @Nullable String days,
    @Nullable String job,
    @Nullable Long asOfSeq,
    @Nullable String fingerprint,
    @Nullable String why,
    @Nullable Long rowsIn,
    @Nullable Long rowsOut,
    @Nullable @Digits(value = 12, scale = 3) BigDecimal tookSeconds,
    @Nullable Instant finishedAt,
    @Nullable String runId) {

  /** The row of an entry. */
  static JobRun of(JournalEntry entry, String runId) {
    if (entry instanceof JournalEntry.Touch t) {
      return new JobRun(
          t.seq(),
          Kind.TOUCH,
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
        Kind.DONE,
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

  /** What the row means; one that cannot be read is told with the command that heals. */
  JournalEntry entry() {
    try {
      return toEntry();
    } catch (RuntimeException e) {
      throw Trouble.usage(
          e,
          "journal.unreadable",
          seq,
          OpsTables.JOB_RUN,
          FailureWords.firstLine(e),
          OpsTables.JOB_RUN);
    }
  }

  private JournalEntry toEntry() {
    DaySet parsed = DaySet.parse(days);
    return entryKind == Kind.TOUCH
        ? new JournalEntry.Touch(
            seq, tableName, version, parsed, job, fingerprint == null ? "" : fingerprint)
        : new JournalEntry.Done(
            seq, job, parsed, asOfSeq, fingerprint, why, rowsIn, rowsOut, tookSeconds, finishedAt);
  }

  /** What an entry tells. */
  enum Kind {
    /** A table changed on these days. */
    TOUCH,
    /** A job was done for them. */
    DONE;

    /** The word in the table. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
