package org.dawen.run;

import java.math.BigDecimal;
import java.time.Instant;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

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

  /** What an entry tells. */
  enum Kind {
    /** A table changed on these days. */
    TOUCH("touch"),
    /** A job was done for them. */
    DONE("done");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The word in the table. */
    @Override
    public String toString() {
      return word;
    }
  }
}
