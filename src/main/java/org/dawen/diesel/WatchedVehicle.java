package org.dawen.diesel;

import java.time.LocalDate;
import org.dawen.lake.Day;
import org.dawen.lake.Key;
import org.dawen.lake.Layout;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/** A vehicle to look at, as of a day with data. */
@OfTable(
    name = "diesel.watch_list",
    grain =
        "One row per day with data and vehicle that had an anomaly within diesel.watch_days days up"
            + " to it, ranked.",
    layout = Layout.BY_YEAR,
    sources = {"diesel.anomaly", "diesel.vehicle_day", "registry.vehicle"},
    warnings = {"Screening, not a verdict", "VINs in full: publish vin_masked only"})
public record WatchedVehicle(
    @Key(2) @Day LocalDate dataDay,
    int rankNo,
    @Key(1) String vin,
    String vinMasked,
    boolean isRegistered,
    @Nullable String plate,
    @Nullable String owner,
    @Nullable String countyCode,
    int watchScore,
    AnomalyClass worstClass,
    String reasons,
    Seen seen,
    boolean isRepeatOffender) {

  /** On how many days, and on which, it had anomalies. */
  record Seen(
      int anomalyDayCount, LocalDate firstSeenDay, LocalDate lastSeenDay, int sinceFirstSeenDays) {}
}
