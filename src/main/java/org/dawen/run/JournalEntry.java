package org.dawen.run;

import java.math.BigDecimal;
import java.time.Instant;
import org.dawen.lake.DaySet;

/**
 * One line of the journal: either a table that was touched on some days, or a job that was done for
 * some days.
 */
public sealed interface JournalEntry {
  /** Place in the journal; later entries have higher numbers. */
  long seq();

  /** The days the entry is about; of a touch they may be open-ended. */
  DaySet days();

  /**
   * The rows of a table may answer differently for these days.
   *
   * @param version the Delta version up to which the table's log has been booked
   * @param commit hash of that version's commit; empty if unknown
   */
  record Touch(long seq, String table, long version, DaySet days, String by, String commit)
      implements JournalEntry {
    /** Of a commit whose hash is not known. */
    Touch(long seq, String table, long version, DaySet days, String by) {
      this(seq, table, version, days, by, "");
    }
  }

  /**
   * A job has replaced its output for these days.
   *
   * @param asOfSeq the newest journal entry whose effect the job could see
   * @param fingerprint code, standards and settings it ran with
   */
  record Done(
      long seq,
      String job,
      DaySet days,
      long asOfSeq,
      String fingerprint,
      String why,
      long rowsIn,
      long rowsOut,
      BigDecimal seconds,
      Instant finishedAt)
      implements JournalEntry {}
}
