package org.dawen.run;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.lake.Table;

/**
 * A function from tables and days to tables. The runner decides the days, writes what comes back
 * and keeps the journal; a job only says how rows follow from rows.
 */
public interface Job {
  /** What it reads, writes and depends on. Asked often; must always answer the same. */
  JobSpec spec();

  /** Whether it can run for these days; asked right before {@link #run}. */
  default Readiness check(JobInput input) {
    return Readiness.ready();
  }

  /**
   * The rows of every table of {@link JobSpec#writes} for exactly {@link JobInput#days}. The sets
   * are lazy: nothing is computed before the runner writes them.
   */
  Map<Table, Dataset<Row>> run(JobInput input);
}
