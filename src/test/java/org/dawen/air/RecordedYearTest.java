package org.dawen.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.lake.Column;
import org.dawen.lake.Lake;
import org.dawen.lake.TableRow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Days of six recorded stations of 2016 against statistics worked out with exact fractions. */
class RecordedYearTest {
  private static final List<Map<String, String>> EXPECTED =
      AirSamples.csv("/air/expected_daily_2016.csv");

  private static final Map<String, Column> COUNTS =
      Map.of(
          "n_pm25", AirTables.PM2_5_VALID_HOURS,
          "n_pm10", AirTables.PM10_VALID_HOURS,
          "n_so2", AirTables.SO2_VALID_HOURS,
          "n_no2", AirTables.NO2_VALID_HOURS,
          "n_co", AirTables.CO_VALID_HOURS,
          "o3_windows", AirTables.O3_8H_WINDOWS);
  private static final Map<String, Column> CONCENTRATIONS =
      Map.of(
          "pm25", AirTables.PM2_5_MEAN_UG_M3,
          "pm10", AirTables.PM10_MEAN_UG_M3,
          "so2", AirTables.SO2_MEAN_UG_M3,
          "no2", AirTables.NO2_MEAN_UG_M3,
          "co", AirTables.CO_MEAN_MG_M3,
          "o3_8h", AirTables.O3_8H_UG_M3,
          "o3_1h_max", AirTables.O3_1H_MAX_UG_M3);

  private static Map<String, TableRow> days2012;
  private static Map<String, TableRow> days2026;

  @BeforeAll
  static void computeTheYear() {
    Dataset<Row> received =
        Stream.of("aotizhongxin", "changping", "dongsi", "guanyuan", "huairou", "wanliu")
            .map(s -> AirSamples.landed("/air/beijing_" + s + "_2016.csv.gz"))
            .reduce(Dataset::unionAll)
            .orElseThrow();
    Dataset<Row> hours =
        AirSamples.stationHours(received, AirSamples.noStations(), RulesAsOf.DATA_DAY).cache();
    days2012 = days(hours, RulesAsOf.DATA_DAY);
    days2026 = days(hours, RulesAsOf.of("2026-03-01"));
    hours.unpersist();
  }

  private static Map<String, TableRow> days(Dataset<Row> hours, RulesAsOf rulesAsOf) {
    Map<String, TableRow> byKey = new LinkedHashMap<>();
    for (TableRow row : Lake.all(StationDayRules.stationDays(hours, rulesAsOf))) {
      byKey.put(row.text(AirTables.STATION_CODE) + row.day("data_day"), row);
    }
    return byKey;
  }

  /** Compares one expected column with one computed; null stands as an empty text. */
  private static void assertColumn(
      Map<String, TableRow> days, String expectedColumn, Function<TableRow, String> computed) {
    List<String> differences = new ArrayList<>();
    for (Map<String, String> e : EXPECTED) {
      String key = e.get("station") + e.get("date");
      String found = Objects.toString(computed.apply(days.get(key)), "");
      // The expectations write NA where nothing is published; a table holds null there.
      String expected = e.get(expectedColumn).replace("NA", "");
      if (!found.equals(expected)) {
        differences.add(key + " " + expectedColumn + " " + found + ", expected " + expected);
      }
    }
    assertThat(differences).as(expectedColumn).isEmpty();
  }

  private static String sixDecimals(BigDecimal value) {
    return value == null ? null : value.setScale(6, RoundingMode.HALF_EVEN).toPlainString();
  }

  @Test
  void everyStationAndDayIsThereOnce() {
    assertThat(EXPECTED).hasSize(2196);
    assertThat(days2012).hasSize(2196);
    assertThat(days2026).hasSize(2196);
  }

  @Test
  void validHoursAndWindowsAreCounted() {
    COUNTS.forEach((name, column) -> assertColumn(days2012, name, r -> r.text(column.name())));
  }

  @Test
  void meansAndLargestOzoneAreExactToSixDecimals() {
    CONCENTRATIONS.forEach(
        (name, column) -> assertColumn(days2012, name, r -> sixDecimals(r.decimal(column))));
  }

  @Test
  void theStatisticsDoNotDependOnTheRuleSet() {
    CONCENTRATIONS.forEach(
        (name, column) -> assertColumn(days2026, name, r -> sixDecimals(r.decimal(column))));
  }

  @Test
  void theSevenItemsOf2012GiveTheIndex() {
    assertColumn(days2012, "aqi2012", r -> r.text("aqi"));
    assertColumn(days2012, "primary2012", r -> r.text(AirTables.PRIMARY_POLLUTANT));
    assertThat(days2012.values())
        .extracting(r -> r.text(AirTables.RULE_SET))
        .containsOnly("HJ 633-2012");
  }

