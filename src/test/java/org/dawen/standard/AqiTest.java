package org.dawen.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AqiTest {

  private static final AirRuleSet RULES_2012 = AirRuleSet.inForce(LocalDate.of(2016, 1, 14));
  private static final AirRuleSet RULES_2026 = AirRuleSet.inForce(LocalDate.of(2026, 3, 1));

  @Test
  void largestIndexIsTheIndexOfTheDay() {
    AqiReport report =
        Aqi.daily(RULES_2012, day("45.67", "122.63", "194.67", "3.93", "13", "18", "164.96"));
    assertThat(report.aqi()).isEqualTo(215);
    assertThat(report.primaryLabel()).isEqualTo("PM2.5");
    assertThat(report.aqiClass().name()).isEqualTo("重度污染");
    assertThat(report.publishedAqi(Set.of())).isEqualTo(215);
    assertThat(report.indices().pm25()).isEqualTo(215);
    assertThat(report.indices().no2()).isEqualTo(122);
  }

  @ParameterizedTest
  @CsvSource({"60.5, 100", "60.51, 101", "61.5, 102"})
  void dailyConcentrationIsRoundedHalfEvenFirst(String pm25, int aqi) {
    assertThat(Aqi.daily(RULES_2026, day("1", "1", "1", "0.1", "1", "1", pm25)).aqi())
        .isEqualTo(aqi);
  }

  @Test
  void dailyCarbonMonoxideKeepsOneDecimal() {
    assertThat(Aqi.daily(RULES_2026, day(null, null, null, "2.05", null, null, null)).aqi())
        .isEqualTo(50);
    assertThat(Aqi.daily(RULES_2026, day(null, null, null, "2.051", null, null, null)).aqi())
        .isEqualTo(53);
  }

  @Test
  void hourlyConcentrationCountsAsReceivedUntil2026AndRoundedAfterwards() {
    HourConcentrations hour = hour("1", null, "1", "1", "0.1", "1", "35.4");
    assertThat(Aqi.hourly(RULES_2012, hour).aqi()).isEqualTo(51);
    assertThat(Aqi.hourly(RULES_2026, hour).aqi()).isEqualTo(50);
  }

  @Test
  void largestOzoneHourCountsBesideEightHoursOnlyInTheSevenItems() {
    DayConcentrations day = day("1", "1", "1", "0.1", "104.875", "188", "1");
    assertThat(Aqi.daily(RULES_2012, day).aqi()).isEqualTo(85);
    assertThat(Aqi.daily(RULES_2012, day).primaryLabel()).isEqualTo("O3");
    assertThat(Aqi.dailySixItems(RULES_2012, day).aqi()).isEqualTo(55);
    assertThat(Aqi.daily(RULES_2026, day).aqi()).isEqualTo(55);
  }

  @Test
  void ozoneIsNamedOnceWhenHourAndEightHoursTie() {
    AqiReport report = Aqi.daily(RULES_2012, day("1", "1", "1", "0.1", "160", "200", "1"));
    assertThat(report.aqi()).isEqualTo(100);
    assertThat(report.primaryLabel()).isEqualTo("O3");
  }

  @Test
  void ozoneHourStandsInWhenEightHoursExceed800() {
    DayConcentrations day = day("1", "1", "1", "0.1", "801", "900", "1");
    assertThat(Aqi.daily(RULES_2012, day).aqi()).isEqualTo(350);
    assertThat(Aqi.dailySixItems(RULES_2012, day).aqi()).isEqualTo(350);
    assertThat(Aqi.daily(RULES_2026, day).aqi()).isEqualTo(300);
  }

  @Test
  void meanOf24HoursStandsInWhenTheSulphurDioxideHourExceeds800() {
    assertThat(Aqi.hourly(RULES_2012, hour("801", "475", "1", "1", "0.1", "1", "1")).aqi())
        .isEqualTo(150);
    assertThat(Aqi.hourly(RULES_2012, hour("801", null, "1", "1", "0.1", "1", "1")).indices().so2())
        .isNull();
    assertThat(Aqi.hourly(RULES_2012, hour("800", "2620", "1", "1", "0.1", "1", "1")).aqi())
        .isEqualTo(200);
    assertThat(Aqi.hourly(RULES_2026, hour("801", "475", "1", "1", "0.1", "1", "1")).aqi())
        .isEqualTo(200);
    assertThat(Aqi.hourly(RULES_2026, hour("800.4", "475", "1", "1", "0.1", "1", "1")).aqi())
        .isEqualTo(200);
  }

  @Test
  void hourlyParticlesUseTheBreakpointsOf24Hours() {
    PollutantIndices indices =
        Aqi.hourly(RULES_2012, hour("150", null, "100", "150", "5", "160", "75")).indices();
    assertThat(indices).isEqualTo(new PollutantIndices(100, 100, 50, 50, 50, 50));
  }

  @Test
  void primaryPollutantsAreNamedOnlyAbove50() {
    AqiReport at50 = report(RULES_2026, 50, 50, 1, 1, 1, 1);
    assertThat(at50.primaryPollutants()).isEmpty();
    assertThat(at50.primaryLabel()).isEmpty();
    AqiReport at51 = report(RULES_2026, 50, 51, 1, 1, 1, 1);
    assertThat(at51.primaryPollutants()).containsExactly(AirPollutant.PM10);
  }

  @Test
  void tiesAreJoinedInNamingOrder() {
    assertThat(report(RULES_2012, 80, 80, 80, 80, 80, 80).primaryLabel())
        .isEqualTo("PM2.5+PM10+SO2+NO2+CO+O3");
    assertThat(report(RULES_2012, 160, 1, null, 160, 159, 160).primaryLabel())
        .isEqualTo("PM2.5+NO2+O3");
  }

  @Test
  void tieOfLargeIndicesIsFoundByValue() {
    assertThat(report(RULES_2012, 400, 400, 1, 1, 1, 1).primaryLabel()).isEqualTo("PM2.5+PM10");
  }

  @Test
  void incompleteDayIsPublishedOnlyAbove100From2026() {
    assertThat(report(RULES_2026, null, 100, 1, 1, 1, 1).publishedAqi(Set.of())).isNull();
    assertThat(report(RULES_2026, null, 101, 1, 1, 1, 1).publishedAqi(Set.of())).isEqualTo(101);
    assertThat(report(RULES_2026, 1, 100, 1, 1, 1, 1).publishedAqi(Set.of())).isEqualTo(100);
    assertThat(report(RULES_2012, null, 100, 1, 1, 1, 1).publishedAqi(Set.of())).isEqualTo(100);
  }

  @Test
  void incompleteDayStillHasItsOwnIndex() {
    AqiReport report = report(RULES_2026, null, 60, 1, 1, 1, null);
    assertThat(report.aqi()).isEqualTo(60);
    assertThat(report.indices().missing()).containsExactly(AirPollutant.PM2_5, AirPollutant.O3);
  }

  @Test
  void itemNotMonitoredByPlanDoesNotHoldBackPublication() {
    AqiReport report = report(RULES_2026, 60, 50, 1, 1, null, 1);
    assertThat(report.publishedAqi(Set.of(AirPollutant.CO))).isEqualTo(60);
    assertThat(report.publishedAqi(Set.of(AirPollutant.SO2))).isNull();
    assertThat(report(RULES_2026, 60, null, 1, 1, null, 1).publishedAqi(Set.of(AirPollutant.CO)))
        .isNull();
  }

  @Test
  void dayWithoutAnyItemHasNeitherIndexNorClass() {
    for (AirRuleSet rules : AirRuleSet.all()) {
      AqiReport report = Aqi.daily(rules, day(null, null, null, null, null, null, null));
      assertThat(report.aqi()).isNull();
      assertThat(report.aqiClass()).isNull();
      assertThat(report.primaryPollutants()).isEmpty();
      assertThat(report.publishedAqi(Set.of())).isNull();
      assertThat(report.indices().missing()).hasSize(6);
    }
  }

  @Test
  void negativeMeanIsNotRoundedToACleanZero() {
    assertThat(Aqi.daily(RULES_2026, day("-0.2", null, null, null, null, null, null)).aqi())
        .isNull();
  }

  @Property
  void indexOfTheDayIsAtLeastEveryIndexAndOneOfThem(
      @ForAll("index") Integer pm25,
      @ForAll("index") Integer pm10,
      @ForAll("index") Integer so2,
      @ForAll("index") Integer no2,
      @ForAll("index") Integer co,
      @ForAll("index") Integer o3) {
    PollutantIndices indices = new PollutantIndices(pm25, pm10, so2, no2, co, o3);
    AqiReport report = Aqi.report(RULES_2026, indices);
    boolean found = report.aqi() == null;
    for (AirPollutant pollutant : AirPollutant.values()) {
      Integer index = indices.of(pollutant);
      if (index != null) {
        assertThat(report.aqi()).isGreaterThanOrEqualTo(index);
        found |= index.equals(report.aqi());
        assertThat(report.primaryPollutants().contains(pollutant))
            .isEqualTo(index > 50 && index.equals(report.aqi()));
      }
    }
    assertThat(found).isTrue();
  }

  @Provide
  Arbitrary<Integer> index() {
    return Arbitraries.integers().between(0, 500).injectNull(0.2);
  }

  private static AqiReport report(
      AirRuleSet rules,
      Integer pm25,
      Integer pm10,
      Integer so2,
      Integer no2,
      Integer co,
      Integer o3) {
    return Aqi.report(rules, new PollutantIndices(pm25, pm10, so2, no2, co, o3));
  }

  private static DayConcentrations day(
      String so2, String no2, String pm10, String co, String o38h, String o31h, String pm25) {
    return new DayConcentrations(
        number(so2),
        number(no2),
        number(pm10),
        number(co),
        number(o38h),
        number(o31h),
        number(pm25));
  }

  private static HourConcentrations hour(
      String so2, String so2Mean, String no2, String pm10, String co, String o3, String pm25) {
    return new HourConcentrations(
        number(so2),
        number(so2Mean),
        number(no2),
        number(pm10),
        number(co),
        number(o3),
        number(pm25));
  }

  private static BigDecimal number(String text) {
    return text == null ? null : new BigDecimal(text);
  }
}
