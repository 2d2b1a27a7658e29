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

/** What each vehicle did on a day. */
public final class VehicleDayJob implements QueryJob {

  @Override
  public JobSpec spec() {
    return JobSpec.writes(DieselTables.VEHICLE_DAY)
        .follows(DieselTables.VEHICLE_MINUTE, DieselTables.OBD_INFO)
        .looksUp(RegistryTables.VEHICLE)
        .reach(Reach.sameDay())
        .settings(DieselThresholds.REFILL_PERCENT)
        .batchDays(31)
        .build();
  }

  @Override
  public Map<Table, Dataset<Row>> run(JobInput input) {
    return Map.of(
        DieselTables.VEHICLE_DAY,
        VehicleDayRules.vehicleDays(
            input.read(DieselTables.VEHICLE_MINUTE),
            input.read(DieselTables.OBD_INFO),
            input.lookUp(RegistryTables.VEHICLE),
            DieselThresholds.of(input.settings(), DieselThresholds.REFILL_PERCENT)));
  }
}
