package org.dawen.noise;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Listed;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/**
 * A month of all points of one kind of zone in a county or a city.
 *
 * @param zone of the points on the days counted; {@code all}: whichever
 * @param registeredPointCount points of the zone in the registry on any day up to the last
 * @param reportingPointCount of them those with data on such days
 */
@OfTable(
    name = "noise.zone_month",
    grain = "One row per county or city, zone (all: every zone) and month: compliance and capture.",
    sources = {"noise.point_day", "registry.noise_point", "registry.county"},
    warnings = "The first of a month is its day; the month may not be over (last_day)")
public record ZoneMonth(
    @Key @Listed({"county", "city"}) String areaKind,
    @Key String areaCode,
    @Key @Listed({"0", "1", "2", "3", "4a", "4b", "all"}) String zone,
    @Key @Day LocalDate monthStart,
    LocalDate lastDay,
    int registeredPointCount,
    int reportingPointCount,
    int dueHourCount,
    int receivedHourCount,
    int excludedHourCount,
    @Nullable @Digits(value = 7, scale = 4) BigDecimal capturePercent,
    Compliance compliance,
    boolean isProvisional) {

  static final String EVERY_ZONE = "all";
}
