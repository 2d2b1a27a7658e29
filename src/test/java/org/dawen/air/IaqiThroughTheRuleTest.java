package org.dawen.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.dawen.lake.TestRows;
import org.dawen.standard.AirItem;
import org.dawen.standard.DayConcentrations;
import org.dawen.standard.Rounding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every vector of the two index standards through the rules of hours and days. The vectors are of
 * the bare index; where the rules round first, a vector is expected at its rounded concentration.
 */
class IaqiThroughTheRuleTest {
  private static final List<Map<String, String>> VECTORS =
      TestRows.csv("/standard/iaqi_vectors.csv");

  private static AirItem item(Map<String, String> vector) {
    return AirItem.valueOf(vector.get("item").replace("PM25", "PM2_5"));
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

  /**
   * Compares.
   *
   * @param index the index with nothing but one item's concentration known
   * @param columns where the index has the items
   */
  private static <I> void assertIndices(
      BiFunction<AirItem, BigDecimal, I> index,
      Map<AirItem, Function<I, Integer>> columns,
      String expectedColumn,
      boolean rounds,
      int atLeast) {
    Map<String, String> expected = expectations(expectedColumn);
    List<String> differences = new ArrayList<>();
    int compared = 0;
    for (Map<String, String> vector : VECTORS) {
      AirItem item = item(vector);
      BigDecimal given = new BigDecimal(vector.get("concentration")).setScale(6);
      String key = key(item, rounds ? Rounding.halfEven(given, item.decimals()) : given);
      if (!columns.containsKey(item) || !expected.containsKey(key)) {
        continue;
      }
      compared++;
      String found = Objects.toString(columns.get(item).apply(index.apply(item, given)), "");
      if (!found.equals(expected.get(key))) {
        differences.add(key + ": " + found + ", expected " + expected.get(key));
      }
    }
    assertThat(differences).isEmpty();
    assertThat(compared).isGreaterThanOrEqualTo(atLeast);
  }

  private static final Map<AirItem, Function<HourIndex, Integer>> HOUR_COLUMNS =
      Map.of(
          AirItem.SO2_1H, HourIndex::so2Iaqi,
          AirItem.NO2_1H, HourIndex::no2Iaqi,
          AirItem.CO_1H, HourIndex::coIaqi,
          AirItem.O3_1H, HourIndex::o3Iaqi,
          AirItem.PM10_24H, HourIndex::pm10Iaqi,
          AirItem.PM2_5_24H, HourIndex::pm2_5Iaqi);

  private static BigDecimal only(AirItem one, AirItem item, BigDecimal concentration) {
    return item == one ? concentration : null;
  }

  private static HourValues hour(AirItem item, BigDecimal c) {
    return new HourValues(
        only(AirItem.SO2_1H, item, c),
        only(AirItem.NO2_1H, item, c),
        only(AirItem.CO_1H, item, c),
        only(AirItem.O3_1H, item, c),
        only(AirItem.PM10_24H, item, c),
        only(AirItem.PM2_5_24H, item, c));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2016-01-13", "2026-03-01"})
  void everyHourItemHasTheIndexOfItsVector(String day) {
    boolean rounds = day.startsWith("2026");
    LocalDate rulesDay = LocalDate.parse(day);
    assertIndices(
        (item, c) -> HourIndex.of(rulesDay, hour(item, c), null),
        HOUR_COLUMNS,
        rounds ? "expected_hj633_2026" : "expected_hj633_2012",
        rounds,
        // 437 SO2, 293 NO2, 775 CO, 640 O3, 320 PM10 and 289 PM2.5 vectors.
        rounds ? 2500 : 2754);
  }

  private static DayConcentrations day(AirItem item, BigDecimal c) {
    return new DayConcentrations(
        only(AirItem.SO2_24H, item, c),
        only(AirItem.NO2_24H, item, c),
        only(AirItem.PM10_24H, item, c),
        only(AirItem.CO_24H, item, c),
        only(AirItem.O3_8H, item, c),
        only(AirItem.O3_1H, item, c),
        only(AirItem.PM2_5_24H, item, c));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2016-01-13", "2026-03-01"})
  void everyDayItemHasTheIndexOfItsVector(String day) {
    boolean is2026 = day.startsWith("2026");
    LocalDate rulesDay = LocalDate.parse(day);
    Map<AirItem, Function<DayIndex, Integer>> columns =
        new HashMap<>(
            Map.of(
                AirItem.SO2_24H, DayIndex::so2Iaqi,
                AirItem.NO2_24H, DayIndex::no2Iaqi,
                AirItem.PM10_24H, DayIndex::pm10Iaqi,
                AirItem.CO_24H, DayIndex::coIaqi,
                AirItem.O3_8H, DayIndex::o3_8hIaqi,
                AirItem.PM2_5_24H, DayIndex::pm2_5Iaqi));
    if (!is2026) {
      columns.put(AirItem.O3_1H, DayIndex::o3_1hIaqi);
    }
    assertIndices(
        (item, c) -> DayIndex.of(rulesDay, day(item, c), null),
        columns,
        is2026 ? "expected_hj633_2026" : "expected_hj633_2012",
        true,
        is2026 ? 1800 : 2400);
  }
}
