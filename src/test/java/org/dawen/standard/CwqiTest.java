package org.dawen.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dawen.lake.TestRows;
import org.junit.jupiter.api.Test;

class CwqiTest {
  private static final LocalDate DAY = LocalDate.of(2024, 3, 1);

  @Test
  void everySectionIsExactToEightDecimals() {
    List<Map<String, String>> vectors = TestRows.csv("/water/cwqi_section.csv");
    assertThat(vectors).hasSize(54);
    for (Map<String, String> vector : vectors) {
      Cwqi index = of(List.of(vector), WaterVectors.body(vector));
      assertThat(index.exact().atDecimals(8))
          .as(vector.get("n"))
          .isEqualByComparingTo(vector.get("cwqi_8"));
      assertThat(index.missing()).isEmpty();
      assertThat(index.itemIndices().get(WaterItem.PH).atDecimals(6))
          .isEqualByComparingTo(vector.get("i_ph"));
      assertThat(index.itemIndices().get(WaterItem.DO).atDecimals(6))
          .isEqualByComparingTo(vector.get("i_do"));
      assertThat(index.itemIndices().get(WaterItem.TP).atDecimals(6))
          .isEqualByComparingTo(vector.get("i_tp"));
    }
  }

  @Test
  void everyCityIsExactToTheDigitsGiven() {
    List<Map<String, String>> sections = TestRows.csv("/water/cwqi_city_section.csv");
    List<Map<String, String>> cities = TestRows.csv("/water/cwqi_city.csv");
    assertThat(cities).hasSize(12);
    for (Map<String, String> city : cities) {
      List<Map<String, String>> rivers = of(sections, city.get("city"), "river");
      List<Map<String, String>> lakes = of(sections, city.get("city"), "lake");
      Cwqi ofRivers = of(rivers, BodyKind.RIVER);
      Cwqi ofLakes = of(lakes, BodyKind.LAKE);
      assertThat(eight(ofRivers)).as(city.toString()).isEqualTo(city.get("cwqi_river_8"));
      assertThat(eight(ofLakes)).as(city.toString()).isEqualTo(city.get("cwqi_lake_8"));
      assertThat(Cwqi.published(Cwqi.ofCity(ofRivers, rivers.size(), ofLakes, lakes.size())))
          .as(city.toString())
          .isEqualByComparingTo(city.get("cwqi_city_4"));
    }
  }

  /** The ranks printed for Jilin in the first half of 2020. */
  @Test
  void citiesRankByTheSmallerIndex() {
    List<Map<String, String>> cities = TestRows.csv("/water/cwqi_jilin_2020.csv");
    Ranks ranks = Ranks.of(cities.stream().map(c -> new BigDecimal(c.get("cwqi"))).toList());
    assertThat(cities)
        .hasSize(12)
        .allSatisfy(
            c ->
                assertThat(ranks.of(new BigDecimal(c.get("cwqi"))))
                    .isEqualTo(Integer.valueOf(c.get("rank"))));
  }

  @Test
  void theChangeIsInPercentOfTheEarlierIndex() {
    assertThat(Cwqi.changePercent(new BigDecimal("4"), new BigDecimal("5")))
        .isEqualTo(new BigDecimal("-20.00"));
    assertThat(Cwqi.changePercent(new BigDecimal("4"), null)).isNull();
    assertThat(Cwqi.changePercent(new BigDecimal("4"), BigDecimal.ZERO)).isNull();
  }

  @Test
  void acidityCountsByItsDistanceFromSevenAndTheLimitsAreOne() {
    assertThat(acidity("6")).isEqualByComparingTo("1");
    assertThat(acidity("7")).isEqualByComparingTo("0");
    assertThat(acidity("9")).isEqualByComparingTo("1");
    assertThat(acidity("8.2")).isEqualByComparingTo("0.6");
  }

  /**
   * 5.2617, of eight items: pH 8.2, DO 7.5, CODMn 4.2, COD 18, BOD5 3.1, NH3-N 0.42, TP 0.12, F
   * 0.6.
   */
  @Test
  void whatIsMissingIsLeftOutAndNamed() {
    Map<WaterItem, Fraction> means = new EnumMap<>(WaterItem.class);
    Map.of(
            WaterItem.PH, "8.2",
            WaterItem.DO, "7.5",
            WaterItem.CODMN, "4.2",
            WaterItem.COD, "18",
            WaterItem.BOD5, "3.1",
            WaterItem.NH3N, "0.42",
            WaterItem.TP, "0.12",
            WaterItem.F, "0.6")
        .forEach((item, value) -> means.put(item, Fraction.of(new BigDecimal(value))));
    Cwqi index = Cwqi.of(means, BodyKind.RIVER, DAY);
    assertThat(Cwqi.published(index.exact())).isEqualTo(new BigDecimal("5.2617"));
    assertThat(index.missing()).hasSize(13).startsWith(WaterItem.CU);
  }

  @Test
  void waterWithoutOxygenHasNoIndexOfOxygen() {
    Cwqi index =
        Cwqi.of(
            Map.of(WaterItem.DO, Fraction.ZERO, WaterItem.TP, Fraction.of(new BigDecimal("0.1"))),
            BodyKind.RIVER,
            DAY);
    assertThat(index.missing()).contains(WaterItem.DO);
    assertThat(index.exact().atDecimals(4)).isEqualTo(new BigDecimal("0.5000"));
  }

  @Test
  void aCityOfRiversAloneHasTheirIndex() {
    Cwqi rivers =
        Cwqi.of(Map.of(WaterItem.PH, Fraction.of(new BigDecimal("8"))), BodyKind.RIVER, DAY);
    assertThat(Cwqi.published(Cwqi.ofCity(rivers, 3, null, 0))).isEqualTo(new BigDecimal("0.5000"));
    assertThat(Cwqi.ofCity(null, 0, null, 0)).isNull();
    assertThat(Cwqi.confidenceOfCity(DAY)).isEqualTo(Confidence.UNSURE);
  }

  private static BigDecimal acidity(String ph) {
    return Cwqi.of(Map.of(WaterItem.PH, Fraction.of(new BigDecimal(ph))), BodyKind.RIVER, DAY)
        .exact()
        .atDecimals(6);
  }

  private static List<Map<String, String>> of(
      List<Map<String, String>> sections, String city, String body) {
    return sections.stream()
        .filter(s -> s.get("city").equals(city) && s.get("body").equals(body))
        .toList();
  }

  private static Cwqi of(List<Map<String, String>> sections, BodyKind body) {
    Map<WaterItem, WaterMean> means = new EnumMap<>(WaterItem.class);
    for (Map<String, String> section : sections) {
      WaterVectors.values(section)
          .forEach((item, value) -> means.computeIfAbsent(item, WaterMean::new).add(value));
    }
    Map<WaterItem, Fraction> exact = new EnumMap<>(WaterItem.class);
    means.forEach((item, mean) -> exact.put(item, mean.exact()));
    return Cwqi.of(exact, body, DAY);
  }

  private static String eight(Cwqi index) {
    return index == null ? "" : index.exact().atDecimals(8).toPlainString();
  }
}
