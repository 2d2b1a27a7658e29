package org.dawen.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dawen.lake.TestRows;
import org.dawen.standard.AirLimit;
import org.dawen.standard.AirPollutant;
import org.dawen.standard.AirRuleSet;
import org.dawen.standard.AirValidity;
import org.dawen.standard.AveragingPeriod;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StationDaysTest {
  private static final String HEADINGS =
      "station_code,hour_start,so2_ug_m3,no2_ug_m3,co_mg_m3,o3_ug_m3,pm10_ug_m3,pm2_5_ug_m3";
  private static final String CLEAN = "10,10,1,10,10,10";

  private static Map<String, StationDay> days;

  /** A station each. */
  @BeforeAll
  static void computeAllCases() {
    List<String> lines = new ArrayList<>(List.of(HEADINGS));
    lines.addAll(hours("nineteen-hours", "2024-03-01", 0, 19, "10,10,1,10,10,"));
    lines.addAll(hours("nineteen-hours", "2024-03-01", 19, 20, ",30,,10,10,7"));
    lines.addAll(hours("many-decimals", "2024-03-01", 0, 21, CLEAN));
    lines.addAll(hours("many-decimals", "2024-03-01", 21, 23, "11,10,1.001,10,10,10"));
    lines.addAll(hours("half-down", "2024-03-01", 0, 12, "10,10,1,10,10,34"));
    lines.addAll(hours("half-down", "2024-03-01", 12, 24, "10,10,1,10,10,35"));
    lines.addAll(hours("half-up", "2024-03-01", 0, 12, "10,10,1,10,10,35"));
    lines.addAll(hours("half-up", "2024-03-01", 12, 24, "10,10,1,10,10,36"));
    lines.addAll(hours("fourteen-windows", "2024-03-01", 0, 19, "10,10,1,100,10,10"));
    lines.addAll(hours("thirteen-at-limit", "2024-03-01", 0, 18, "10,10,1,160,10,10"));
    lines.addAll(hours("thirteen-above", "2024-03-01", 0, 17, "10,10,1,160,10,10"));
    lines.addAll(hours("thirteen-above", "2024-03-01", 17, 18, "10,10,1,160.000001,10,10"));
    lines.addAll(hours("ozone-hour-2012", "2026-02-28", 0, 23, CLEAN));
    lines.addAll(hours("ozone-hour-2012", "2026-02-28", 23, 24, "10,10,1,300,10,10"));
    lines.addAll(hours("ozone-hour-2026", "2026-03-01", 0, 23, CLEAN));
    lines.addAll(hours("ozone-hour-2026", "2026-03-01", 23, 24, "10,10,1,300,10,10"));
    lines.addAll(hours("whole", "2024-03-01", 0, 24, CLEAN));
    lines.addAll(hours("no-largest-hour-2012", "2026-02-28", 0, 19, CLEAN));
    lines.addAll(hours("no-largest-hour-2012", "2026-02-28", 19, 24, "10,10,1,,10,10"));
    lines.addAll(hours("no-largest-hour-2026", "2026-03-01", 0, 19, CLEAN));
    lines.addAll(hours("no-largest-hour-2026", "2026-03-01", 19, 24, "10,10,1,,10,10"));
    lines.addAll(hours("before-standards", "2010-03-01", 0, 24, CLEAN));
    List<StationHour> hours =
        AirSamples.stationHours(
            AirSamples.received(TestRows.lines(lines)), List.of(), RulesAsOf.DATA_DAY);
    days =
        AirSamples.stationDays(hours, RulesAsOf.DATA_DAY).stream()
            .collect(Collectors.toMap(StationDay::stationCode, Function.identity()));
  }

  /** Hours {@code from} (included) to {@code to} (not included) with the same six values. */
  private static List<String> hours(String station, String day, int from, int to, String values) {
    return IntStream.range(from, to)
        .mapToObj(h -> "%s,%sT%02d:00,%s".formatted(station, day, h, values))
        .toList();
  }

  @Test
  void twentyHoursMakeAMeanAndNineteenDoNot() {
    StationDay row = days.get("nineteen-hours");
    assertThat(row.means().no2UgM3()).isEqualByComparingTo("11");
    assertThat(row.means().so2UgM3()).isNull();
    assertThat(row.validHours().so2ValidHours()).isEqualTo(19);
    assertThat(row.means().o3_1hMaxUgM3()).isEqualByComparingTo("10");
    assertThat(row.validHours().o3ValidHours()).isEqualTo(20);
    assertThat(row.validHours().pm2_5ValidHours()).isEqualTo(1);
    assertThat(row.means().pm2_5UgM3()).isNull();
    assertThat(row.index().isValid()).isFalse();
  }

  @Test
  void aMeanIsKeptUnroundedToTenDecimals() {
    StationDay row = days.get("many-decimals");
    // (21·10 + 2·11)/23 = 232/23 and (21·1 + 2·1.001)/23 = 23.002/23.
    assertThat(row.means().so2UgM3().toPlainString()).isEqualTo("10.0869565217");
    assertThat(row.means().coMgM3().toPlainString()).isEqualTo("1.0000869565");
  }

  @Test
  void aHalfIsRoundedToEvenBeforeTheIndex() {
    // 34.5 → 34 → 49; 35.5 → 36 → 52 (HJ 633-2012: 50/40·1 + 50 = 51.25).
    StationDay down = days.get("half-down");
    StationDay up = days.get("half-up");
    assertThat(down.index().pm2_5Iaqi()).isEqualTo(49);
    assertThat(up.index().pm2_5Iaqi()).isEqualTo(52);
    assertThat(down.index().primaryPollutant()).isNull();
    assertThat(up.index().primaryPollutant()).isEqualTo("PM2.5");
  }

  @Test
  void fourteenWindowsMakeAnOzoneDay() {
    // Hours from 0 to 18 o'clock: windows 8 to 21, the last with six hours.
    StationDay row = days.get("fourteen-windows");
    assertThat(row.o3_8hWindows()).isEqualTo(14);
    assertThat(row.means().o3_8hUgM3()).isEqualByComparingTo("100");
    assertThat(row.index().o3_8hIaqi()).isEqualTo(50);
    assertThat(row.means().o3_1hMaxUgM3()).isNull();
  }

  @Test
  void fewerWindowsCountOnlyAboveTheLimit() {
    StationDay equal = days.get("thirteen-at-limit");
    assertThat(equal.o3_8hWindows()).isEqualTo(13);
    assertThat(equal.means().o3_8hUgM3()).isNull();
    StationDay above = days.get("thirteen-above");
    // The last full window is (7·160 + 160.000001)/8 = 160.000000125, the one of six hours larger.
    assertThat(above.o3_8hWindows()).isEqualTo(13);
    assertThat(above.means().o3_8hUgM3().toPlainString()).isEqualTo("160.0000001667");
  }

  @Test
  void theOzoneHourCountsIn2012AndNotIn2026() {
    StationDay before = days.get("ozone-hour-2012");
    assertThat(before.index().aqi()).isEqualTo(150);
    assertThat(before.index().o3_1hIaqi()).isEqualTo(150);
    assertThat(before.index().primaryPollutant()).isEqualTo("O3");
    // O3 8 h: (7·10 + 300)/8 = 46.25 → 46 → 23; the largest of the six is CO 1 → 25.
    assertThat(before.index().o3_8hIaqi()).isEqualTo(23);
    assertThat(before.index().aqiSixItems()).isEqualTo(25);
    assertThat(before.index().primarySixItems()).isNull();
    StationDay after = days.get("ozone-hour-2026");
    assertThat(after.index().aqi()).isEqualTo(25);
    assertThat(after.index().o3_1hIaqi()).isNull();
    assertThat(after.index().className()).isEqualTo("优");
    assertThat(after.index().ruleSet()).isEqualTo("HJ 633-2026");
  }

  @Test
  void aWholeDayIsValid() {
    StationDay row = days.get("whole");
    assertThat(row.index().isValid()).isTrue();
    assertThat(row.index().aqiPublished()).isEqualTo(row.index().aqi());
    assertThat(row.isRegistered()).isFalse();
  }

  @Test
  void withoutTheOzoneHourADayIsValidSince2026Only() {
    // 19 ozone hours: 14 windows, but no largest hour.
    StationDay before = days.get("no-largest-hour-2012");
    StationDay after = days.get("no-largest-hour-2026");
    assertThat(before.index().isValid()).isFalse();
    assertThat(after.index().isValid()).isTrue();
  }

  @Test
  void aDayBeforeTheFirstStandardHasCountsAndNoStatistics() {
    StationDay row = days.get("before-standards");
    assertThat(row.validHours().so2ValidHours()).isEqualTo(24);
    assertThat(row.means().so2UgM3()).isNull();
    assertThat(row.o3_8hWindows()).isZero();
    assertThat(row.index().aqi()).isNull();
    assertThat(row.index().isValid()).isFalse();
  }

  @Test
  void theLimitForFewerWindowsIsTheGradeTwoLimit() {
    for (AirRuleSet rules : AirRuleSet.all()) {
      assertThat(
              AirLimit.inForce(
                      AirPollutant.O3.name(), AveragingPeriod.DAY_MAX_8H, 2, rules.validFrom())
                  .limitValue())
          .isEqualByComparingTo(
              AirValidity.inForce(
                      AirPollutant.O3, "day_max_8h", "fewer_windows_valid_above", rules.validFrom())
                  .value());
    }
  }
}
