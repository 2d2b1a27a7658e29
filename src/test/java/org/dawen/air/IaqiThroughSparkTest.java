package org.dawen.air;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.dawen.lake.Lake;
import org.dawen.lake.SharedSession;
import org.dawen.lake.TableRow;
import org.dawen.standard.AirItem;
import org.dawen.standard.Rounding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every vector of the two index standards through the Spark functions. The vectors are of the bare
 * index; where the rules round first, a vector is expected at its rounded concentration.
 */
class IaqiThroughSparkTest {
  private static final Column ALL_MONITORED = lit(null).cast("string");
  private static final Column NONE = lit(null).cast("decimal(14,6)");
  private static final List<Map<String, String>> VECTORS =
      AirSamples.csv("/standard/iaqi_vectors.csv");

  private static AirItem item(Map<String, String> vector) {
    return AirItem.valueOf(vector.get("item").replace("PM25", "PM2_5"));
  }

  private static Dataset<Row> vectors() {
    StructType type =
        new StructType()
            .add("item", DataTypes.StringType)
            .add("c", DataTypes.createDecimalType(14, 6));
    return SharedSession.spark()
        .createDataFrame(
            VECTORS.stream()
                .map(v -> RowFactory.create(item(v).name(), new BigDecimal(v.get("concentration"))))
                .toList(),
            type);
  }

  private static Column of(AirItem item) {
    return org.apache
        .spark
        .sql
        .functions
        .when(col("item").equalTo(item.name()), col("c"))
        .otherwise(NONE);
  }

  /** Key: item and concentration. */
  private static Map<String, String> expectations(String column) {
    Map<String, String> expected = new HashMap<>();
    VECTORS.forEach(
        v -> expected.put(key(item(v), new BigDecimal(v.get("concentration"))), v.get(column)));
    return expected;
  }

  private static String key(AirItem item, BigDecimal concentration) {
    return item + " " + concentration.stripTrailingZeros().toPlainString();
  }

  private static void assertIndices(
      Dataset<Row> indexed,
      Map<AirItem, String> columns,
      String expectedColumn,
      boolean rounds,
      int atLeast) {
    Map<String, String> expected = expectations(expectedColumn);
    List<String> differences = new ArrayList<>();
    int compared = 0;
    for (TableRow row : Lake.all(indexed)) {
      AirItem item = AirItem.valueOf(row.text("item"));
      BigDecimal given = new BigDecimal(row.text("c"));
      String key = key(item, rounds ? Rounding.halfEven(given, item.decimals()) : given);
      if (!columns.containsKey(item) || !expected.containsKey(key)) {
        continue;
      }
      compared++;
      String found = Objects.toString(row.text(columns.get(item)), "");
      if (!found.equals(expected.get(key))) {
        differences.add(key + ": " + found + ", expected " + expected.get(key));
      }
    }
    assertThat(differences).isEmpty();
    assertThat(compared).isGreaterThanOrEqualTo(atLeast);
  }

  private static final Map<AirItem, String> HOUR_COLUMNS =
      Map.of(
          AirItem.SO2_1H, "so2_iaqi",
          AirItem.NO2_1H, "no2_iaqi",
          AirItem.CO_1H, "co_iaqi",
          AirItem.O3_1H, "o3_iaqi",
          AirItem.PM10_24H, "pm10_iaqi",
          AirItem.PM2_5_24H, "pm2_5_iaqi");

  @ParameterizedTest
  @ValueSource(strings = {"2016-01-13", "2026-03-01"})
  void everyHourItemHasTheIndexOfItsVector(String day) {
    boolean rounds = day.startsWith("2026");
    Column indices =
        HourIndices.of(
            lit(LocalDate.parse(day)),
            new Column[] {
              of(AirItem.SO2_1H),
              of(AirItem.NO2_1H),
              of(AirItem.CO_1H),
              of(AirItem.O3_1H),
              of(AirItem.PM10_24H),
              of(AirItem.PM2_5_24H)
            },
            ALL_MONITORED);
    assertIndices(
        IndexFields.attach(vectors(), indices, AirTables.HOUR_INDICES),
        HOUR_COLUMNS,
        rounds ? "expected_hj633_2026" : "expected_hj633_2012",
        rounds,
        // 437 SO2, 293 NO2, 775 CO, 640 O3, 320 PM10 and 289 PM2.5 vectors.
        rounds ? 2500 : 2754);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2016-01-13", "2026-03-01"})
  void everyDayItemHasTheIndexOfItsVector(String day) {
    boolean is2026 = day.startsWith("2026");
    Column indices =
        DayIndices.of(
            lit(LocalDate.parse(day)),
            new Column[] {
              of(AirItem.SO2_24H),
              of(AirItem.NO2_24H),
              of(AirItem.PM10_24H),
              of(AirItem.CO_24H),
              of(AirItem.O3_8H),
              of(AirItem.O3_1H),
              of(AirItem.PM2_5_24H)
            },
            ALL_MONITORED);
    Map<AirItem, String> columns =
        new HashMap<>(
            Map.of(
                AirItem.SO2_24H, "so2_iaqi",
                AirItem.NO2_24H, "no2_iaqi",
                AirItem.PM10_24H, "pm10_iaqi",
                AirItem.CO_24H, "co_iaqi",
                AirItem.O3_8H, "o3_8h_iaqi",
                AirItem.PM2_5_24H, "pm2_5_iaqi"));
    if (!is2026) {
      columns.put(AirItem.O3_1H, "o3_1h_iaqi");
    }
    assertIndices(
        IndexFields.attach(vectors(), indices, AirTables.DAY_INDICES),
        columns,
        is2026 ? "expected_hj633_2026" : "expected_hj633_2012",
        true,
        is2026 ? 1800 : 2400);
  }
}
