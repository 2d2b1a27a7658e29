package org.dawen.air;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.intake.ReceivedTables;
import org.dawen.lake.Table;
import org.dawen.registry.RegistryTables;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Areas as worked out by hand; {@code case.md} shows the arithmetic. */
class AreaGoldenCasesTest {

  @ParameterizedTest
  @ValueSource(strings = {"station-moves-and-areas-without-stations"})
  void theDaysOfAreasAreAsWorkedOut(String name) {
    String folder = "/golden/air.area_day/" + name + "/";
    AreaDayRules.Registry registry =
        new AreaDayRules.Registry(
            given(folder, RegistryTables.STATION),
            given(folder, RegistryTables.COUNTY),
            given(folder, RegistryTables.TOWNSHIP));
    AirGoldenCasesTest.assertExpected(
        AreaTables.AREA_DAY,
        AreaDayRules.areaDays(
            given(folder, AirTables.STATION_DAY),
            given(folder, ReceivedTables.AIR_CITY_DAY),
            registry,
            false,
            RulesAsOf.DATA_DAY),
        folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"twenty-six-days-and-dust", "february-and-the-change-of-limits"})
  void theMonthsOfAreasAreAsWorkedOut(String name) {
    String folder = "/golden/air.area_month/" + name + "/";
    AirGoldenCasesTest.assertExpected(
        AreaTables.AREA_MONTH,
        AreaMonthRules.areaMonths(given(folder, AreaTables.AREA_DAY), months(folder), RULES)
            .where(condition(folder)),
        folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"two-fridays-and-a-saturday"})
  void theProfilesAreAsWorkedOut(String name) {
    String folder = "/golden/air.profile_month/" + name + "/";
    AirGoldenCasesTest.assertExpected(
        AnalystTables.PROFILE_MONTH,
        AnalystRules.profiles(
            given(folder, AirTables.STATION_HOUR), given(folder, RegistryTables.STATION)),
        folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ties-and-last-year"})
  void theRanksAreAsWorkedOut(String name) {
    String folder = "/golden/air.ranking_month/" + name + "/";
    Dataset<Row> months =
        AreaMonthRules.areaMonths(given(folder, AreaTables.AREA_DAY), months(folder), RULES);
    AirGoldenCasesTest.assertExpected(
        AreaTables.RANKING_MONTH,
        RankingRules.rankings(months, RULES).where(condition(folder)),
        folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"year-start-and-31-december", "each-rank-above", "share-of-good-days"})
  void theHeadroomIsAsWorkedOut(String name) {
    String folder = "/golden/air.headroom_day/" + name + "/";
    Set<LocalDate> days = new HashSet<>();
    AirSamples.csv(folder + "expected.csv")
        .forEach(r -> days.add(LocalDate.parse(r.get("data_day"))));
    AirGoldenCasesTest.assertExpected(
        AreaTables.HEADROOM_DAY,
        HeadroomRules.headroom(
                given(folder, AreaTables.AREA_DAY),
                given(folder, RegistryTables.TARGET),
                days,
                RULES)
            .where(condition(folder)),
        folder);
  }

  private static final RulesAsOf RULES = RulesAsOf.DATA_DAY;

  /** The months, dust and kinds of period that expected.csv is about. */
  private static String condition(String folder) {
    Set<String> parts = new HashSet<>();
    for (Map<String, String> row : AirSamples.csv(folder + "expected.csv")) {
      String month = row.getOrDefault("month_start", "");
      parts.add(
          "(dust = '%s' AND period_kind = '%s'%s)"
              .formatted(
                  row.get("dust"),
                  row.get("period_kind"),
                  month.isEmpty() ? "" : " AND month_start = DATE'" + month + "'"));
    }
    return String.join(" OR ", parts);
  }

  private static Set<LocalDate> months(String folder) {
    Set<LocalDate> months = new HashSet<>();
    given(folder, "air.area_day")
        .forEach(r -> months.add(LocalDate.parse(r.get("data_day")).withDayOfMonth(1)));
    return months;
  }

  private static Dataset<Row> given(String folder, Table table) {
    return AirSamples.table(table, given(folder, table.name()));
  }

  /** Rows of a given file; a {@code data_day} like {@code 2024-03-01..2024-03-26} is many days. */
  private static List<Map<String, String>> given(String folder, String table) {
    String file = folder + "given-" + table + ".csv";
    if (AreaGoldenCasesTest.class.getResource(file) == null) {
      return List.of();
    }
    List<Map<String, String>> rows = new ArrayList<>();
    for (Map<String, String> row : AirSamples.csv(file)) {
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
