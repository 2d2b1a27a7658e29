package org.dawen.air;

import java.util.HashSet;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.lake.Table;
import org.dawen.registry.RegistryTables;
import org.dawen.run.Job;
import org.dawen.run.JobInput;
import org.dawen.run.JobSpec;
import org.dawen.run.Reach;

/** What the rest of each period may cost, day by day. */
public final class HeadroomJob implements Job {

  @Override
  public JobSpec spec() {
    return JobSpec.writes(AreaTables.HEADROOM_DAY)
        .follows(AreaTables.AREA_DAY)
        .looksUp(RegistryTables.TARGET)
        .reach(Reach.restOfYear())
        .settings(RulesAsOf.SETTING)
        .standards("air_limits.csv", "aqi_reporting.csv", "composite_index.csv")
        .build();
  }

  @Override
  public Map<Table, Dataset<Row>> run(JobInput input) {
    return Map.of(
        AreaTables.HEADROOM_DAY,
        HeadroomRules.headroom(
            input.read(AreaTables.AREA_DAY),
            input.lookUp(RegistryTables.TARGET),
            new HashSet<>(input.days().days()),
            RulesAsOf.of(input.settings().text(RulesAsOf.SETTING))));
  }
}
