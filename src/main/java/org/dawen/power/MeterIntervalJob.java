package org.dawen.power;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.intake.ReceivedTables;
import org.dawen.lake.Table;
import org.dawen.registry.RegistryTables;
import org.dawen.run.Job;
import org.dawen.run.JobInput;
import org.dawen.run.JobSpec;
import org.dawen.run.Reach;

/** The intervals of meters in force with their mean power, and the meters the registry lacks. */
public final class MeterIntervalJob implements Job {

  @Override
  public JobSpec spec() {
    return JobSpec.writes(PowerTables.METER_INTERVAL, PowerTables.UNKNOWN_METER)
        .follows(ReceivedTables.POWER)
        .looksUp(RegistryTables.METER)
        .reach(Reach.sameDay())
        .settings(
            PowerThresholds.DEFAULT_INTERVAL_MINUTES,
            PowerThresholds.LONGEST_INTERVAL_MINUTES,
            PowerThresholds.PLAUSIBLE_TIMES_RATED)
        .batchDays(31)
        .build();
  }

  @Override
  public Map<Table, Dataset<Row>> run(JobInput input) {
    Dataset<Row> received = input.read(ReceivedTables.POWER);
    Dataset<Row> meters = input.lookUp(RegistryTables.METER);
    return Map.of(
        PowerTables.METER_INTERVAL,
        IntervalRules.meterIntervals(received, meters, PowerThresholds.of(input.settings())),
        PowerTables.UNKNOWN_METER,
        MeterRules.unknownMeters(received, meters));
  }
}
