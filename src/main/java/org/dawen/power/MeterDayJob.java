package org.dawen.power;

import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.lake.Table;
import org.dawen.registry.RegistryTables;
import org.dawen.run.JobInput;
import org.dawen.run.JobSpec;
import org.dawen.run.QueryJob;
import org.dawen.run.Reach;

/** The days of meters: small enough that 30 of them can be looked back upon every night. */
public final class MeterDayJob implements QueryJob {

  @Override
  public JobSpec spec() {
    return JobSpec.writes(PowerTables.METER_DAY)
        .follows(PowerTables.METER_INTERVAL)
        .looksUp(RegistryTables.METER)
        .reach(Reach.sameDay())
        .settings(
            Stream.concat(PowerThresholds.KEYS.stream(), ScreeningThresholds.KEYS.stream())
                .toArray(String[]::new))
        .batchDays(31)
        .build();
  }

  @Override
  public Map<Table, Dataset<Row>> run(JobInput input) {
    return Map.of(
        PowerTables.METER_DAY,
        MeterDayRules.meterDays(
            input.read(PowerTables.METER_INTERVAL),
            input.lookUp(RegistryTables.METER),
            PowerThresholds.of(input.settings()),
            ScreeningThresholds.of(input.settings())));
  }
}
