package org.dawen.diesel;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.dawen.diesel.WatchList.AnomalyDay;
import org.dawen.lake.Table;
import org.dawen.registry.Vehicle;
import org.dawen.run.JobSpec;
import org.dawen.run.Pass;
import org.dawen.run.PassSpec;
import org.dawen.run.Reach;
import org.dawen.run.References;

/** All vehicles with anomalies together: which to look at first, as of each day with data. */
public final class WatchListPass implements Pass {
  private static final long serialVersionUID = 1L;

  /** Longest span that {@code diesel.watch_days} may ask for. */
  static final int MOST_WATCH_DAYS = 61;

  @Override
  public PassSpec spec() {
    Table anomaly = Table.of(Anomaly.class);
    Table vehicleDay = Table.of(VehicleDay.class);
    return PassSpec.of()
        .follows(anomaly, AnomalyDay.class, a -> "")
        .follows(vehicleDay, DayWithData.class, d -> "")
        .looksUp(Vehicle.class)
        .gives(
            JobSpec.writes(WatchedVehicle.class)
                .follows(Reach.andNextDays(MOST_WATCH_DAYS - 1), anomaly)
                .follows(Reach.sameDay(), vehicleDay)
                .settings(DieselThresholds.WATCH)
                .batchDays(92))
        .build();
  }

  @Override
  public Rule rule(References references) {
    DieselThresholds thresholds =
        DieselThresholds.of(references.settings(), DieselThresholds.WATCH);
    thresholds.requireWhole("watch_days", 1, MOST_WATCH_DAYS);
    WatchList watchList = new WatchList(references.all(Vehicle.class), thresholds);
    return (all, out) -> {
      Set<LocalDate> days =
          all.rows(DayWithData.class).stream()
              .map(DayWithData::dataDay)
              .collect(Collectors.toSet());
      watchList.of(all.rows(AnomalyDay.class), days).forEach(out::give);
    };
  }

  /** The day of a row of {@code diesel.vehicle_day}. */
  record DayWithData(LocalDate dataDay) {}
}
