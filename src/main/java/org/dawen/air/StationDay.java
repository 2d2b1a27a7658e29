package org.dawen.air;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Layout;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/** A day of a station: statistics of its hours and the daily index. */
@OfTable(
    name = "air.station_day",
    grain = "One row per station and day: statistics of its hours and the daily index.",
    layout = Layout.BY_YEAR,
    sources = {"air.station_hour"},
    warnings = {
      "Preliminary until the day is over and reviewed",
      "Minimum hours and windows are partly recalled, not checked against the texts (see"
          + " standards/air_validity.csv)"
    })
public record StationDay(
    @Key String stationCode,
    @Key @Day LocalDate dataDay,
    boolean isRegistered,
    @Nullable String countyCode,
    @Nullable String unmonitoredItems,
    ValidHours validHours,
    int o3_8hWindows,
    Means means,
    int dustHours,
    @Nullable @Digits(value = 18, scale = 10) BigDecimal pm10WithoutDustUgM3,
    @Nullable @Digits(value = 18, scale = 10) BigDecimal pm2_5WithoutDustUgM3,
    int suspiciousHours,
    DayIndex index) {

  /** Hours of the day with a value. */
  record ValidHours(
      int so2ValidHours,
      int no2ValidHours,
      int coValidHours,
      int o3ValidHours,
      int pm10ValidHours,
      int pm2_5ValidHours) {}

  /** Unrounded means and the largest values of ozone; null: not valid. */
  record Means(
      @Nullable @Digits(value = 18, scale = 10) BigDecimal so2UgM3,
      @Nullable @Digits(value = 18, scale = 10) BigDecimal no2UgM3,
      @Nullable @Digits(value = 18, scale = 10) BigDecimal coMgM3,
      @Nullable @Digits(value = 18, scale = 10) BigDecimal pm10UgM3,
      @Nullable @Digits(value = 18, scale = 10) BigDecimal pm2_5UgM3,
      @Nullable @Digits(value = 18, scale = 10) BigDecimal o3_8hUgM3,
      @Nullable @Digits(value = 14, scale = 6) BigDecimal o3_1hMaxUgM3) {

    /** What is averaged over an area's stations. */
    Six<BigDecimal> six() {
      return new Six<>(so2UgM3, no2UgM3, coMgM3, o3_8hUgM3, pm10UgM3, pm2_5UgM3);
    }
  }
}
