package org.dawen.air;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.lake.Table;
import org.dawen.registry.RegistryTables;
import org.dawen.run.Job;
import org.dawen.run.JobInput;
import org.dawen.run.JobSpec;
import org.dawen.run.Reach;

/** Diurnal and weekly profiles of stations and areas. */
public final class ProfileJob implements Job {

  @Override
  public JobSpec spec() {
    return JobSpec.writes(AnalystTables.PROFILE_MONTH)
        .follows(AirTables.STATION_HOUR)
        .looksUp(RegistryTables.STATION)
        .reach(Reach.wholeMonth())
        .build();
  }

  @Override
  public Map<Table, Dataset<Row>> run(JobInput input) {
    return Map.of(
        AnalystTables.PROFILE_MONTH,
        AnalystRules.profiles(
            input.read(AirTables.STATION_HOUR), input.lookUp(RegistryTables.STATION)));
  }
}
