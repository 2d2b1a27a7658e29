package org.dawen.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmissionLimitsTest {

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
    EmissionLimit limit = EmissionLimit.withId(limitId).orElseThrow();
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
  void lawOfTheOutletIsLocalAndNationalButNeverPolicy() {
    assertThat(ids("gas", "4411", "coal_boiler_new", "core"))
        .contains(
            "DB37_2376-2019/regional/core/a21002/hour",
            "DB37_664-2019/coal_boiler/a21002/hour",
            "GB13223-2011/coal_boiler_new/a21002/hour")
        .noneMatch(id -> id.startsWith("HF2015-164"));
  }

  @Test
  void otherZoneIndustryOrSourceDoesNotApply() {
    assertThat(ids("gas", "3011", "cement_kiln", "key"))
        .filteredOn(id -> id.contains("/a21002/hour"))
        .containsExactlyInAnyOrder(
            "DB37_2373-2018/cement_kiln/key/a21002/hour",
            "DB37_2376-2019/regional/key/a21002/hour",
            "GB4915-2013/cement_kiln/a21002/hour");
    assertThat(ids("gas", "9999", "unheard_of", null)).isEmpty();
    assertThat(ids("water", "4411", null, null)).isEmpty();
  }

  @Test
  void attributeThatIsNotKnownFitsOnlyWhatIsOpenInIt() {
    assertThat(ids("water", "4620", null, null)).noneMatch(id -> id.contains("municipal_sewage"));
    assertThat(ids("gas", "3011", "cement_kiln", null)).noneMatch(id -> id.contains("/key/"));
  }

  @Test
  void onlyAcidityHasALowerLimit() {
    assertThat(EmissionLimit.all())
        .allSatisfy(
            limit ->
                assertThat(limit.lowerLimitValue() != null)
                    .isEqualTo(limit.pollutantCode().equals("w01001")));
  }

  @Test
  void limitIdBeginsWithTheStandardAndEndsWithPollutantPeriodAndCondition() {
    for (EmissionLimit limit : EmissionLimit.all()) {
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
    assertThat(ids(EmissionLimit.all())).doesNotHaveDuplicates();
  }

  @Test
  void identifierOfNoStandardHasNoLimit() {
    assertThat(EmissionLimit.withId("permit/P1/O1/a21026/hour")).isEmpty();
  }

  private static List<String> ids(String medium, String industry, String sourceType, String zone) {
    return ids(EmissionLimit.applicable(medium, industry, sourceType, zone));
  }

  private static List<String> ids(List<EmissionLimit> limits) {
    return limits.stream().map(EmissionLimit::limitId).toList();
  }
}
