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

/** How much of the data due was received and valid, by month. */
public final class TransmissionMonthJob implements QueryJob {
  private static final int MOST_DAYS = 3_660;

  @Override
  public JobSpec spec() {
    return JobSpec.writes(SourceTables.TRANSMISSION_MONTH)
        .follows(SourceTables.OUTLET_HOUR)
        .looksUp(RegistryTables.OUTLET, RegistryTables.MARK, RegistryTables.COUNTY)
        .reach(Reach.wholeMonth())
        .batchDays(MOST_DAYS)
        .build();
  }

  @Override
  public Map<Table, Dataset<Row>> run(JobInput input) {
    return Map.of(
        SourceTables.TRANSMISSION_MONTH,
        MonthRules.transmission(
            input.read(SourceTables.OUTLET_HOUR),
            input.lookUp(RegistryTables.OUTLET),
            input.lookUp(RegistryTables.MARK),
            input.lookUp(RegistryTables.COUNTY),
            Reach.wholeMonth().inputDays(input.days())));
  }
}
