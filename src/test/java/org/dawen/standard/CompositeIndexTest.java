package org.dawen.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompositeIndexTest {

  private static final Map<AirPollutant, BigDecimal> TAIAN_2023_08 =
      concentrations("8", "14", "38", "21", "0.6", "188");

  @Test
  void taianInAugust2023IsAsPublished() {
    CompositeIndex index = CompositeIndex.of(LocalDate.of(2023, 8, 1), TAIAN_2023_08);
    assertThat(index.value()).isEqualTo(new BigDecimal("2.95"));
    assertThat(index.unrounded()).isEqualByComparingTo("2.9511904762");
    assertThat(index.mainPollutants()).containsExactly(AirPollutant.O3);
    assertThat(index.singleIndices())
        .containsEntry(AirPollutant.SO2, new BigDecimal("0.1333333333"))
        .containsEntry(AirPollutant.NO2, new BigDecimal("0.3500000000"))
        .containsEntry(AirPollutant.PM10, new BigDecimal("0.5428571429"))
        .containsEntry(AirPollutant.PM2_5, new BigDecimal("0.6000000000"))
        .containsEntry(AirPollutant.CO, new BigDecimal("0.1500000000"))
        .containsEntry(AirPollutant.O3, new BigDecimal("1.1750000000"));
  }

  @Test
  void sameMonthUnderTheLimitsOfTheTransitionIsHigher() {
    CompositeIndex index = CompositeIndex.of(LocalDate.of(2026, 3, 1), TAIAN_2023_08);
    assertThat(index.value()).isEqualTo(new BigDecimal("3.14"));
    assertThat(index.unrounded()).isEqualByComparingTo("3.1416666667");
  }

  @Test
  void publishedBulletinsAreMetWithinTheRoundingOfTheirInputs() {
    List<StandardRow> bulletins = TestTables.rows("published_bulletins.csv");
    assertThat(bulletins).hasSize(3);
    for (StandardRow bulletin : bulletins) {
      CompositeIndex index =
          CompositeIndex.of(
              LocalDate.parse(bulletin.text("period") + "-01"),
              concentrations(
                  bulletin.text("so2_ugm3"),
                  bulletin.text("no2_ugm3"),
                  bulletin.text("pm10_ugm3"),
                  bulletin.text("pm25_ugm3"),
                  bulletin.text("co_p95_mgm3"),
                  bulletin.text("o3_8h_p90_ugm3")));
      assertThat(index.value().subtract(bulletin.decimal("published_composite")).abs())
          .as(bulletin.text("place"))
          .isLessThanOrEqualTo(new BigDecimal("0.02"));
    }
  }

  @Test
  void sumIsRoundedOnceAndHalfToEven() {
    // 0.3 / 60 = 0.005 exactly, which rounds to the even 0.00; rounding the parts would give 0.01.
    assertThat(sulphurDioxideAlone("0.3").value()).isEqualTo(new BigDecimal("0.00"));
    assertThat(sulphurDioxideAlone("0.9").value()).isEqualTo(new BigDecimal("0.02"));
    assertThat(sulphurDioxideAlone("0.30000000000000001").value())
        .isEqualTo(new BigDecimal("0.01"));
  }

  @Test
  void tiedMainPollutantsAreNamedTogether() {
    CompositeIndex index =
        CompositeIndex.of(
            LocalDate.of(2024, 1, 1), concentrations("60", "0", "0", "35", "0", "160"));
    assertThat(index.mainPollutants())
        .containsExactly(AirPollutant.PM2_5, AirPollutant.SO2, AirPollutant.O3);
  }

  @Test
  void indexOfFivePollutantsDoesNotExist() {
    Map<AirPollutant, BigDecimal> five = new EnumMap<>(TAIAN_2023_08);
    five.remove(AirPollutant.CO);
    assertThat(CompositeIndex.of(LocalDate.of(2023, 8, 1), five)).isNull();
  }

  @Test
  void everyWeightIsOneAndCarbonMonoxideAndOzoneArePercentiles() {
    List<CompositeIndex.Term> terms = CompositeIndex.terms(LocalDate.of(2024, 1, 1));
    assertThat(terms).hasSize(6);
    for (CompositeIndex.Term term : terms) {
      assertThat(term.weight()).isEqualByComparingTo(BigDecimal.ONE);
      assertThat(term.limitGrade()).isEqualTo(2);
      switch (term.pollutant()) {
        case CO -> assertThat(term.percentileFraction()).isEqualByComparingTo("0.95");
        case O3 -> assertThat(term.percentileFraction()).isEqualByComparingTo("0.90");
        default -> assertThat(term.percentileFraction()).isNull();
      }
    }
  }

  @Test
  void dayWithoutTermsIsRefusedInASentence() {
    assertThatThrownBy(() -> CompositeIndex.of(LocalDate.of(2010, 1, 1), TAIAN_2023_08))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2010-01-01");
  }

  private static CompositeIndex sulphurDioxideAlone(String so2) {
    return CompositeIndex.of(
        LocalDate.of(2024, 1, 1), concentrations(so2, "0", "0", "0", "0", "0"));
  }

  private static Map<AirPollutant, BigDecimal> concentrations(
      String so2, String no2, String pm10, String pm25, String co, String o3) {
    Map<AirPollutant, BigDecimal> concentrations = new EnumMap<>(AirPollutant.class);
    concentrations.put(AirPollutant.SO2, new BigDecimal(so2));
    concentrations.put(AirPollutant.NO2, new BigDecimal(no2));
    concentrations.put(AirPollutant.PM10, new BigDecimal(pm10));
    concentrations.put(AirPollutant.PM2_5, new BigDecimal(pm25));
    concentrations.put(AirPollutant.CO, new BigDecimal(co));
    concentrations.put(AirPollutant.O3, new BigDecimal(o3));
    return concentrations;
  }
}
