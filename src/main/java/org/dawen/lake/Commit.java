package org.dawen.lake;

import java.util.List;

/**
 * One commit of a table as its log tells it.
 *
 * @param version the Delta version
 * @param changesData false for pure housekeeping such as compaction
 * @param days the days it touched, or null if the commit does not say (a foreign writer)
 * @param job who wrote it: the job, or of a foreign writer its operation and program; empty if the
 *     commit's file is gone
 * @param rowsWritten rows it put in, without those it only carried over; 0 if the log does not say
 * @param ledgerVersion newest version of the ledger of files when intake wrote the commit, −1 if
 *     there was no ledger; null if the commit does not say
 * @param files data files it added, as paths that Spark can read; with carried-over rows, if any
 */
public record Commit(
    long version,
    boolean changesData,
    DaySet days,
    String job,
    long rowsWritten,
    Long ledgerVersion,
    List<String> files) {

  /** True if another program than Dawen changed rows. */
  public boolean isForeign() {
    return changesData && days == null && !job.isEmpty();
  }
}
