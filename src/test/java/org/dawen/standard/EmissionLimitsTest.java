package org.dawen.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmissionLimitsTest {

  private static final LocalDate DAY = LocalDate.of(2024, 3, 1);

  @ParameterizedTest
  @CsvSource({
    "GB13223-2011/coal_boiler_new/a34013/hour, 30, 6, M",
    "GB13223-2011/coal_boiler_new/a21026/hour, 100, 6, V",
    "GB13223-2011/coal_boiler_new/a21002/hour, 100, 6, V",
    "GB13223-2011/coal_boiler_new/a20057/hour, 0.03, 6, M",
    "GB13223-2011/coal_boiler_existing/a21026/hour, 200, 6, V",
    "GB13223-2011/coal_boiler_existing_w_flame_cfb_or_before_2004/a21002/hour, 200, 6, V",
    "GB13223-2011/coal_boiler_special/a34013/hour, 20, 6, M",
    "GB13223-2011/coal_boiler_special/a21026/hour, 50, 6, M",
    "GB13223-2011/coal_boiler_special/a21002/hour, 100, 6, M",
    "GB13223-2011/oil_boiler_existing/a21002/hour, 200, 3, M",
    "GB13223-2011/gas_boiler_natural_gas/a21026/hour, 35, 3, V",
    "GB13223-2011/gas_boiler_other_gas/a21002/hour, 200, 3, V",
    "GB13223-2011/gas_turbine_natural_gas/a21002/hour, 50, 15, V",
    "GB13223-2011/gas_turbine_other_gas/a21002/hour, 120, 15, V",
    "HF2015-164/coal_boiler/a21002/hour, 50, 6, M",
    "DB37_664-2019/coal_boiler/a34013/hour, 5, 6, U",
    "DB37_664-2019/coal_boiler_w_flame_or_cfb/a21002/hour, 100, 6, U",
    "DB37_2376-2019/regional/core/a21002/hour, 50, , M",
    "DB37_2376-2019/regional/key/a21026/hour, 50, , M",
    "DB37_2376-2019/regional/general/a34013/hour, 20, , M",
    "GB4915-2013/cement_kiln/a21002/hour, 400, 10, M",
    "GB4915-2013/cement_kiln_special/a21002/hour, 320, 10, M",
    "GB4915-2013/cement_kiln_special/a21001/hour, 8, 10, M",
    "GB4915-2013/cement_crusher_mill_packer/a34013/hour, 20, , M",
    "DB37_2373-2018/cement_kiln/key/a21002/hour, 100, 10, U",
    "DB37_2373-2018/cement_kiln/general/a21002/hour, 200, 10, U",
    "GB18485-2014/waste_incinerator/a34013/hour, 30, 11, M",
    "GB18485-2014/waste_incinerator/a34013/day, 20, 11, V",
    "GB18485-2014/waste_incinerator/a21024/hour, 60, 11, V",
    "GB18485-2014/waste_incinerator/a21005/day, 80, 11, M",
    "GB18918-2002/municipal_sewage_1a/w01018/day, 50, , M",
    "GB18918-2002/municipal_sewage_1b/w01018/day, 60, , M",
    "GB18918-2002/municipal_sewage_1a/w21003/day/water_temperature_above_12, 5, , M",
    "GB18918-2002/municipal_sewage_1a/w21003/day/water_temperature_12_or_below, 8, , M",
    "GB18918-2002/municipal_sewage_1a/w21011/day/plant_built_from_2006, 0.5, , M",
    "GB18918-2002/municipal_sewage_1b/w21001/day, 20, , M"
  })
  void limitStandsUnderItsStableName(
      String limitId, BigDecimal value, BigDecimal referenceO2, String confidence) {
    EmissionLimit limit = EmissionLimits.withId(limitId);
    assertThat(limit.limitValue()).isEqualByComparingTo(value);
    assertThat(limit.provision().confidence().letter()).isEqualTo(confidence);
    if (referenceO2 == null) {
      assertThat(limit.referenceO2Percent()).isNull();
      assertThat(limit.referenceO2Confidence()).isNull();
    } else {
      assertThat(limit.referenceO2Percent()).isEqualByComparingTo(referenceO2);
      assertThat(limit.referenceO2Confidence()).isNotNull();
    }
  }

  @Test
  void localGoesBeforeNationalBeforePolicy() {
    assertThat(
            ids(
                EmissionLimits.applicable(
                    "gas", "4411", "coal_boiler_new", "core", "a21002", "hour", DAY)))
        .containsExactly(
            "DB37_2376-2019/regional/core/a21002/hour",
            "DB37_664-2019/coal_boiler/a21002/hour",
            "GB13223-2011/coal_boiler_new/a21002/hour",
            "HF2015-164/coal_boiler/a21002/hour");
  }

  @Test
  void otherZoneIndustryOrSourceDoesNotApply() {
    assertThat(
            ids(
                EmissionLimits.applicable(
                    "gas", "3011", "cement_kiln", "key", "a21002", "hour", DAY)))
        .containsExactly(
            "DB37_2373-2018/cement_kiln/key/a21002/hour",
            "DB37_2376-2019/regional/key/a21002/hour",
            "GB4915-2013/cement_kiln/a21002/hour");
    assertThat(EmissionLimits.applicable("gas", "9999", "unheard_of", null, "a20057", "hour", DAY))
        .isEmpty();
    assertThat(EmissionLimits.applicable("water", "4411", null, null, "a21002", "hour", DAY))
        .isEmpty();
    assertThat(EmissionLimits.applicable("gas", "4411", null, null, "a21002", "day", DAY))
        .isEmpty();
  }

  @Test
  void unknownSourceTypeRulesNothingOut() {
    assertThat(ids(EmissionLimits.applicable("water", "4620", null, null, "w01018", "day", DAY)))
        .containsExactly(
            "GB18918-2002/municipal_sewage_1a/w01018/day",
            "GB18918-2002/municipal_sewage_1b/w01018/day");
  }

  @Test
  void limitCountsFromItsFirstDay() {
    assertThat(
            EmissionLimits.applicable(
                "gas", "4411", "coal_boiler_existing", null, "a21026", "hour", day("2014-06-30")))
        .isEmpty();
    assertThat(
            ids(
                EmissionLimits.applicable(
                    "gas",
                    "4411",
                    "coal_boiler_existing",
                    null,
                    "a21026",
                    "hour",
                    day("2014-07-01"))))
        .containsExactly("GB13223-2011/coal_boiler_existing/a21026/hour");
  }

  @Test
  void equalToTheLimitComplies() {
    EmissionLimit limit = EmissionLimits.withId("GB13223-2011/coal_boiler_new/a21002/hour");
    assertThat(limit.isExceededBy(new BigDecimal("100.00"))).isFalse();
    assertThat(limit.isExceededBy(new BigDecimal("100.01"))).isTrue();
    assertThat(limit.isExceededBy(BigDecimal.ZERO)).isFalse();
  }

  @Test
  void acidityIsJudgedOnBothSides() {
    EmissionLimit limit = EmissionLimits.withId("GB18918-2002/municipal_sewage_1a/w01001/day");
    assertThat(limit.isExceededBy(new BigDecimal("6"))).isFalse();
    assertThat(limit.isExceededBy(new BigDecimal("9.0"))).isFalse();
    assertThat(limit.isExceededBy(new BigDecimal("5.99"))).isTrue();
    assertThat(limit.isExceededBy(new BigDecimal("9.01"))).isTrue();
  }

  @Test
  void onlyAcidityHasALowerLimit() {
    assertThat(EmissionLimits.all())
        .allSatisfy(
            limit ->
                assertThat(limit.lowerLimitValue() != null)
                    .isEqualTo(limit.pollutantCode().equals("w01001")));
  }

  @Test
  void limitWhoseReferenceOxygenIsRecalledIsNotVerified() {
    EmissionLimit limit = EmissionLimits.withId("GB13223-2011/coal_boiler_new/a21002/hour");
    assertThat(limit.provision().isVerified()).isTrue();
    assertThat(limit.isVerified()).isFalse();
  }

  @Test
  void limitIdBeginsWithTheStandardAndEndsWithPollutantPeriodAndCondition() {
    for (EmissionLimit limit : EmissionLimits.all()) {
      assertThat(limit.limitId())
          .endsWith(
              limit.pollutantCode()
                  + "/"
                  + limit.period()
                  + (limit.condition() == null ? "" : "/" + limit.condition()));
      assertThat(limit.pollutantCode())
          .matches(limit.medium().equals("gas") ? "a[0-9]{5}" : "w[0-9]{5}");
      assertThat(limit.industryCodes()).allMatch(code -> code.matches("[0-9]{4}"));
    }
    assertThat(ids(EmissionLimits.all())).doesNotHaveDuplicates();
  }

  @Test
  void unknownLimitIsRefusedInASentence() {
    assertThatThrownBy(() -> EmissionLimits.withId("GB1/x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no limit GB1/x");
  }

  private static List<String> ids(List<EmissionLimit> limits) {
    return limits.stream().map(EmissionLimit::limitId).toList();
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
