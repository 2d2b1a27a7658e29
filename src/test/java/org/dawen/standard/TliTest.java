package org.dawen.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dawen.lake.TestRows;
import org.junit.jupiter.api.Test;

class TliTest {
  private static final LocalDate DAY = LocalDate.of(2016, 7, 1);
  private static final List<WaterItem> ITEMS =
      List.of(WaterItem.CHLA, WaterItem.TP, WaterItem.TN, WaterItem.SD, WaterItem.CODMN);

  @Test
  void everyVectorIsExactToSixDecimals() {
    List<Map<String, String>> vectors = TestRows.csv("/water/tli.csv");
    assertThat(vectors).hasSize(37);
    for (Map<String, String> vector : vectors) {
      Map<WaterItem, BigDecimal> values = WaterVectors.values(vector);
      Tli tli = Tli.of(values, DAY);
      for (WaterItem item : ITEMS) {
        assertThat(six(tli.ofItems().get(item)))
            .as(vector.toString())
            .isEqualTo(vector.get("tli_" + item.name().toLowerCase(Locale.ROOT)));
      }
      assertThat(six(tli.exact())).as(vector.toString()).isEqualTo(vector.get("tli"));
      assertThat(tli.published().toPlainString()).isEqualTo(vector.get("tli_1"));
      assertThat(tli.state(DAY)).as(vector.toString()).isEqualTo(vector.get("state"));
      values.remove(WaterItem.CODMN);
      Tli ofFour = Tli.of(values, DAY);
      assertThat(six(ofFour.exact())).isEqualTo(vector.get("tli_without_codmn"));
      assertThat(ofFour.missing()).containsExactly(WaterItem.CODMN);
    }
  }

  /** Levels printed for Hulun Lake, 2011 to 2016 (ChinaXiv 202112.00113). */
  @Test
  void sixPublishedYearsOfHulunLakeAreReproduced() {
    List<Map<String, String>> years = TestRows.csv("/water/tli_hulun.csv");
    assertThat(years).hasSize(6);
    for (Map<String, String> year : years) {
      Map<WaterItem, BigDecimal> levels = new EnumMap<>(WaterItem.class);
      for (WaterItem item : ITEMS) {
        String level = year.get("tli_" + item.name().toLowerCase(Locale.ROOT));
        if (level != null) {
          levels.put(item, new BigDecimal(level));
        }
      }
      Tli tli = Tli.ofLevels(levels, DAY);
      assertThat(Rounding.halfEven(tli.exact(), 3)).isEqualByComparingTo(year.get("published_tli"));
      assertThat(tli.state(DAY)).isEqualTo(year.get("published_state"));
    }
  }

  @Test
  void aLakeWithoutValuesHasNoLevelAndZeroHasNoLogarithm() {
    assertThat(Tli.of(Map.of(), DAY)).isNull();
    Tli tli = Tli.of(Map.of(WaterItem.TP, BigDecimal.ZERO, WaterItem.TN, BigDecimal.ONE), DAY);
    assertThat(tli.missing()).contains(WaterItem.TP);
    assertThat(six(tli.exact())).isEqualTo("54.530000");
  }

  @Test
  void statesEndWhereTheStandardSays() {
    assertThat(state("29.94")).isEqualTo("贫营养");
    assertThat(state("29.96")).isEqualTo("中营养");
    assertThat(state("50.04")).isEqualTo("中营养");
    assertThat(state("50.06")).isEqualTo("轻度富营养");
    assertThat(state("70.04")).isEqualTo("中度富营养");
    assertThat(state("70.06")).isEqualTo("重度富营养");
  }

  private static String state(String level) {
    return Tli.ofLevels(Map.of(WaterItem.TN, new BigDecimal(level)), DAY).state(DAY);
  }

  private static String six(BigDecimal value) {
    return value.setScale(6, RoundingMode.HALF_EVEN).toPlainString();
  }
}
