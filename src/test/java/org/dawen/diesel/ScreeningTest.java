package org.dawen.diesel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dawen.lake.DaySet;
import org.dawen.lake.Table;
import org.dawen.lake.TestRows;
import org.junit.jupiter.api.Test;

/** Rules at their thresholds as shipped; what golden cases show is not repeated. */
class ScreeningTest {
  private static final DaySet JUDGED = DaySet.parse("2024-03-04");

  /** So many minutes from 08:00 on, each with the same cells. */
  private static List<ScreenedMinute> minutes(int count, String columns, String cells) {
    List<String> lines = new ArrayList<>(List.of("minute_start," + columns));
    for (int i = 0; i < count; i++) {
      lines.add(LocalDateTime.of(2024, 3, 4, 8, 0).plusMinutes(i) + "," + cells);
    }
    return DieselRows.screened(lines.toArray(String[]::new));
  }

  private static List<String> found(List<ScreenedMinute> minutes) {
    return DieselRows.anomalies(minutes, List.of(), List.of(), List.of(), JUDGED).stream()
        .map(ScreeningTest::shown)
        .toList();
  }

  private static String shown(Anomaly a) {
    return "%s %s..%s %s %s; %s"
        .formatted(
            a.ruleCode(),
            a.span().fromAt().toLocalTime(),
            a.span().toAt().toLocalTime(),
            a.measured().measuredValue().stripTrailingZeros().toPlainString(),
            a.confidence(),
            a.measured().figures());
  }

  /** NOx up 301 ppm, of which 40.1 % pass: 30 minutes of 60 s are enough, 29 are not. */
  @Test
  void lowConversionCountsMinutesBelowSixtyPercent() {
    String columns = "window_seconds,window_nox_up_sum,window_nox_down_sum,window_difference_sum";

    assertThat(found(minutes(30, columns, "60,361200,144842,216358")))
        .containsExactly(
            "OBD_SCR_EFF_LOW 08:00..08:29 1800 medium; conversion=0.5990; conversion_below=0.6");
    assertThat(found(minutes(29, columns, "60,361200,144842,216358"))).isEmpty();
    assertThat(found(minutes(30, columns, "60,361200,144480,216720"))).isEmpty();
    assertThat(found(minutes(30, columns, "60,360000,360000,100000"))).isEmpty();
  }

  /** Of 600 valid hot seconds 30 are 5 %, not more; 60 are twice that. */
  @Test
  void highNoxIsAShareOfTheValidHotSeconds() {
    String columns = "hot_nox_down_seconds,hot_nox_high_seconds";

    assertThat(found(minutes(10, columns, "60,3"))).isEmpty();
    assertThat(found(minutes(10, columns, "60,4")))
        .containsExactly(
            "OBD_NOX_HIGH 08:00..08:09 0.066667 medium; high_seconds=40; valid_hot_seconds=600");
    assertThat(found(minutes(10, columns, "60,6")))
        .containsExactly(
            "OBD_NOX_HIGH 08:00..08:09 0.1 high; high_seconds=60; valid_hot_seconds=600");
    assertThat(found(minutes(10, columns, "59,59"))).isEmpty();
  }

  @Test
  void invalidNoxIsAShareOfTheHotSecondsOfATrip() {
    String columns = "second_map,hot_seconds,hot_nox_invalid_seconds,trip_no,last_second";
    String full = "1152921504606846975";

    assertThat(found(minutes(10, columns, full + ",60,12,1,59"))).isEmpty();
    assertThat(found(minutes(10, columns, full + ",60,15,1,59")))
        .containsExactly(
            "OBD_NOX_INVALID 08:00..08:09 0.25 medium; invalid_seconds=150; hot_seconds=600");
  }

  /** 25 steps are 10 %, not below; 24 are 9.6 %, and 6 are 2.4 %. */
  @Test
  void littleReagentCountsTheSecondsDriven() {
    String columns = "reagent_raw_max,driving_seconds";

    assertThat(found(minutes(60, columns, "25,60"))).isEmpty();
    assertThat(found(minutes(60, columns, "24,60")))
        .containsExactly(
            "OBD_UREA_LOW 08:00..08:59 3600 medium; level_below_percent=10;"
                + " seconds_below_2.5_percent=0");
    assertThat(found(minutes(120, columns, "6,60")))
        .containsExactly(
            "OBD_UREA_LOW 08:00..09:59 7200 high; level_below_percent=10;"
                + " seconds_below_2.5_percent=7200");
    assertThat(found(minutes(120, columns, ",60"))).isEmpty();
  }

