package org.dawen.air;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Layout;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/** A day of a township, county or zone, or city. */
@OfTable(
    name = "air.area_day",
    grain = "One row per township, county or zone, and city, and day.",
    layout = Layout.BY_YEAR,
    sources = {"air.station_day", "received.air_city_day", "registry.station"},
    warnings = {
      "Preliminary until the day is over and reviewed",
      "The O3 of an area is the mean of its stations' largest 8-hour means (recalled, not checked)"
    })
public record AreaDay(
    @Key AreaKind areaKind,
    @Key String areaCode,
    @Nullable String areaName,
    @Key @Day LocalDate dataDay,
    Basis basis,
    int stationCount,
    @Nullable @Digits(value = 9, scale = 6) BigDecimal validStationPercent,
    ValidStations validStations,
    @Nullable String unmonitoredItems,
    DayValues values,
    @Nullable @Digits(value = 18, scale = 10) BigDecimal pmRatio,
    @Nullable @Digits(value = 18, scale = 10) BigDecimal pm10WithoutDustUgM3,
    @Nullable @Digits(value = 18, scale = 10) BigDecimal pm2_5WithoutDustUgM3,
    AreaIndex index) {

  /** Stations with a valid value. */
  record ValidStations(
      int so2Stations,
      int no2Stations,
      int coStations,
      int o3Stations,
      int pm10Stations,
      int pm2_5Stations) {}

  /** Where the values come from. */
  enum Basis {
    /** Evaluation stations of the area. */
    STATIONS,
    /** The city's day as received, for a city without stations. */
    RECEIVED,
    /** An area without evaluation stations. */
    NONE;

    /** The word in tables. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
