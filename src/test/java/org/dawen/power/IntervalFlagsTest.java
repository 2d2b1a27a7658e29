package org.dawen.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dawen.lake.TestRows;
import org.dawen.power.Anomalies.ScreenedInterval;
import org.junit.jupiter.api.Test;

/** By the shipped thresholds: nominal 220 V, 60 minutes offline; rated 66 kW draw 100 A a phase. */
class IntervalFlagsTest {
  private static final IntervalFlags FLAGS =
      new IntervalFlags(PowerSamples.SHIPPED, Screenings.THRESHOLDS);

  private static final Map<String, String> USUAL =
      Map.of(
          "meter_code", "M1",
          "interval_start", "2024-03-04T01:00",
          "interval_end", "2024-03-04T01:15",
          "interval_minutes", "15",
          "mean_power_kw", "10",
          "rated_kw", "66",
          "quality", "GOOD");

  private static int flags(String... columnsAndValues) {
    Map<String, String> row = new HashMap<>(USUAL);
    for (int i = 0; i < columnsAndValues.length; i += 2) {
      row.put(columnsAndValues[i], columnsAndValues[i + 1]);
    }
    return FLAGS.of(TestRows.records(ScreenedInterval.class, List.of(row)).get(0));
  }

  private static boolean isPhaseLost(String... columnsAndValues) {
    return (flags(columnsAndValues) & MeterSeries.IS_PHASE_LOST) != 0;
  }

  @Test
  void anUnremarkableIntervalIsUsableAndNothingElse() {
    assertThat(flags()).isEqualTo(MeterSeries.IS_USABLE);
    assertThat(flags("interval_minutes", "60")).isEqualTo(MeterSeries.IS_USABLE);
    assertThat(flags("interval_minutes", "60.016667")).isZero();
  }

  @Test
  void qualitiesAgainstAnIntervalAreFlagsOfTheirOwn() {
    assertThat(flags("quality", "REGISTER_BACK")).isEqualTo(MeterSeries.IS_REGISTER_BACK);
    assertThat(flags("quality", "REGISTER_JUMP")).isEqualTo(MeterSeries.IS_REGISTER_JUMP);
    assertThat(flags("quality", "IMPLAUSIBLE")).isEqualTo(MeterSeries.IS_IMPLAUSIBLE);
    assertThat(flags("quality", "OVERLAPPING")).isZero();
    assertThat(flags("quality", "ROLLED_OVER")).isEqualTo(MeterSeries.IS_USABLE);
  }

  @Test
  void aPhaseWithoutVoltageBesideOneThatHasItIsLost() {
    assertThat(isPhaseLost("ua_v", "10", "ub_v", "220", "uc_v", "220")).isTrue();
    assertThat(isPhaseLost("ua_v", "10", "ub_v", "220", "uc_v", "")).as("two sent").isTrue();
    assertThat(isPhaseLost("ua_v", "10", "ub_v", "10", "uc_v", "10")).as("no power").isFalse();
    assertThat(isPhaseLost("ua_v", "220", "ub_v", "220", "uc_v", "220")).isFalse();
  }

  @Test
  void aPhaseWithoutCurrentBesideTwoThatHaveItIsLost() {
    assertThat(isPhaseLost("ia_a", "0", "ib_a", "50", "ic_a", "50")).isTrue();
    assertThat(isPhaseLost("ia_a", "0", "ib_a", "50", "ic_a", "")).as("one not sent").isFalse();
    assertThat(isPhaseLost("ia_a", "0", "ib_a", "0", "ic_a", "50")).as("two without").isFalse();
    assertThat(isPhaseLost("ia_a", "0", "ib_a", "50", "ic_a", "50", "rated_kw", ""))
        .as("no rated current")
        .isFalse();
    String most = most();
    assertThat(isPhaseLost("ia_a", "0", "ib_a", most, "ic_a", "50")).as("at the share").isFalse();
    assertThat(isPhaseLost("ia_a", "0", "ib_a", most + "1", "ic_a", "50")).isTrue();
  }

  /** The share of the 100 A, with a point. */
  private static String most() {
    return Screenings.THRESHOLDS.phaseLossCurrentPercent.toBigInteger() + ".00000";
  }

  @Test
  void aReadingLaterThanAMeterMayBeSilentIsLateAndItsEnergyNotCovered() {
    String[] late = {"register_kwh", "5", "interval_minutes", "61", "mean_power_kw", "10"};
    assertThat(flags(late))
        .isEqualTo(MeterSeries.IS_LATE_READING | MeterSeries.IS_UNCOVERED_ENERGY);
    assertThat(flags("register_kwh", "5", "interval_minutes", "61", "mean_power_kw", "0"))
        .isEqualTo(MeterSeries.IS_LATE_READING);
    assertThat(flags("interval_minutes", "61")).as("no reading of a register").isZero();
  }
}
