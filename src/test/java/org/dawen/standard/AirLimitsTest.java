package org.dawen.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AirLimitsTest {

  @ParameterizedTest
  @CsvSource({
    "SO2, YEAR, 20, 60, 20, 60, 20, 20",
    "SO2, DAY, 50, 150, 50, 150, 50, 50",
    "SO2, HOUR, 150, 500, 150, 500, 150, 150",
    "NO2, YEAR, 40, 40, 40, 40, 30, 30",
    "NO2, DAY, 80, 80, 80, 80, 50, 50",
    "NO2, HOUR, 200, 200, 200, 200, 200, 200",
    "CO, DAY, 4, 4, 4, 4, 4, 4",
    "CO, HOUR, 10, 10, 10, 10, 10, 10",
    "O3, DAY_MAX_8H, 100, 160, 100, 160, 100, 160",
    "O3, HOUR, 160, 200, 160, 200, 160, 200",
    "PM10, YEAR, 40, 70, 40, 60, 20, 50",
    "PM10, DAY, 50, 150, 50, 120, 50, 100",
    "PM2_5, YEAR, 15, 35, 15, 30, 10, 25",
    "PM2_5, DAY, 35, 75, 35, 60, 25, 50",
    "TSP, YEAR, 80, 200, 80, 200, 80, 200",
    "TSP, DAY, 120, 300, 120, 300, 120, 300",
    "NOX, YEAR, 50, 50, 50, 50, 40, 40",
    "NOX, DAY, 100, 100, 100, 100, 70, 70",
    "NOX, HOUR, 250, 250, 250, 250, 250, 250",
    "PB, YEAR, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5",
    "PB, QUARTER, 1, 1, 1, 1, 1, 1",
    "BAP, YEAR, 0.001, 0.001, 0.001, 0.001, 0.001, 0.001",
    "BAP, DAY, 0.0025, 0.0025, 0.0025, 0.0025, 0.0025, 0.0025"
  })
  void limitsFollowTheDataDay(
      String pollutant,
      AveragingPeriod period,
      BigDecimal grade1In2012,
      BigDecimal grade2In2012,
      BigDecimal grade1InTransition,
      BigDecimal grade2InTransition,
      BigDecimal grade1Finally,
      BigDecimal grade2Finally) {
    assertLimits(pollutant, period, "2016-01-01", grade1In2012, grade2In2012);
    assertLimits(pollutant, period, "2026-02-28", grade1In2012, grade2In2012);
    assertLimits(pollutant, period, "2026-03-01", grade1InTransition, grade2InTransition);
    assertLimits(pollutant, period, "2030-12-31", grade1InTransition, grade2InTransition);
    assertLimits(pollutant, period, "2031-01-01", grade1Finally, grade2Finally);
  }

  private static void assertLimits(
      String pollutant, AveragingPeriod period, String day, BigDecimal grade1, BigDecimal grade2) {
    LocalDate dataDay = LocalDate.parse(day);
    assertThat(AirLimit.inForce(pollutant, period, 1, dataDay).limitValue())
        .as("%s %s grade 1 on %s", pollutant, period, day)
        .isEqualByComparingTo(grade1);
    assertThat(AirLimit.inForce(pollutant, period, 2, dataDay).limitValue())
        .as("%s %s grade 2 on %s", pollutant, period, day)
        .isEqualByComparingTo(grade2);
  }

  @Test
  void carbonMonoxideIsInMilligramsAndTheRestInMicrograms() {
    assertThat(AirLimit.ALL)
        .isNotEmpty()
        .allSatisfy(
            limit ->
                assertThat(limit.unit())
                    .isEqualTo(limit.pollutantCode().equals("CO") ? "mg/m3" : "ug/m3"));
  }

  @Test
  void limitThatDoesNotExistIsRefusedInASentence() {
    assertThatThrownBy(
            () -> AirLimit.inForce("CO", AveragingPeriod.YEAR, 2, LocalDate.of(2024, 1, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "No limit of ambient air for CO, year, grade 2 is in force on 2024-01-01. See"
                + " standards/air_limits.csv.");
  }

  @ParameterizedTest
  @CsvSource({
    "PM2_5, day, minimum_hours, 20",
    "O3, mean_8h, minimum_hours, 6",
    "O3, hour, minimum_minutes, 45",
    "O3, day_max_8h, minimum_windows, 14",
    "O3, day_max_8h, first_window_end_hour, 8",
    "O3, day_max_8h, last_window_end_hour, 24",
    "O3, day_max_8h, fewer_windows_valid_above, 160",
    "SO2, month, minimum_days, 27",
    "SO2, month, minimum_days_in_february, 25",
    "NO2, year, minimum_days, 324",
    "NO2, percentile, evaluation_percentile, 0.98",
    "PM10, percentile, evaluation_percentile, 0.95",
    "CO, percentile, evaluation_percentile, 0.95",
    "O3, percentile, evaluation_percentile, 0.90"
  })
  void validityIsTheSameBeforeAndAfterMarch2026(
      AirPollutant pollutant, String statistic, String requirement, BigDecimal value) {
    for (String day : new String[] {"2013-03-01", "2026-02-28", "2026-03-01", "2031-01-01"}) {
      assertThat(
              AirValidity.inForce(pollutant, statistic, requirement, LocalDate.parse(day)).value())
          .isEqualByComparingTo(value);
    }
  }

  @Test
  void unknownRequirementIsRefusedInASentence() {
    assertThatThrownBy(
            () ->
                AirValidity.inForce(
                    AirPollutant.CO, "mean_8h", "minimum_hours", LocalDate.of(2024, 1, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("minimum_hours of mean_8h");
  }

  @Test
  void indexOf100IsTheGrade2LimitOfTheDay() {
    // Two tables typed from two standards must meet here.
    for (AirRuleSet rules : AirRuleSet.all()) {
      LocalDate day = rules.validFrom();
      assertThat(Iaqi.of(rules, AirItem.PM2_5_24H, grade2(AirPollutant.PM2_5, day))).isEqualTo(100);
      assertThat(Iaqi.of(rules, AirItem.PM10_24H, grade2(AirPollutant.PM10, day))).isEqualTo(100);
      assertThat(Iaqi.of(rules, AirItem.SO2_24H, grade2(AirPollutant.SO2, day))).isEqualTo(100);
      assertThat(Iaqi.of(rules, AirItem.NO2_24H, grade2(AirPollutant.NO2, day))).isEqualTo(100);
      assertThat(Iaqi.of(rules, AirItem.CO_24H, grade2(AirPollutant.CO, day))).isEqualTo(100);
    }
  }

  private static BigDecimal grade2(AirPollutant pollutant, LocalDate day) {
    return AirLimit.inForce(pollutant.name(), AveragingPeriod.DAY, 2, day).limitValue();
  }
}
