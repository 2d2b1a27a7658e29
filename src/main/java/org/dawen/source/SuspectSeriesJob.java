package org.dawen.source;

import static org.dawen.intake.ReceivedTables.DATA_DAY;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.lake.Table;
import org.dawen.run.JobInput;
import org.dawen.run.JobSpec;
import org.dawen.run.QueryJob;
import org.dawen.run.Reach;

/** Days of series that trip a screening rule. */
public final class SuspectSeriesJob implements QueryJob {
  @Override
  public JobSpec spec() {
    return JobSpec.writes(SourceTables.SUSPECT_SERIES)
        .follows(SourceTables.OUTLET_HOUR)
        .reach(Reach.around(0, SuspectThresholds.DAYS_BACK))
        .settings(SuspectThresholds.KEYS.toArray(String[]::new))
        .standards(Units.FACTORS)
        .build();
  }

  @Override
  public Map<Table, Dataset<Row>> run(JobInput input) {
    return Map.of(
        SourceTables.SUSPECT_SERIES,
        SuspectRules.suspects(
                input.read(SourceTables.OUTLET_HOUR), SuspectThresholds.of(input.settings()))
            .where(input.days().toSql(DATA_DAY.name())));
  }
}
