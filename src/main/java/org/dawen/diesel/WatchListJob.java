package org.dawen.diesel;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.intake.ReceivedTables;
import org.dawen.lake.Table;
import org.dawen.registry.RegistryTables;
import org.dawen.run.JobInput;
import org.dawen.run.JobSpec;
import org.dawen.run.QueryJob;
import org.dawen.run.Reach;

/** Vehicles to look at first, as of each day with data. */
public final class WatchListJob implements QueryJob {
  /** Longest span that {@code diesel.watch_days} may ask for. */
  static final int MOST_WATCH_DAYS = 61;

  @Override
  public JobSpec spec() {
    return JobSpec.writes(DieselTables.WATCH_LIST)
        .follows(Reach.andNextDays(MOST_WATCH_DAYS - 1), DieselTables.ANOMALY)
        .follows(Reach.sameDay(), DieselTables.VEHICLE_DAY)
        .looksUp(RegistryTables.VEHICLE)
        .settings(DieselThresholds.WATCH)
        .batchDays(92)
        .build();
  }

  @Override
  public Map<Table, Dataset<Row>> run(JobInput input) {
    DieselThresholds thresholds = DieselThresholds.of(input.settings(), DieselThresholds.WATCH);
    thresholds.requireWhole("watch_days", 1, MOST_WATCH_DAYS);
    return Map.of(
        DieselTables.WATCH_LIST,
        WatchListRules.watchList(
            input.read(DieselTables.ANOMALY),
            input.read(DieselTables.VEHICLE_DAY).select(ReceivedTables.DATA_DAY.col()).distinct(),
            input.lookUp(RegistryTables.VEHICLE),
            thresholds));
  }
}
