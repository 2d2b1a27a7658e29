package org.dawen.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IaqiTest {

  private static final AirRuleSet RULES_2012 = AirRuleSet.inForce(LocalDate.of(2026, 2, 28));
  private static final AirRuleSet RULES_2026 = AirRuleSet.inForce(LocalDate.of(2026, 3, 1));

  @Test
  void everyWorkedPointHasItsIndexUnderBothStandards() {
    List<StandardRow> points = TestTables.rows("iaqi_vectors.csv");
    assertThat(points).hasSize(4184);
    for (StandardRow point : points) {
      AirItem item = AirItem.valueOf(point.text("item").replace("PM25", "PM2_5"));
      BigDecimal concentration = point.decimal("concentration");
      assertThat(Iaqi.of(RULES_2012, item, concentration))
          .as("%s under HJ 633-2012", point.where())
          .isEqualTo(point.optionalInteger("expected_hj633_2012"));
      assertThat(Iaqi.of(RULES_2026, item, concentration))
          .as("%s under HJ 633-2026", point.where())
          .isEqualTo(point.optionalInteger("expected_hj633_2026"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PM2_5_24H, 35, 50, 50",
    "PM2_5_24H, 36, 52, 52",
    "PM2_5_24H, 60, 82, 100",
    "PM2_5_24H, 61, 83, 101",
    "PM2_5_24H, 75, 100, 114",
    "PM2_5_24H, 76, 102, 115",
    "PM2_5_24H, 115, 150, 150",
    "PM2_5_24H, 150, 200, 200",
    "PM2_5_24H, 250, 300, 300",
    "PM2_5_24H, 500, 500, 500",
    "PM10_24H, 50, 50, 50",
    "PM10_24H, 120, 85, 100",
    "PM10_24H, 150, 100, 112",
    "PM10_24H, 151, 101, 112",
    "PM10_24H, 88, 69, 78",
    "SO2_24H, 75, 63, 63",
    "NO2_24H, 57, 72, 72",
    "CO_24H, 1.3, 33, 33",
    "O3_8H, 160, 100, 100",
    "O3_8H, 188, 126, 126",
    "O3_8H, 265, 200, 200",
    "O3_8H, 266, 201, 201",
    "O3_8H, 800, 300, 300",
    "O3_1H, 201, 101, 101",
    "SO2_1H, 800, 200, 200",
    "SO2_1H, 900, , 200",
    "NO2_1H, 141, 71, 71"
  })
  void publishedExamplesHold(
      AirItem item, BigDecimal concentration, Integer in2012, Integer in2026) {
    assertThat(Iaqi.of(RULES_2012, item, concentration)).isEqualTo(in2012);
    assertThat(Iaqi.of(RULES_2026, item, concentration)).isEqualTo(in2026);
  }

  @Test
  void above800SulphurDioxideAndOzoneReportAnotherItemUntil2026() {
    BigDecimal above = new BigDecimal("800.0000001");
    BigDecimal at = new BigDecimal("800");
    assertThat(RULES_2012.insteadOf(AirItem.SO2_1H, above)).isEqualTo(AirItem.SO2_24H);
    assertThat(RULES_2012.insteadOf(AirItem.O3_8H, above)).isEqualTo(AirItem.O3_1H);
    assertThat(RULES_2012.insteadOf(AirItem.SO2_1H, at)).isNull();
    assertThat(RULES_2012.insteadOf(AirItem.SO2_1H, null)).isNull();
    assertThat(RULES_2026.insteadOf(AirItem.SO2_1H, above)).isNull();
    assertThat(RULES_2026.insteadOf(AirItem.O3_8H, above)).isNull();
    assertThat(Iaqi.of(RULES_2026, AirItem.O3_8H, above)).isEqualTo(300);
    assertThat(Iaqi.of(RULES_2012, AirItem.O3_8H, above)).isNull();
  }

  @Test
  void hairAboveAStepCountsAsTheNextStep() {
    BigDecimal hair = new BigDecimal("0.00000000000000000001");
    assertThat(Iaqi.of(RULES_2012, AirItem.PM2_5_24H, new BigDecimal("75").add(hair)))
        .isEqualTo(101);
    assertThat(Iaqi.of(RULES_2012, AirItem.PM2_5_24H, new BigDecimal("75").subtract(hair)))
        .isEqualTo(100);
    assertThat(Iaqi.of(RULES_2012, AirItem.PM2_5_24H, hair)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"600.1", "999999999999.9", "1e12", "18446744073709", "1e14", "1e30"})
  void concentrationBeyondAnyInstrumentStopsAt500(BigDecimal concentration) {
    assertThat(Iaqi.of(RULES_2012, AirItem.PM10_24H, concentration)).isEqualTo(500);
    assertThat(Iaqi.of(RULES_2026, AirItem.PM10_24H, concentration)).isEqualTo(500);
  }

  @Test
  void missingOrNegativeConcentrationHasNoIndex() {
    assertThat(Iaqi.of(RULES_2026, AirItem.PM10_24H, null)).isNull();
    assertThat(Iaqi.of(RULES_2026, AirItem.PM10_24H, new BigDecimal("-0.0000001"))).isNull();
  }

  @ParameterizedTest
  @EnumSource(AirItem.class)
  void everyItemHasItsBreakpointsFromTheTable(AirItem item) {
    for (AirRuleSet rules : AirRuleSet.all()) {
      for (StandardRow row : StandardTable.read("aqi_breakpoints.csv").rows()) {
        if (row.text("standard").equals(rules.standard())
            && row.text("item").equals(item.name())
            && row.text("relation").equals("at")) {
          assertThat(Iaqi.of(rules, item, row.decimal("concentration")))
              .as(row.where())
              .isEqualTo(row.integer("iaqi"));
          assertThat(row.text("unit")).isEqualTo(item.name().startsWith("CO_") ? "mg/m3" : "ug/m3");
        }
      }
    }
  }

  @Property
  void indexNeverFallsWhenTheConcentrationRises(
      @ForAll AirItem item,
      @ForAll @Scale(7) @BigRange(min = "0", max = "3000") BigDecimal one,
      @ForAll @Scale(7) @BigRange(min = "0", max = "3000") BigDecimal other) {
    for (AirRuleSet rules : AirRuleSet.all()) {
      Integer low = Iaqi.of(rules, item, one.min(other));
      Integer high = Iaqi.of(rules, item, one.max(other));
      if (low != null && high != null) {
        assertThat(low).isLessThanOrEqualTo(high);
      } else {
        // Without an index are only concentrations above the last breakpoint: never the lower
        // alone.
        assertThat(high).isNull();
      }
    }
  }

  /** The formula as printed, in fractions, against the fixed-point arithmetic. */
  @Property
  void indexEqualsThePrintedFormula(
      @ForAll @Scale(9) @BigRange(min = "0", max = "499.999999999") BigDecimal concentration) {
    int[] iaqi = {0, 50, 100, 150, 200, 300, 400, 500};
    int[] bp = {0, 35, 60, 115, 150, 250, 350, 500};
    int hi = 1;
    while (concentration.compareTo(BigDecimal.valueOf(bp[hi])) > 0) {
      hi++;
    }
    BigDecimal numerator =
        concentration
            .subtract(BigDecimal.valueOf(bp[hi - 1]))
            .multiply(BigDecimal.valueOf(iaqi[hi] - iaqi[hi - 1]));
    int expected =
        numerator
                .divide(BigDecimal.valueOf(bp[hi] - bp[hi - 1]), 0, RoundingMode.CEILING)
                .intValueExact()
            + iaqi[hi - 1];
    assertThat(Iaqi.of(RULES_2026, AirItem.PM2_5_24H, concentration)).isEqualTo(expected);
  }
}
