package org.dawen.air;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dawen.air.AreaDays.CityReading;
import org.dawen.air.Profiles.HourOfStation;
import org.dawen.air.Rankings.AreaMonthIndex;
import org.dawen.lake.DaySet;
import org.dawen.lake.TestRows;
import org.dawen.registry.County;
import org.dawen.registry.Station;
import org.dawen.registry.Target;
import org.dawen.registry.Township;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Areas as worked out by hand; {@code case.md} shows the arithmetic. */
class AreaGoldenCasesTest {
  private static final RulesAsOf RULES = RulesAsOf.DATA_DAY;

  @ParameterizedTest
  @ValueSource(strings = {"station-moves-and-areas-without-stations"})
  void theDaysOfAreasAreAsWorkedOut(String name) {
    String folder = "/golden/air.area_day/" + name + "/";
    AreaDays rule =
        new AreaDays(
            new StationRegister(given(folder, "registry.station", Station.class), List.of()),
            new AreaRegister(
                given(folder, "registry.county", County.class),
                given(folder, "registry.township", Township.class)),
            false,
            RULES);
    List<StationDay> stationDays =
        TestRows.records(
            StationDay.class,
            TestRows.withDefaults(
                given(folder, "air.station_day"), TestRows.zeros(StationDay.class)));
    List<CityReading> cityDays = given(folder, "received.air_city_day", CityReading.class);
    Set<LocalDate> days = new TreeSet<>();
    stationDays.forEach(d -> days.add(d.dataDay()));
    cityDays.forEach(d -> days.add(d.dataDay()));
    List<AreaDay> rows = new ArrayList<>();
    for (LocalDate day : days) {
      rows.addAll(
          rule.of(
              day,
              stationDays.stream().filter(d -> d.dataDay().equals(day)).toList(),
              cityDays.stream().filter(d -> d.dataDay().equals(day)).toList()));
    }
    TestRows.assertExpected(AreaDay.class, rows, folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"twenty-six-days-and-dust", "february-and-the-change-of-limits"})
  void theMonthsOfAreasAreAsWorkedOut(String name) {
    String folder = "/golden/air.area_month/" + name + "/";
    TestRows.assertExpected(AreaMonth.class, expected(folder, months(folder)), folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"two-fridays-and-a-saturday"})
  void theProfilesAreAsWorkedOut(String name) {
    String folder = "/golden/air.profile_month/" + name + "/";
    Map<YearMonth, List<HourOfStation>> months =
        given(folder, "air.station_hour", HourOfStation.class).stream()
            .collect(Collectors.groupingBy(h -> YearMonth.from(h.dataDay())));
    StationRegister stations =
        new StationRegister(given(folder, "registry.station", Station.class), List.of());
    List<ProfileMonth> rows = new ArrayList<>();
    months.forEach((month, hours) -> rows.addAll(Profiles.of(month.atDay(1), hours, stations)));
    TestRows.assertExpected(ProfileMonth.class, rows, folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ties-and-last-year"})
  void theRanksAreAsWorkedOut(String name) {
    String folder = "/golden/air.ranking_month/" + name + "/";
    Map<List<Object>, List<AreaMonthIndex>> groups =
        months(folder).stream()
            .map(m -> TestRows.records(AreaMonthIndex.class, List.of(TestRows.cells(m))).get(0))
            .collect(
                Collectors.groupingBy(
                    m ->
                        List.of(
                            m.areaKind(),
                            m.periodKind(),
                            m.dust(),
                            m.monthStart().getMonthValue())));
    List<RankingMonth> rows = new ArrayList<>();
    groups.values().forEach(group -> rows.addAll(new Rankings(RULES).of(group)));
    TestRows.assertExpected(RankingMonth.class, expected(folder, rows), folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"year-start-and-31-december", "each-rank-above", "share-of-good-days"})
  void theHeadroomIsAsWorkedOut(String name) {
    String folder = "/golden/air.headroom_day/" + name + "/";
    DaySet wanted =
        DaySet.of(
            TestRows.csv(folder + "expected.csv").stream()
                .map(r -> LocalDate.parse(r.get("data_day")))
                .toList());
    Goals rule = new Goals(given(folder, "registry.target", Target.class), RULES);
    List<HeadroomDay> rows = new ArrayList<>();
    areaDays(folder).stream()
        .collect(Collectors.groupingBy(AreaDayFigures::areaKind))
        .values()
        .forEach(ofKind -> rows.addAll(rule.of(ofKind, wanted)));
    TestRows.assertExpected(HeadroomDay.class, expected(folder, rows), folder);
  }

  /** All months of the areas given, quarters and years to date with them. */
  private static List<AreaMonth> months(String folder) {
    Map<AreaKind, Map<YearMonth, LocalDate>> lastOfKind = new TreeMap<>();
    Map<List<Object>, List<AreaDayFigures>> years = new LinkedHashMap<>();
    for (AreaDayFigures day : areaDays(folder)) {
      lastOfKind
          .computeIfAbsent(day.areaKind(), k -> new TreeMap<>())
          .put(YearMonth.from(day.dataDay()), day.dataDay());
      years
          .computeIfAbsent(
              List.of(day.areaKind(), day.areaCode(), day.dataDay().getYear()),
              k -> new ArrayList<>())
          .add(day);
    }
    List<AreaMonth> rows = new ArrayList<>();
    years
        .values()
        .forEach(
            year ->
                rows.addAll(
                    new AreaMonths(RULES)
                        .of(year, lastOfKind.get(year.get(0).areaKind()), DaySet.ALWAYS)));
    return rows;
  }

  /** In the order in which the passes get them. */
  private static List<AreaDayFigures> areaDays(String folder) {
    return given(folder, "air.area_day", AreaDayFigures.class).stream()
        .sorted(
            Comparator.comparing(AreaDayFigures::dataDay).thenComparing(AreaDayFigures::areaCode))
        .toList();
  }

  /** The rows of the months, dust and kinds of period that expected.csv is about. */
  private static <R extends Record> List<R> expected(String folder, List<R> rows) {
    List<Map<String, String>> expected = TestRows.csv(folder + "expected.csv");
    List<String> about =
        List.of("dust", "period_kind", "month_start").stream()
            .filter(expected.get(0)::containsKey)
            .toList();
    Set<List<String>> wanted =
        expected.stream()
            .map(row -> about.stream().map(row::get).toList())
            .collect(Collectors.toSet());
    return rows.stream()
        .filter(
            row -> {
              Map<String, String> cells = TestRows.cells(row);
              return wanted.contains(about.stream().map(cells::get).toList());
            })
        .toList();
  }

  private static <R extends Record> List<R> given(String folder, String table, Class<R> type) {
    return TestRows.records(type, given(folder, table));
  }

  /** Rows of a given file; a {@code data_day} like {@code 2024-03-01..2024-03-26} is many days. */
  private static List<Map<String, String>> given(String folder, String table) {
    String file = folder + "given-" + table + ".csv";
    if (AreaGoldenCasesTest.class.getResource(file) == null) {
      return List.of();
    }
    List<Map<String, String>> rows = new ArrayList<>();
    for (Map<String, String> row : TestRows.csv(file)) {
      String[] span = row.getOrDefault("data_day", "").split("\\.\\.");
      if (span.length < 2) {
        rows.add(row);
        continue;
      }
      LocalDate last = LocalDate.parse(span[1]);
      for (LocalDate d = LocalDate.parse(span[0]); !d.isAfter(last); d = d.plusDays(1)) {
        Map<String, String> copy = new LinkedHashMap<>(row);
        copy.put("data_day", d.toString());
        rows.add(copy);
      }
    }
    return rows;
  }
}
