package org.dawen.water;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dawen.lake.TestRows;
import org.dawen.standard.WaterClass;
import org.dawen.standard.WaterDecimals;
import org.dawen.standard.WaterItem;
import org.dawen.standard.WaterPurpose;
import org.junit.jupiter.api.Test;

/**
 * Section 闸口 of the Qiantang (钱塘江), seven months of 2020 as published. On 10 and 11 February its
 * analyser gave ammonia nitrogen of up to 70,765 mg/L.
 */
class ZhakouTest {
  private static final List<WaterItem> ITEMS =
      List.of(
          WaterItem.PH, WaterItem.DO, WaterItem.CODMN, WaterItem.NH3N, WaterItem.TP, WaterItem.TN);
  private static final SectionRegister REGISTER =
      WaterSamples.register(WaterSamples.section("zhakou", "river", "Ⅲ"));
  private static final List<WaterObservation> OBSERVATIONS = observations();
  private static final List<SectionFigures.Month> MONTHS =
      new SectionMonths(REGISTER).of(WaterSamples.byMethod(OBSERVATIONS));

  private static List<WaterObservation> observations() {
    List<WaterValue> values = new ArrayList<>();
    for (Map<String, String> row : TestRows.csv("/water/zhakou_2020.csv.gz")) {
      values.addAll(
          WaterSamples.values(
              "zhakou",
              row.get("observed_at"),
              row,
              null,
              WaterSamples.file("water/zhakou.csv", values.size())));
    }
    return new Observations(REGISTER, WaterSamples.rules()).of("zhakou", WaterValue.sorted(values));
  }

  @Test
  void everyMonthIsAsWorkedOutInEveryDefinition() {
    List<Map<String, String>> expected = TestRows.csv("/water/zhakou_2020_month.csv");
    assertThat(expected).hasSize(28);
    for (Map<String, String> row : expected) {
      Way way = row.get("screen").equals("screened") ? Way.SCREENED : Way.AS_RECEIVED;
      SectionFigures.Month month = month(row.get("month"), way);
      for (WaterItem item : ITEMS) {
        String name = item.name().toLowerCase(Locale.ROOT);
        SectionItemMonth of = item(month, item);
        BigDecimal mean =
            row.get("how").equals("mean_of_values")
                ? of.meanOfValuesValue()
                : of.meanOfDayMeansValue();
        assertThat(of.usedCount()).as(row + name).isEqualTo(Integer.parseInt(row.get(name + "_n")));
        assertThat(mean.setScale(6, RoundingMode.HALF_EVEN))
            .as(row + name)
            .isEqualByComparingTo(row.get(name + "_mean6"));
        assertThat(
                WaterDecimals.inForce(WaterPurpose.OBSERVATION, item, month.month().monthStart())
                    .rounded(mean))
            .as(row + name)
            .isEqualByComparingTo(row.get(name + "_rounded"));
      }
      assertThat(month.month().verdict().waterClass().number())
          .as(row.toString())
          .isEqualTo(Integer.parseInt(row.get("class_5_items_river")));
    }
  }

  @Test
  void februaryIsClassTwoScreenedAndWorseThanFiveAsReceivedAndBothAreShown() {
    assertThat(month("2020-02", Way.AS_RECEIVED).month().verdict().waterClass())
        .isEqualTo(WaterClass.WORSE);
    assertThat(month("2020-02", Way.AS_RECEIVED).month().verdict().exceedingItems())
        .isEqualTo("NH3-N(1470.52)");
    assertThat(month("2020-02", Way.AS_RECEIVED).month().isTargetMet()).isFalse();
    for (Way way : List.of(Way.SCREENED, Way.PROVINCE_RULE)) {
      assertThat(month("2020-02", way).month().verdict().waterClass()).isEqualTo(WaterClass.II);
      assertThat(month("2020-02", way).month().isTargetMet()).isTrue();
    }
    assertThat(month("2020-02", Way.SCREENED).month().verdict().isProvisional()).isTrue();
  }

  @Test
  void everyExclusionHasItsReason() {
    Map<ScreenReason, Long> reasons = new LinkedHashMap<>();
    for (WaterObservation o : OBSERVATIONS) {
      if (o.screenReason() != null) {
        reasons.merge(o.screenReason(), 1L, Long::sum);
      }
    }
    assertThat(reasons)
        .containsEntry(ScreenReason.TOO_MANY_DECIMALS, 24L)
        .containsEntry(ScreenReason.IMPOSSIBLE_VALUE, 95L);
    assertThat(OBSERVATIONS.stream().filter(o -> o.usedValue() != null && !o.isUsed()))
        .allMatch(o -> o.screenReason() != null);
  }

  /** They would exclude what may be real, which the months worked out keep. */
  @Test
  void flatLinesAndJumpsAreListedAndCount() {
    assertThat(OBSERVATIONS.stream().filter(o -> o.suspectReason() != null && o.isUsed()))
        .hasSizeGreaterThan(100)
        .anyMatch(o -> o.suspectReason().contains("FLAT_LINE"))
        .anyMatch(o -> o.suspectReason().contains("JUMP"))
        .anyMatch(o -> o.suspectReason().contains("NH3N_ABOVE_TN"));
  }

  private static SectionFigures.Month month(String month, Way way) {
    return MONTHS.stream()
        .filter(m -> m.month().way() == way)
        .filter(m -> m.month().monthStart().toString().equals(month + "-01"))
        .findFirst()
        .orElseThrow();
  }

  private static SectionItemMonth item(SectionFigures.Month month, WaterItem item) {
    return month.items().stream().filter(i -> i.item() == item).findFirst().orElseThrow();
  }
}
