package org.dawen.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that every table of numbers from law keeps. */
class StandardDataTest {

  private static final Set<String> UNITS =
      Set.of(
          "ug/m3",
          "mg/m3",
          "mg/L",
          "pH",
          "times",
          "/L",
          "AQI",
          "1",
          "min",
          "h",
          "d",
          "windows",
          "fraction",
          "items",
          "choice",
          "decimals",
          "t",
          "standard",
          "any",
          "%",
          "degC",
          "kPa",
          "m/s",
          "deg",
          "dB",
          "mm",
          "ug/L",
          "degree",
          "Bq/L",
          "/mL",
          "/100mL",
          "kW",
          "kWh",
          "A",
          "V",
          "uS/cm",
          "NTU",
          "m",
          "months");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aqi_breakpoints.csv",
        "aqi_classes.csv",
        "aqi_reporting.csv",
        "air_limits.csv",
        "air_validity.csv",
        "ammonia_slip.csv",
        "composite_index.csv",
        "emission_limits.csv",
        "emission_stages.csv",
        "impossible_values.csv",
        "ground_limits.csv",
        "ground_rules.csv",
        "noise_limits.csv",
        "noise_rules.csv",
        "pool_rules.csv",
        "pool_pollutants.csv",
        "waste_rules.csv",
        "water_bands.csv",
        "water_decimals.csv",
        "water_index.csv",
        "water_items.csv",
        "water_judging.csv",
        "water_limits.csv",
        "water_periods.csv",
        "water_states.csv",
        "water_tli.csv",
        "water_tli_states.csv"
      })
  void everyRowCitesStandardClausePeriodUnitConfidenceAndSource(String file) {
    List<StandardRow> rows = StandardTable.read(file).rows();
    assertThat(rows).isNotEmpty();
    for (StandardRow row : rows) {
      assertThat(row.provision()).as(row.where()).isNotNull();
      assertThat(row.text("unit")).as(row.where()).isIn(UNITS);
      if (row.provision().confidence() == Confidence.VERIFIED) {
        assertThat(row.provision().clause()).as(row.where()).isNotEqualTo("clause not known");
        assertThat(row.provision().source())
            .as(row.where())
            .doesNotContain("recalled", "not checked");
      }
    }
  }

  @Test
  void airLimitsOfOnePollutantPeriodAndGradeNeverOverlap() {
    StandardTable.read("air_limits.csv").requireDisjointPeriods("pollutant", "period", "grade");
  }

  @Test
  void breakpointsOfOneItemNeverOverlap() {
    StandardTable.read("aqi_breakpoints.csv")
        .requireDisjointPeriods("item", "relation", "concentration");
  }

  @Test
  void classesOfOneLevelNeverOverlap() {
    StandardTable.read("aqi_classes.csv").requireDisjointPeriods("level");
  }

  @Test
  void validityOfOnePollutantIsStatedOnceADay() {
    Map<String, List<Provision>> byPollutant = new HashMap<>();
    for (AirValidity row : AirValidity.ALL) {
      for (String pollutant : row.pollutantCodes()) {
        List<Provision> earlier =
            byPollutant.computeIfAbsent(
                pollutant + "/" + row.statistic() + "/" + row.requirement(),
                k -> new ArrayList<>());
        assertThat(earlier)
            .as("%s %s", pollutant, row)
            .noneMatch(other -> other.overlaps(row.provision()));
        earlier.add(row.provision());
      }
    }
  }

  @Test
  void everyBoundOfImpossibleValuesIsAChoiceOfThisProject() {
    assertThat(StandardTable.read(ImpossibleValues.FILE).rows())
        .allMatch(row -> row.provision().confidence() == Confidence.CHOSEN);
  }

  @Test
  void indexLimitsAndEvaluationChangeOnTheSameDayInMarch2026() {
    Set<String> before = standardsEndingOn("2026-02-28");
    assertThat(before).containsExactlyInAnyOrder("HJ 633-2012", "GB 3095-2012", "HJ 663-2013");
  }

  private static Set<String> standardsEndingOn(String day) {
    return Stream.of("aqi_breakpoints.csv", "aqi_classes.csv", "air_limits.csv", "air_validity.csv")
        .flatMap(file -> StandardTable.read(file).rows().stream())
        .filter(row -> row.optionalText("valid_to").equals(day))
        .map(row -> row.text("standard"))
        .collect(Collectors.toSet());
  }
}
