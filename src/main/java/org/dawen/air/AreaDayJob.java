package org.dawen.air;

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

/** The days of townships, counties and zones, and cities. */
public final class AreaDayJob implements Job {
  private static final String REQUIRE_SHARE = "air.require_share_of_stations";

  @Override
  public JobSpec spec() {
    return JobSpec.writes(AreaTables.AREA_DAY)
        .follows(AirTables.STATION_DAY, ReceivedTables.AIR_CITY_DAY)
        .looksUp(RegistryTables.STATION, RegistryTables.COUNTY, RegistryTables.TOWNSHIP)
        .reach(Reach.sameDay())
        .settings(RulesAsOf.SETTING, REQUIRE_SHARE)
        .standards(
            "air_validity.csv", "aqi_breakpoints.csv", "aqi_classes.csv", "aqi_reporting.csv")
        .build();
  }

  @Override
  public Map<Table, Dataset<Row>> run(JobInput input) {
    AreaDayRules.Registry registry =
        new AreaDayRules.Registry(
            input.lookUp(RegistryTables.STATION),
            input.lookUp(RegistryTables.COUNTY),
            input.lookUp(RegistryTables.TOWNSHIP));
    return Map.of(
        AreaTables.AREA_DAY,
        AreaDayRules.areaDays(
            input.read(AirTables.STATION_DAY),
            input.read(ReceivedTables.AIR_CITY_DAY),
            registry,
            Boolean.parseBoolean(input.settings().text(REQUIRE_SHARE)),
            RulesAsOf.of(input.settings().text(RulesAsOf.SETTING))));
  }
}
