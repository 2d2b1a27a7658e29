package org.dawen.air;

import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.intake.ReceivedTables;
import org.dawen.lake.Table;
import org.dawen.registry.RegistryTables;
import org.dawen.run.Job;
import org.dawen.run.JobInput;
import org.dawen.run.JobSpec;
import org.dawen.run.Reach;

/** The hours of air stations in force with their index, and the stations the registry lacks. */
public final class StationHourJob implements Job {

  @Override
  public JobSpec spec() {
    return JobSpec.writes(AirTables.STATION_HOUR, AirTables.UNKNOWN_STATION)
        .follows(ReceivedTables.AIR)
        .looksUp(RegistryTables.STATION, RegistryTables.DUST_HOUR)
        .reach(Reach.sameDay())
        .settings(
            Stream.concat(Stream.of(RulesAsOf.SETTING), InstrumentCaps.SETTINGS.stream())
                .toArray(String[]::new))
        .standards("aqi_breakpoints.csv", "aqi_classes.csv", "aqi_reporting.csv")
        .build();
  }

  @Override
  public Map<Table, Dataset<Row>> run(JobInput input) {
    RulesAsOf rulesAsOf = RulesAsOf.of(input.settings().text(RulesAsOf.SETTING));
    Dataset<Row> received = input.read(ReceivedTables.AIR);
    Dataset<Row> stations = input.lookUp(RegistryTables.STATION);
    return Map.of(
        AirTables.STATION_HOUR,
        StationHourRules.stationHours(
            received,
            stations,
            input.lookUp(RegistryTables.DUST_HOUR),
            InstrumentCaps.of(input.settings()),
            rulesAsOf),
        AirTables.UNKNOWN_STATION,
        StationHourRules.unknownStations(received, stations));
  }
}
