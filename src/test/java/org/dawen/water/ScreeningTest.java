package org.dawen.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dawen.standard.WaterItem;
import org.junit.jupiter.api.Test;

class ScreeningTest {
  private static final LocalDateTime START = LocalDateTime.parse("2024-03-01T00:00");

  private static List<WaterObservation> observed(ScreeningRules rules, List<WaterValue> values) {
    return new Observations(WaterSamples.register(), rules).of("S1", WaterValue.sorted(values));
  }

  private static WaterObservation one(WaterItem item, String value) {
    return observed(
            WaterSamples.rules(),
            List.of(WaterSamples.automatic("S1", "2024-03-01T04:00", item, value)))
        .get(0);
  }

  /** Automatic values four hours apart. */
  private static List<WaterValue> series(WaterItem item, String... values) {
    List<WaterValue> series = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      series.add(WaterSamples.automatic("S1", START.plusHours(4L * i).toString(), item, values[i]));
    }
    return series;
  }

  private static String[] times(int count, String value) {
    String[] values = new String[count];
    Arrays.fill(values, value);
    return values;
  }

  private static List<String> with(String[] first, String... more) {
    List<String> all = new ArrayList<>(List.of(first));
    all.addAll(List.of(more));
    return all;
  }

  private static WaterObservation last(ScreeningRules rules, WaterItem item, List<String> values) {
    List<WaterObservation> observed = observed(rules, series(item, values.toArray(String[]::new)));
    return observed.get(observed.size() - 1);
  }

  @Test
  void nothingIsNotAboveZeroButTemperature() {
    assertThat(one(WaterItem.TP, "0").screenReason()).isEqualTo(ScreenReason.IMPOSSIBLE_VALUE);
    assertThat(one(WaterItem.NH3N, "-0.1").screenReason()).isEqualTo(ScreenReason.IMPOSSIBLE_VALUE);
    assertThat(one(WaterItem.WATER_TEMP, "-0.1").screenReason()).isNull();
  }

  @Test
  void aValueAtItsCeilingIsPossible() {
    assertThat(one(WaterItem.CODMN, "100").screenReason()).isNull();
    assertThat(one(WaterItem.CODMN, "100.1").screenReason())
        .isEqualTo(ScreenReason.IMPOSSIBLE_VALUE);
    assertThat(one(WaterItem.NH3N, "50.1").screenReason()).isEqualTo(ScreenReason.IMPOSSIBLE_VALUE);
    assertThat(one(WaterItem.TN, "100.1").screenReason()).isEqualTo(ScreenReason.IMPOSSIBLE_VALUE);
  }

  @Test
  void totalNitrogenOfThirtyIsReal() {
    assertThat(one(WaterItem.TN, "31").screenReason()).isNull();
  }

  @Test
  void acidityAndOxygenKeepToChemistry() {
    assertThat(one(WaterItem.PH, "14.1").screenReason()).isEqualTo(ScreenReason.OUT_OF_PHYSICS);
    assertThat(one(WaterItem.DO, "30.1").screenReason()).isEqualTo(ScreenReason.OUT_OF_PHYSICS);
    assertThat(one(WaterItem.DO, "19.5").screenReason()).isNull();
  }

  @Test
  void fiveDecimalsAreComputedByNoAnalyserAndZerosBehindAreNone() {
    assertThat(one(WaterItem.TP, "0.01234").screenReason())
        .isEqualTo(ScreenReason.TOO_MANY_DECIMALS);
    assertThat(one(WaterItem.TP, "0.0123").screenReason()).isNull();
    assertThat(one(WaterItem.TP, "0.123400").screenReason()).isNull();
  }

  @Test
  void halfALimitOfDetectionMayHaveAnyDecimals() {
    WaterObservation below =
        observed(
                WaterSamples.rules(),
                List.of(WaterSamples.below("S1", "2024-03-01T04:00", WaterItem.HG, "0.00001")))
            .get(0);
    assertThat(below.usedValue()).isEqualByComparingTo("0.000005");
    assertThat(below.screenReason()).isNull();
  }

  @Test
  void aValueBelowAnUnknownLimitCountsForNothing() {
    WaterObservation below =
        observed(
                WaterSamples.rules(),
                List.of(WaterSamples.below("S1", "2024-03-01T04:00", WaterItem.HG, null)))
            .get(0);
    assertThat(below.measured().isBelowDetection()).isTrue();
    assertThat(below.usedValue()).isNull();
    assertThat(below.itemClass()).isNull();
  }

  @Test
  void ammoniaAboveTotalNitrogenIsListedAndTenPercentAreAllowed() {
    List<WaterObservation> above =
        observed(
            WaterSamples.rules(),
            List.of(
                WaterSamples.automatic("S1", "2024-03-01T04:00", WaterItem.NH3N, "1.2"),
                WaterSamples.automatic("S1", "2024-03-01T04:00", WaterItem.TN, "1.0"),
                WaterSamples.automatic("S1", "2024-03-01T08:00", WaterItem.NH3N, "1.1"),
                WaterSamples.automatic("S1", "2024-03-01T08:00", WaterItem.TN, "1.0")));
    assertThat(above)
        .extracting(WaterObservation::suspectReason)
        .containsExactly("NH3N_ABOVE_TN", null, null, null);
    assertThat(above).allMatch(WaterObservation::isUsed);
  }

  @Test
  void theTwelfthEqualValueIsAFlatLine() {
    assertThat(last(WaterSamples.rules(), WaterItem.TN, with(times(11, "2.5"))).suspectReason())
        .isNull();
    assertThat(last(WaterSamples.rules(), WaterItem.TN, with(times(12, "2.5"))).suspectReason())
        .isEqualTo("FLAT_LINE");
    assertThat(
            last(WaterSamples.rules(), WaterItem.TN, with(times(11, "2.5"), "2.6", "2.5"))
                .suspectReason())
        .isNull();
  }

  @Test
  void fiveTimesTheMedianOfTheLastDaysIsNoJumpAndMoreIs() {
    assertThat(
            last(WaterSamples.rules(), WaterItem.TP, with(times(12, "0.1"), "0.5")).suspectReason())
        .isNull();
    assertThat(
            last(WaterSamples.rules(), WaterItem.TP, with(times(12, "0.1"), "0.51"))
                .suspectReason())
        .isEqualTo("JUMP");
    assertThat(
            last(WaterSamples.rules(), WaterItem.TP, with(times(12, "0.1"), "0.019"))
                .suspectReason())
        .isEqualTo("JUMP");
    assertThat(
            last(WaterSamples.rules(), WaterItem.TP, with(times(11, "0.1"), "0.51"))
                .suspectReason())
        .as("eleven values tell no level")
        .isNull();
  }

  @Test
  void probesDoNotJump() {
    assertThat(last(WaterSamples.rules(), WaterItem.DO, with(times(12, "2"), "12")).suspectReason())
        .isNull();
  }

  @Test
  void excludedValuesMakeNoLevel() {
    assertThat(
            last(WaterSamples.rules(), WaterItem.NH3N, with(times(12, "60"), "0.5"))
                .suspectReason())
        .isNull();
  }

  @Test
  void aSettingMakesAListedRuleExclude() {
    WaterObservation jump =
        last(WaterSamples.rules("jump", "exclude"), WaterItem.TP, with(times(12, "0.1"), "0.51"));
    assertThat(jump.screenReason()).isEqualTo(ScreenReason.JUMP);
    assertThat(jump.suspectReason()).isNull();
    assertThat(jump.isUsed()).isFalse();
  }

  @Test
  void aSettingTurnsARuleOff() {
    assertThat(
            observed(
                    WaterSamples.rules("impossible_value", "off"),
                    List.of(WaterSamples.automatic("S1", "2024-03-01T04:00", WaterItem.TP, "0")))
                .get(0)
                .screenReason())
        .isNull();
  }

  @Test
  void anUnknownEffectIsRefusedInASentence() {
    assertThatThrownBy(() -> WaterSamples.rules("jump", "drop"))
        .hasMessageContaining("water.screening.jump")
        .hasMessageContaining("drop");
  }
}
