package org.dawen.power;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.lake.Table;
import org.dawen.registry.RegistryTables;
import org.dawen.run.JobInput;
import org.dawen.run.JobSpec;
import org.dawen.run.QueryJob;
import org.dawen.run.Reach;

/** How enterprises answered alerts. */
public final class ResponseDayJob implements QueryJob {

  @Override
  public JobSpec spec() {
    return JobSpec.writes(PowerTables.RESPONSE_DAY)
        .follows(Reach.around(0, ResponseRules.BASELINE_DAYS), PowerTables.METER_DAY)
        .follows(PowerTables.METER_INTERVAL)
        .looksUp(
            RegistryTables.ALERT,
            RegistryTables.RESPONSE_PLAN,
            RegistryTables.HOLIDAY,
            RegistryTables.METER,
            RegistryTables.OUTLET,
            RegistryTables.COUNTY)
        .settings(ResponseThresholds.KEYS.toArray(String[]::new))
        .batchDays(186)
        .build();
  }

  @Override
  public Map<Table, Dataset<Row>> run(JobInput input) {
    // Most days stand under no alert; for those no meter is read.
    if (!AlertDays.touch(input.days(), input.lookUpRows(RegistryTables.ALERT))) {
      return Map.of(
          PowerTables.RESPONSE_DAY,
          input.spark().createDataFrame(List.of(), PowerTables.RESPONSE_DAY.rowSchema()));
    }
    ResponseRules rules =
        new ResponseRules(
            input.lookUp(RegistryTables.ALERT),
            input.lookUp(RegistryTables.RESPONSE_PLAN),
            input.lookUp(RegistryTables.HOLIDAY),
            input.lookUp(RegistryTables.METER),
            input.lookUp(RegistryTables.OUTLET),
            input.lookUp(RegistryTables.COUNTY),
            ResponseThresholds.of(input.settings()));
    return Map.of(
        PowerTables.RESPONSE_DAY,
        rules.responseDays(
            input.read(PowerTables.METER_DAY),
            input.read(PowerTables.METER_INTERVAL),
            input.days()));
  }
}