  @Test
  void anEmptyTankCountsTheSecondsDrivenFast() {
    String columns = "reagent_raw_max,fast_seconds";

    assertThat(found(minutes(10, columns, "0,60")))
        .containsExactly("OBD_UREA_EMPTY_DRIVE 08:00..08:09 600 medium; level_percent=0");
    assertThat(found(minutes(10, columns, "1,60"))).isEmpty();
    assertThat(found(minutes(10, columns, "0,59"))).isEmpty();
  }

  @Test
  void aColdInletCountsItsSeconds() {
    assertThat(found(minutes(20, "cold_scr_seconds", "60")))
        .containsExactly(
            "OBD_TEMP_IMPLAUS 08:00..08:19 1200 high; scr_in_below_coolant_under_load");
    assertThat(found(minutes(9, "cold_scr_seconds", "60"))).isEmpty();
  }

  @Test
  void aFrozenPositionIsARunFromWhereItBegan() {
    String columns = "position_unchanged_seconds,position_unchanged_since";

    assertThat(found(minutes(1, columns, "299,2024-03-04T07:55"))).isEmpty();
    assertThat(found(minutes(2, columns, "300,2024-03-04T07:55")))
        .containsExactly("OBD_GPS_FROZEN 07:55..08:01 300 medium; position_unchanged_while_fast");
  }

  /** The inlet stands still and equals the outlet from the same minute on. */
  @Test
  void twoWaysOfMeetingOneRuleAtOneTimeAreTheLonger() {
    assertThat(
            found(
                minutes(
                    1,
                    "scr_in_unchanged_seconds,scr_in_unchanged_since,scr_equal_seconds,scr_equal_since,torque_raw_min,torque_raw_max",
                    "600,2024-03-04T07:50,601,2024-03-04T07:50,125,145")))
        .containsExactly(
            "OBD_TEMP_STUCK 07:50..08:00 601 medium; inlet_equals_outlet; torque_span_percent=20");
  }

  /** An untold temperature is not equal to another. */
  @Test
  void aMinuteWithoutTemperaturesLiesInNoRun() {
    assertThat(
            found(
                minutes(
                    1,
                    "scr_equal_seconds,scr_equal_since,torque_raw_min,torque_raw_max,scr_in_raw_min,scr_in_raw_max,scr_out_raw_min,scr_out_raw_max",
                    "601,2024-03-04T07:50,125,145,,,,")))
        .isEmpty();
  }

  private static List<String> foundOfDays(String... lines) {
    Map<String, String> usual =
        Map.of("vin", DieselRows.VIN, "distance_km", "300", "reagent_refill_percent", "0");
    return DieselRows.anomalies(
            List.of(),
            DieselRows.records(
                ScreenedDay.class,
                Table.of(VehicleDay.class),
                usual,
                TestRows.lines(List.of(lines))),
            List.of(),
            List.of(),
            JUDGED)
        .stream()
        .map(ScreeningTest::shown)
        .toList();
  }

  /** Higher in the morning by a refill than the evening before, or filled by day. */
  @Test
  void reagentThatWasFilledInDoesNotStandStill() {
    String columns = "data_day,reagent_first_percent,reagent_last_percent,reagent_max_percent";

    assertThat(foundOfDays(columns, "2024-03-03,60,55,60", "2024-03-04,59.9,59.6,60"))
        .containsExactly(
            "OBD_UREA_STATIC 00:00..00:00 0.4 medium; km=600.000; days=2; level_percent=59.6");
    assertThat(foundOfDays(columns, "2024-03-03,60,55,60", "2024-03-04,60,59.6,60")).isEmpty();
    assertThat(
            foundOfDays(
                columns + ",reagent_refill_percent",
                "2024-03-03,60,55,60,0",
                "2024-03-04,59.9,59.6,60,5.2"))
        .isEmpty();
    assertThat(foundOfDays(columns, "2024-03-03,0,0,0", "2024-03-04,0,0,0")).isEmpty();
  }

  /** A day of which no level is told makes no distance. */
  @Test
  void daysWithoutALevelAreLeftOutOfTheDistance() {
    assertThat(
            foundOfDays(
                "data_day,reagent_first_percent,reagent_last_percent,reagent_max_percent",
                "2024-03-02,60,60,60",
                "2024-03-03,,,",
                "2024-03-04,60,60,60"))
        .containsExactly(
            "OBD_UREA_STATIC 00:00..00:00 0 medium; km=600.000; days=2; level_percent=60.0");
  }
}
