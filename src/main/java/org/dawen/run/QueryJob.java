package org.dawen.run;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.lake.Table;

/** A job whose rows follow from rows by queries; rooms that have become passes have none. */
public interface QueryJob extends Job {
  /**
   * The rows of every table of {@link JobSpec#writes} for exactly {@link JobInput#days}. The sets
   * are lazy: nothing is computed before the runner writes them.
   */
  Map<Table, Dataset<Row>> run(JobInput input);
}