  @Test
  void theSixItemsLeaveOutTheOzoneHour() {
    assertColumn(days2012, "aqi2012_six_items", r -> r.text("aqi_six_items"));
    assertColumn(days2012, "primary2012_six_items", r -> r.text(AirTables.PRIMARY_SIX_ITEMS));
  }

  @Test
  void theRulesOf2026GiveTheIndexAndWhatIsPublished() {
    assertColumn(days2026, "aqi2026", r -> r.text("aqi"));
    assertColumn(days2026, "primary2026", r -> r.text(AirTables.PRIMARY_POLLUTANT));
    assertColumn(days2026, "aqi2026_published", r -> r.text("aqi_published"));
    assertThat(days2026.values())
        .extracting(r -> r.text(AirTables.RULE_SET))
        .containsOnly("HJ 633-2026");
  }

  @Test
  void under2012WhatIsPublishedIsTheIndex() {
    assertColumn(days2012, "aqi2012", r -> r.text("aqi_published"));
  }

  /** Key: station and month; of the year under one rule set, each station taken for an area. */
  private static Map<String, Map<String, Object>> months(
      Map<String, TableRow> days, RulesAsOf rulesAsOf) {
    Map<String, AreaYear> years = new TreeMap<>();
    days.values().stream()
        .sorted(Comparator.comparing(r -> r.day("data_day")))
        .forEach(
            r -> {
              AreaYear year =
                  years.computeIfAbsent(
                      r.text(AirTables.STATION_CODE), s -> AreaPeriodsTest.emptyYear());
              BigDecimal[] values = {
                r.decimal(AirTables.SO2_MEAN_UG_M3),
                r.decimal(AirTables.NO2_MEAN_UG_M3),
                r.decimal(AirTables.CO_MEAN_MG_M3),
                r.decimal(AirTables.O3_8H_UG_M3),
                r.decimal(AirTables.PM10_MEAN_UG_M3),
                r.decimal(AirTables.PM2_5_MEAN_UG_M3)
              };
              AreaPeriodsTest.add(year, r.day("data_day"), values, null);
            });
    Map<String, Map<String, Object>> months = new TreeMap<>();
    AreaPeriods periods = new AreaPeriods(AreaPeriodsTest.monthsOf(2016), rulesAsOf);
    years.forEach(
        (station, year) ->
            AreaPeriodsTest.named(periods.rows(year)).stream()
                .filter(r -> r.get("period_kind").equals("month"))
                .filter(r -> r.get("dust").equals("included"))
                .forEach(
                    r -> months.put(station + r.get("month_start").toString().substring(0, 7), r)));
    return months;
  }

  @Test
  void monthsAreExactToSixDecimals() {
    Map<String, String> columns =
        Map.of(
            "pm25_mean", "pm2_5_mean_ug_m3",
            "pm10_mean", "pm10_mean_ug_m3",
            "so2_mean", "so2_mean_ug_m3",
            "no2_mean", "no2_mean_ug_m3",
            "co_p95", "co_p95_mg_m3",
            "o3_p90", "o3_8h_p90_ug_m3",
            "composite_2012", "composite_index_unrounded",
            "composite_2026_transition", "composite_index_unrounded");
    Map<String, String> counts =
        Map.of(
            "days_pm25", "pm2_5_valid_days",
            "days_pm10", "pm10_valid_days",
            "days_so2", "so2_valid_days",
            "days_no2", "no2_valid_days",
            "days_co", "co_valid_days",
            "days_o3", "o3_valid_days");
    Map<String, Map<String, Object>> by2012 = months(days2012, RulesAsOf.DATA_DAY);
    Map<String, Map<String, Object>> by2026 = months(days2012, RulesAsOf.of("2026-03-01"));
    List<Map<String, String>> expected = AirSamples.csv("/air/expected_monthly_2016.csv");
    List<String> differences = new ArrayList<>();
    for (Map<String, String> e : expected) {
      String key = e.get("station") + e.get("month");
      columns.forEach(
          (name, column) -> {
            Map<String, Object> row = (name.contains("2026") ? by2026 : by2012).get(key);
            String found = Objects.toString(sixDecimals((BigDecimal) row.get(column)), "");
            if (!found.equals(e.get(name))) {
              differences.add(key + " " + name + " " + found + ", expected " + e.get(name));
            }
          });
      counts.forEach(
          (name, column) -> {
            if (!e.get(name).equals(String.valueOf(by2012.get(key).get(column)))) {
              differences.add(key + " " + name + " " + by2012.get(key).get(column));
            }
          });
      boolean isInvalid = e.get("note").startsWith("invalid");
      if (by2012.get(key).get("is_valid").equals(isInvalid)) {
        differences.add(key + " is_valid");
      }
    }
    assertThat(differences).isEmpty();
    assertThat(expected).hasSize(72);
  }
}
