package org.dawen.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.dawen.air.StationHours.AirReading;
import org.dawen.lake.DaySet;
import org.dawen.lake.TestRows;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Days of six recorded stations of 2016 against statistics worked out with exact fractions. */
class RecordedYearTest {
  private static final List<Map<String, String>> EXPECTED =
      TestRows.csv("/air/expected_daily_2016.csv");

  private static final Map<String, String> COUNTS =
      Map.of(
          "n_pm25", "pm2_5_valid_hours",
          "n_pm10", "pm10_valid_hours",
          "n_so2", "so2_valid_hours",
          "n_no2", "no2_valid_hours",
          "n_co", "co_valid_hours",
          "o3_windows", "o3_8h_windows");
  private static final Map<String, String> CONCENTRATIONS =
      Map.of(
          "pm25", "pm2_5_ug_m3",
          "pm10", "pm10_ug_m3",
          "so2", "so2_ug_m3",
          "no2", "no2_ug_m3",
          "co", "co_mg_m3",
          "o3_8h", "o3_8h_ug_m3",
          "o3_1h_max", "o3_1h_max_ug_m3");

  private static Map<String, StationDay> days2012;
  private static Map<String, StationDay> days2026;

  @BeforeAll
  static void computeTheYear() {
    List<AirReading> received = new ArrayList<>();
    List.of("aotizhongxin", "changping", "dongsi", "guanyuan", "huairou", "wanliu")
        .forEach(s -> received.addAll(AirSamples.landed("/air/beijing_" + s + "_2016.csv.gz")));
    List<StationHour> hours = AirSamples.stationHours(received, List.of(), RulesAsOf.DATA_DAY);
    days2012 = days(hours, RulesAsOf.DATA_DAY);
    days2026 = days(hours, RulesAsOf.of("2026-03-01"));
  }

  private static Map<String, StationDay> days(List<StationHour> hours, RulesAsOf rulesAsOf) {
    Map<String, StationDay> byKey = new LinkedHashMap<>();
    for (StationDay day : AirSamples.stationDays(hours, rulesAsOf)) {
      assertThat(byKey.put(day.stationCode() + day.dataDay(), day)).isNull();
    }
    return byKey;
  }

  /** Compares one expected column with one computed; null stands as an empty text. */
  private static void assertColumn(
      Map<String, StationDay> days, String expectedColumn, String column) {
    List<String> differences = new ArrayList<>();
    for (Map<String, String> e : EXPECTED) {
      String key = e.get("station") + e.get("date");
      String cell = TestRows.cells(days.get(key)).get(column);
      String found =
          Objects.toString(CONCENTRATIONS.containsValue(column) ? sixDecimals(cell) : cell, "");
      // The expectations write NA where nothing is published; a table holds null there.
      String expected = e.get(expectedColumn).replace("NA", "");
      if (!found.equals(expected)) {
        differences.add(key + " " + expectedColumn + " " + found + ", expected " + expected);
      }
    }
    assertThat(differences).as(expectedColumn).isEmpty();
  }

  private static String sixDecimals(String value) {
    return value == null
        ? null
        : new BigDecimal(value).setScale(6, RoundingMode.HALF_EVEN).toPlainString();
  }

  @Test
  void everyStationAndDayIsThereOnce() {
    assertThat(EXPECTED).hasSize(2196);
    assertThat(days2012).hasSize(2196);
    assertThat(days2026).hasSize(2196);
  }

  @Test
  void validHoursAndWindowsAreCounted() {
    COUNTS.forEach((name, column) -> assertColumn(days2012, name, column));
  }

  @Test
  void meansAndLargestOzoneAreExactToSixDecimals() {
    CONCENTRATIONS.forEach((name, column) -> assertColumn(days2012, name, column));
  }

  @Test
  void theStatisticsDoNotDependOnTheRuleSet() {
    CONCENTRATIONS.forEach((name, column) -> assertColumn(days2026, name, column));
  }

  @Test
  void theSevenItemsOf2012GiveTheIndex() {
    assertColumn(days2012, "aqi2012", "aqi");
    assertColumn(days2012, "primary2012", "primary_pollutant");
    assertThat(days2012.values()).extracting(d -> d.index().ruleSet()).containsOnly("HJ 633-2012");
  }

  @Test
  void theSixItemsLeaveOutTheOzoneHour() {
    assertColumn(days2012, "aqi2012_six_items", "aqi_six_items");
    assertColumn(days2012, "primary2012_six_items", "primary_six_items");
  }

  @Test
  void theRulesOf2026GiveTheIndexAndWhatIsPublished() {
    assertColumn(days2026, "aqi2026", "aqi");
    assertColumn(days2026, "primary2026", "primary_pollutant");
    assertColumn(days2026, "aqi2026_published", "aqi_published");
    assertThat(days2026.values()).extracting(d -> d.index().ruleSet()).containsOnly("HJ 633-2026");
  }

  @Test
  void under2012WhatIsPublishedIsTheIndex() {
    assertColumn(days2012, "aqi2012", "aqi_published");
  }

  /** Key: station and month; of the year under one rule set, each station taken for an area. */
  private static Map<String, Map<String, String>> months(
      Map<String, StationDay> days, RulesAsOf rulesAsOf) {
    Map<String, AreaYear> years = new TreeMap<>();
    days.values().stream()
        .sorted(Comparator.comparing(StationDay::dataDay))
        .forEach(
            d ->
                years
                    .computeIfAbsent(d.stationCode(), s -> new AreaYear())
                    .add(d.dataDay(), d.means().six(), null));
    Map<String, Map<String, String>> months = new TreeMap<>();
    years.forEach(
        (station, year) ->
            new AreaMonths(rulesAsOf)
                .of(year.days, year.lastOfKind, DaySet.ALWAYS).stream()
                    .filter(m -> m.periodKind() == PeriodKind.MONTH && m.dust() == Dust.INCLUDED)
                    .forEach(
                        m ->
                            months.put(
                                station + YearMonth.from(m.monthStart()), TestRows.cells(m))));
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
    Map<String, Map<String, String>> by2012 = months(days2012, RulesAsOf.DATA_DAY);
    Map<String, Map<String, String>> by2026 = months(days2012, RulesAsOf.of("2026-03-01"));
    List<Map<String, String>> expected = TestRows.csv("/air/expected_monthly_2016.csv");
    List<String> differences = new ArrayList<>();
    for (Map<String, String> e : expected) {
      String key = e.get("station") + e.get("month");
      columns.forEach(
          (name, column) -> {
            Map<String, String> row = (name.contains("2026") ? by2026 : by2012).get(key);
            String found = Objects.toString(sixDecimals(row.get(column)), "");
            if (!found.equals(e.get(name))) {
              differences.add(key + " " + name + " " + found + ", expected " + e.get(name));
            }
          });
      counts.forEach(
          (name, column) -> {
            if (!e.get(name).equals(by2012.get(key).get(column))) {
              differences.add(key + " " + name + " " + by2012.get(key).get(column));
            }
          });
      boolean isInvalid = e.get("note").startsWith("invalid");
      if (by2012.get(key).get("is_valid").equals(String.valueOf(isInvalid))) {
        differences.add(key + " is_valid");
      }
    }
    assertThat(differences).isEmpty();
    assertThat(expected).hasSize(72);
  }
}
