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

/** What the screening rules find. */
public final class AnomalyJob implements QueryJob {

  @Override
  public JobSpec spec() {
    return JobSpec.writes(PowerTables.ANOMALY)
        .follows(
            Reach.around(EnterpriseScreening.DAYS_AFTER, EnterpriseScreening.DAYS_BEFORE),
            PowerTables.METER_INTERVAL)
        .follows(
            Reach.around(EnterpriseScreening.DAYS_AFTER, ScreeningThresholds.USUAL_DAYS),
            PowerTables.METER_DAY)
        .looksUp(RegistryTables.METER)
        .settings(
            Stream.concat(PowerThresholds.KEYS.stream(), ScreeningThresholds.KEYS.stream())
                .toArray(String[]::new))
        .batchDays(31)
        .build();
  }

  @Override
  public Map<Table, Dataset<Row>> run(JobInput input) {
    return Map.of(
        PowerTables.ANOMALY,
        AnomalyRules.anomalies(
            input.read(PowerTables.METER_INTERVAL),
            input.read(PowerTables.METER_DAY),
            input.lookUp(RegistryTables.METER),
            input.days(),
            PowerThresholds.of(input.settings()),
            ScreeningThresholds.of(input.settings())));
  }
}
