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

/** Days of outlets: means, verdicts, masses with what stands for missing hours. */
public final class OutletDayJob implements QueryJob {
  private static final int MOST_DAYS = 3_660;

  @Override
  public JobSpec spec() {
    return JobSpec.writes(SourceTables.OUTLET_DAY)
        .follows(SourceTables.OUTLET_HOUR)
        .looksUp(RegistryTables.OUTLET, RegistryTables.MARK)
        .reach(Reach.around(DayRules.DAYS_AHEAD, SubstitutionRules.LOOKBACK_DAYS))
        .standards(Units.FACTORS)
        .batchDays(MOST_DAYS)
        .build();
  }

  @Override
  public Map<Table, Dataset<Row>> run(JobInput input) {
    return Map.of(
        SourceTables.OUTLET_DAY,
        DayRules.outletDays(
            input.read(SourceTables.OUTLET_HOUR),
            input.lookUp(RegistryTables.OUTLET),
            input.lookUp(RegistryTables.MARK),
            input.days()));
  }
}
