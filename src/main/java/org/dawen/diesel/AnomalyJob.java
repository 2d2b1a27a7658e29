package org.dawen.diesel;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.lake.Table;
import org.dawen.registry.RegistryTables;
import org.dawen.run.JobInput;
import org.dawen.run.JobSpec;
import org.dawen.run.QueryJob;
import org.dawen.run.Reach;

/** The anomaly list of a day: its minutes, and the 30 days before for rules over several days. */
public final class AnomalyJob implements QueryJob {
  @Override
  public JobSpec spec() {
    return JobSpec.writes(DieselTables.ANOMALY)
        .follows(Reach.sameDay(), DieselTables.VEHICLE_MINUTE)
        .follows(
            Reach.andNextDays(DieselThresholds.DAYS_BACK),
            DieselTables.VEHICLE_DAY,
            DieselTables.OBD_INFO)
        .looksUp(RegistryTables.VEHICLE)
        .settings(DieselThresholds.ANOMALY_KEYS)
        .batchDays(31)
        .build();
  }

  @Override
  public Map<Table, Dataset<Row>> run(JobInput input) {
    return Map.of(
        DieselTables.ANOMALY,
        AnomalyRules.anomalies(
            input.read(DieselTables.VEHICLE_MINUTE),
            input.read(DieselTables.VEHICLE_DAY),
            input.read(DieselTables.OBD_INFO),
            input.lookUp(RegistryTables.VEHICLE),
            input.days(),
            DieselThresholds.of(input.settings(), DieselThresholds.ANOMALY_KEYS)));
  }
}
