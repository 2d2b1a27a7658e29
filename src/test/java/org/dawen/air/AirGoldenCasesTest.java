package org.dawen.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.dawen.lake.Column;
import org.dawen.lake.Lake;
import org.dawen.lake.Table;
import org.dawen.lake.TableRow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases worked out by hand under {@code golden/air.*}; {@code case.md} shows the arithmetic. */
class AirGoldenCasesTest {

  @ParameterizedTest
  @ValueSource(strings = {"rounding-since-2026", "later-file-wins", "halves-and-blanks"})
  void theHoursAreAsWorkedOut(String name) {
    String folder = "/golden/air.station_hour/" + name + "/";
    assertExpected(AirTables.STATION_HOUR, hours(folder), folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tie-on-twenty-hours", "ozone-thirteen-windows"})
  void theDaysAreAsWorkedOut(String name) {
    String folder = "/golden/air.station_day/" + name + "/";
    Dataset<Row> days = StationDayRules.stationDays(hours(folder), RulesAsOf.DATA_DAY);
    assertExpected(AirTables.STATION_DAY, days, folder);
  }

  private static Dataset<Row> hours(String folder) {
    boolean hasRegistry =
        AirGoldenCasesTest.class.getResource(folder + "given-registry.station.csv") != null;
    return AirSamples.stationHours(
        AirSamples.landed(folder + "given-received.air.csv"),
        hasRegistry
            ? AirSamples.stations(AirSamples.csv(folder + "given-registry.station.csv"))
            : AirSamples.noStations(),
        RulesAsOf.DATA_DAY);
  }

  /** Compares the columns that expected.csv names, all rows, in the order of the key. */
  static void assertExpected(Table table, Dataset<Row> computed, String folder) {
    List<Map<String, String>> expected = AirSamples.csv(folder + "expected.csv");
    List<Column> columns =
        table.columns().stream().filter(c -> expected.get(0).containsKey(c.name())).toList();
    assertThat(columns).hasSize(expected.get(0).size());
    Dataset<Row> sorted =
        computed.orderBy(
            table.key().stream().map(Column::col).toArray(org.apache.spark.sql.Column[]::new));
    Dataset<Row> texts =
        sorted.select(
            columns.stream()
                .map(c -> functions.col(c.name()).cast("string"))
                .toArray(org.apache.spark.sql.Column[]::new));
    List<Map<String, String>> found = new ArrayList<>();
    for (TableRow row : Lake.all(texts)) {
      Map<String, String> cells = new TreeMap<>();
      columns.forEach(c -> cells.put(c.name(), canonical(row.text(c.name()))));
      found.add(cells);
    }
    List<Map<String, String>> wanted = new ArrayList<>();
    for (Map<String, String> row : expected) {
      Map<String, String> cells = new TreeMap<>();
      row.forEach((name, text) -> cells.put(name, canonical(text)));
      wanted.add(cells);
    }
    assertThat(found).containsExactlyElementsOf(wanted);
  }

  /** One way to write a number or a time; empty for null. */
  private static String canonical(String text) {
    if (text == null || text.isEmpty()) {
      return "";
    }
    if (text.matches("-?\\d+(\\.\\d+)?")) {
      return new BigDecimal(text).stripTrailingZeros().toPlainString();
    }
    return text.matches("\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:00)?")
        ? text.substring(0, 16).replace('T', ' ')
        : text;
  }
}
