package org.dawen.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.dawen.standard.ImpossibleValues.Bounds;
import org.dawen.standard.ImpossibleValues.Medium;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What measures nothing, and what only looks so. */
class ImpossibleValuesTest {

  private static boolean isImpossible(Bounds bounds, String number) {
    BigDecimal exact = new BigDecimal(number);
    boolean isImpossible = bounds.exclude(exact);
    assertThat(bounds.exclude(exact.setScale(20)))
        .as("%s with more decimals", number)
        .isEqualTo(isImpossible);
    if (exact.abs().compareTo(new BigDecimal("90000000000")) < 0) {
      assertThat(bounds.exclude(exact.movePointRight(8).longValueExact()))
          .as("%s as a whole number of 10^-8", number)
          .isEqualTo(isImpossible);
    }
    return isImpossible;
  }

  @ParameterizedTest
  @CsvSource({
    "PM10, ug/m3, 9999",
    "PM10, ug/m3, 9999.0",
    "PM10, ug/m3, 9.999E3",
    "PM10, ug/m3, 999.9",
    "PM10, ug/m3, -9999",
    "PM10, ug/m3, 10000.1",
    "PM2_5, ug/m3, 99999808",
    "NO2, ug/m3, 9999",
    "SO2, ug/m3, 65535",
    "O3, ug/m3, 999.9",
    "O3, ug/m3, 2001",
    "CO, mg/m3, 9.999",
    "CO, mg/m3, 999.9",
    "AQI, , 501"
  })
  void airNumbersThatMeasureNothing(String item, String unit, String number) {
    assertThat(isImpossible(ImpossibleValues.of(Medium.AIR, item, unit), number)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "PM10, ug/m3, 5000",
    "PM10, ug/m3, 9985",
    "PM10, ug/m3, 10000",
    "PM10, ug/m3, 999",
    "PM10, ug/m3, 9998",
    "PM2_5, ug/m3, 1400",
    "SO2, ug/m3, 3000",
    "CO, mg/m3, 9.99",
    "CO, mg/m3, 50",
    "O3, ug/m3, 1071",
    "AQI, , 500",
    "SO2, ug/m3, -3"
  })
  void highAirNumbersStay(String item, String unit, String number) {
    assertThat(isImpossible(ImpossibleValues.of(Medium.AIR, item, unit), number)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "a21026, mg/m3, 9999",
    "a21026, mg/m3, 99999",
    "a21026, mg/m3, 99999.9",
    "a21026, mg/m3, 999.9",
    "a21026, mg/m3, 65535",
    "a21026, mg/m3, -9999",
    "a21026, mg/m3, 100000.5",
    "a00000, m3/s, 999999",
    "a01012, degC, 2001",
    "a01012, degC, -101",
    "a01013, kPa, 9999",
    "a01014, %, 100.1",
    "a19001, %, 25.1",
    "a19001, %, 100",
    "w01001, pH, 14.1",
    "w01001, pH, 99",
    "w01001, pH, -0.1",
    "w01009, mg/L, 61",
    "w01010, degC, 101",
    "w01018, mg/L, 250000",
    "zz, , 9999"
  })
  void valuesOfPacketsThatMeasureNothing(String item, String unit, String number) {
    assertThat(isImpossible(ImpossibleValues.of(Medium.PACKET, item, unit), number)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "a21026, mg/m3, 14300",
    "a00000, m3/s, 508166.63",
    "w00000, L/s, 19796346",
    "a01012, degC, 1300",
    "a01013, kPa, -130.7116",
    "a01013, kPa, 101325",
    "a19001, %, 23.46",
    "i33400, %, 110",
    "w01018, mg/L, 999.99",
    "w01001, pH, 0",
    "w01001, pH, 14",
    "zz, , 156720160"
  })
  void oddValuesOfPacketsThatMayBeMeasuredStay(String item, String unit, String number) {
    assertThat(isImpossible(ImpossibleValues.of(Medium.PACKET, item, unit), number)).isFalse();
  }

  @Test
  void aRegisterPassesThroughNinesAndAnEnergyDoesNot() {
    Bounds register = ImpossibleValues.of(Medium.METER, "register", null);
    assertThat(isImpossible(register, "999999.99")).isFalse();
    assertThat(isImpossible(register, "9999")).isFalse();
    assertThat(isImpossible(register, "999999999")).isTrue();
    Bounds energy = ImpossibleValues.of(Medium.METER, "energy", null);
    assertThat(isImpossible(energy, "9999")).isTrue();
    assertThat(isImpossible(energy, "250000")).isFalse();
  }

  @Test
  void numbersOfAnySizeAreToldApart() {
    Bounds power = ImpossibleValues.of(Medium.METER, "power", null);
    assertThat(power.exclude(new BigDecimal("1E+999999"))).isTrue();
    assertThat(power.exclude(new BigDecimal("1E-999999"))).isFalse();
    assertThat(power.exclude(Long.MIN_VALUE)).isTrue();
  }

  @Test
  void theReasonNamesTheBound() {
    Bounds pm10 = ImpossibleValues.of(Medium.AIR, "PM10", "ug/m3");
    assertThat(pm10.why(new BigDecimal("9999"))).isEqualTo("a code for no value");
    assertThat(pm10.why(new BigDecimal("10001"))).startsWith("above 10000,");
    Bounds ph = ImpossibleValues.of(Medium.PACKET, "w01001", "pH");
    assertThat(ph.why(new BigDecimal("-1"))).startsWith("below 0,");
  }

  @Test
  void boundsThatEndOrContradictAreRefused() {
    String heading =
        "standard,clause,valid_from,valid_to,medium,items,kind,values,unit,confidence,source,note\n";
    String row = "project choice,clause not known,2000-01-01,%s,air,O3,ceiling,2000,ug/m3,P,x,\n";
    assertThatThrownBy(() -> ImpossibleValues.rows(parse(heading + row.formatted("2024-01-01"))))
        .hasMessageContaining("line 2: bounds hold on all days");
    String open = row.formatted("");
    assertThatThrownBy(() -> ImpossibleValues.rows(parse(heading + open + open)))
        .hasMessageContaining("line 3 and")
        .hasMessageContaining("one item and kind");
  }

  private static StandardTable parse(String text) {
    return StandardTable.parse("impossible_values.csv", text);
  }
}
