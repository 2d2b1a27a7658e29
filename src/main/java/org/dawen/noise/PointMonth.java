package org.dawen.noise;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dawen.lake.Components;
import org.dawen.lake.Constraint;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;
import org.dawen.standard.NoiseZone;

/**
 * A month of a noise point: how much of its data came, and its compliance by point-times.
 *
 * @param isRegistered on any day up to the last
 * @param zone on the last day on which it is registered
 * @param lastDay last day of the month on which any point has data
 * @param dueHourCount hours of the days up to it on which the point is registered
 * @param receivedHourCount of the due hours; of a point that nobody registered 0
 * @param capturePercent received of due hours; null: none are due
 */
@OfTable(
    name = "noise.point_month",
    grain = "One row per noise point, registered or with data, and month.",
    sources = {"noise.point_day", "registry.noise_point"},
    warnings = "The first of a month is its day; the month may not be over (last_day)")
public record PointMonth(
    @Key String pointCode,
    @Key @Day LocalDate monthStart,
    boolean isRegistered,
    @Nullable NoiseZone zone,
    @Nullable String countyCode,
    LocalDate lastDay,
    int dueHourCount,
    int receivedHourCount,
    int excludedHourCount,
    @Nullable @Digits(value = 7, scale = 4) BigDecimal capturePercent,
    Compliance compliance,
    boolean isProvisional) {

  static void constraints(Components of) {
    of.holds(
        "never_below_zero",
        Constraint.neverNegative(of.all("dueHourCount", "receivedHourCount", "excludedHourCount")));
  }
}
