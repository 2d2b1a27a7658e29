package org.dawen.source;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.lake.Table;
import org.dawen.registry.RegistryTables;
import org.dawen.run.JobInput;
import org.dawen.run.JobSpec;
import org.dawen.run.QueryJob;
import org.dawen.run.Reach;

/** Comparison tests passed of those due, by month. */
public final class AccuracyMonthJob implements QueryJob {
  private static final int MOST_DAYS = 3_660;

  @Override
  public JobSpec spec() {
    return JobSpec.writes(SourceTables.ACCURACY_MONTH)
        .follows(RegistryTables.COMPARISON)
        .looksUp(RegistryTables.OUTLET, RegistryTables.COUNTY)
        .reach(Reach.wholeMonth())
        .batchDays(MOST_DAYS)
        .build();
  }

  @Override
  public Map<Table, Dataset<Row>> run(JobInput input) {
    return Map.of(
        SourceTables.ACCURACY_MONTH,
        MonthRules.accuracy(
            input.read(RegistryTables.COMPARISON),
            input.lookUp(RegistryTables.OUTLET),
            input.lookUp(RegistryTables.COUNTY)));
  }
}
