package org.dawen.diesel;

import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.intake.ObdMinutes;
import org.dawen.intake.ObdRules;
import org.dawen.intake.ObdTables;
import org.dawen.lake.Table;
import org.dawen.run.JobInput;
import org.dawen.run.JobSpec;
import org.dawen.run.QueryJob;
import org.dawen.run.Reach;

/**
 * Whole minutes from the parts that came. No pass yet: parts that overlap are decoded again from
 * the landing files.
 */
public final class VehicleMinuteJob implements QueryJob {

  @Override
  public JobSpec spec() {
    return JobSpec.writes(DieselTables.VEHICLE_MINUTE)
        .follows(ObdTables.OBD_MINUTE)
        .reach(Reach.sameDay())
        .settings(
            Stream.concat(Stream.of(DieselThresholds.TRIP_GAP_SECONDS), Stream.of(ObdRules.KEYS))
                .toArray(String[]::new))
        .batchDays(7)
        .build();
  }

  @Override
  public Map<Table, Dataset<Row>> run(JobInput input) {
    return Map.of(
        DieselTables.VEHICLE_MINUTE,
        ObdMinutes.join(
            input.read(ObdTables.OBD_MINUTE),
            input.landingRoot(),
            ObdRules.of(input.settings()),
            input.settings().whole(DieselThresholds.TRIP_GAP_SECONDS)));
  }
}
