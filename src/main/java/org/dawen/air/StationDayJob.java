package org.dawen.air;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.lake.Table;
import org.dawen.run.Job;
import org.dawen.run.JobInput;
import org.dawen.run.JobSpec;
import org.dawen.run.Reach;

/** The days of air stations: means, largest ozone means and the daily index. */
public final class StationDayJob implements Job {

  @Override
  public JobSpec spec() {
    return JobSpec.writes(AirTables.STATION_DAY)
        .follows(AirTables.STATION_HOUR)
        .reach(Reach.sameDay())
        .settings(RulesAsOf.SETTING)
        .standards(
            "air_limits.csv",
            "air_validity.csv",
            "aqi_breakpoints.csv",
            "aqi_classes.csv",
            "aqi_reporting.csv")
        .build();
  }

  @Override
  public Map<Table, Dataset<Row>> run(JobInput input) {
    RulesAsOf rulesAsOf = RulesAsOf.of(input.settings().text(RulesAsOf.SETTING));
    return Map.of(
        AirTables.STATION_DAY,
        StationDayRules.stationDays(input.read(AirTables.STATION_HOUR), rulesAsOf));
  }
}
