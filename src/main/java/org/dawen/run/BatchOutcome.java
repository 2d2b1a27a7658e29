package org.dawen.run;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.dawen.lake.Commit;
import org.dawen.lake.Table;

/**
 * What became of some days of one job.
 *
 * @param due the days with the reason they were due
 * @param rowsIn rows of followed tables on the days read
 * @param written the commits of each table
 * @param failure why it failed; null if it did not
 */
record BatchOutcome(
    Planner.Due due,
    long rowsIn,
    Map<Table, List<Commit>> written,
    BigDecimal seconds,
    Exception failure) {
  /** Rows written. */
  long rowsOut() {
    return written.values().stream().flatMap(List::stream).mapToLong(Commit::rowsWritten).sum();
  }
}
