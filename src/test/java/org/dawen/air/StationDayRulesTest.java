package org.dawen.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.lake.Lake;
import org.dawen.lake.TableRow;
import org.dawen.standard.AirLimits;
import org.dawen.standard.AirPollutant;
import org.dawen.standard.AirRuleSet;
import org.dawen.standard.AirValidity;
import org.dawen.standard.AveragingPeriod;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StationDayRulesTest {
  private static final String HEADINGS =
      "station_code,hour_start,so2_ug_m3,no2_ug_m3,co_mg_m3,o3_ug_m3,pm10_ug_m3,pm2_5_ug_m3";
  private static final String CLEAN = "10,10,1,10,10,10";

  private static Map<String, TableRow> days;

  /** All cases in one computation, a station each: planning costs more than computing. */
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
    Dataset<Row> hours =
        AirSamples.stationHours(
            AirSamples.received(AirSamples.rows(lines)),
            AirSamples.noStations(),
            RulesAsOf.DATA_DAY);
    days =
        Lake.all(StationDayRules.stationDays(hours, RulesAsOf.DATA_DAY)).stream()
            .collect(Collectors.toMap(r -> r.text(AirTables.STATION_CODE), Function.identity()));
  }

  /** Hours {@code from} (included) to {@code to} (not included) with the same six values. */
  private static List<String> hours(String station, String day, int from, int to, String values) {
    return IntStream.range(from, to)
        .mapToObj(h -> "%s,%sT%02d:00,%s".formatted(station, day, h, values))
        .toList();
  }

  @Test
  void twentyHoursMakeAMeanAndNineteenDoNot() {
    TableRow row = days.get("nineteen-hours");
    assertThat(row.decimal(AirTables.NO2_MEAN_UG_M3)).isEqualByComparingTo("11");
    assertThat(row.decimal(AirTables.SO2_MEAN_UG_M3)).isNull();
    assertThat(row.whole(AirTables.SO2_VALID_HOURS)).isEqualTo(19);
    assertThat(row.decimal(AirTables.O3_1H_MAX_UG_M3)).isEqualByComparingTo("10");
    assertThat(row.whole(AirTables.O3_VALID_HOURS)).isEqualTo(20);
    assertThat(row.whole(AirTables.PM2_5_VALID_HOURS)).isEqualTo(1);
    assertThat(row.decimal(AirTables.PM2_5_MEAN_UG_M3)).isNull();
    assertThat(row.truth(AirTables.IS_VALID)).isFalse();
  }

  @Test
  void aMeanIsKeptUnroundedToTenDecimals() {
    TableRow row = days.get("many-decimals");
    // (21·10 + 2·11)/23 = 232/23 and (21·1 + 2·1.001)/23 = 23.002/23.
    assertThat(row.decimal(AirTables.SO2_MEAN_UG_M3).toPlainString()).isEqualTo("10.0869565217");
    assertThat(row.decimal(AirTables.CO_MEAN_MG_M3).toPlainString()).isEqualTo("1.0000869565");
  }

  @Test
  void aHalfIsRoundedToEvenBeforeTheIndex() {
    // 34.5 → 34 → 49; 35.5 → 36 → 52 (HJ 633-2012: 50/40·1 + 50 = 51.25).
    TableRow down = days.get("half-down");
    TableRow up = days.get("half-up");
    assertThat(down.text("pm2_5_iaqi")).isEqualTo("49");
    assertThat(up.text("pm2_5_iaqi")).isEqualTo("52");
    assertThat(down.text(AirTables.PRIMARY_POLLUTANT)).isNull();
    assertThat(up.text(AirTables.PRIMARY_POLLUTANT)).isEqualTo("PM2.5");
  }

  @Test
  void fourteenWindowsMakeAnOzoneDay() {
    // Hours from 0 to 18 o'clock: windows 8 to 21, the last with six hours.
    TableRow row = days.get("fourteen-windows");
    assertThat(row.whole(AirTables.O3_8H_WINDOWS)).isEqualTo(14);
    assertThat(row.decimal(AirTables.O3_8H_UG_M3)).isEqualByComparingTo("100");
    assertThat(row.text("o3_8h_iaqi")).isEqualTo("50");
    assertThat(row.decimal(AirTables.O3_1H_MAX_UG_M3)).isNull();
  }

  @Test
  void fewerWindowsCountOnlyAboveTheLimit() {
    TableRow equal = days.get("thirteen-at-limit");
    assertThat(equal.whole(AirTables.O3_8H_WINDOWS)).isEqualTo(13);
    assertThat(equal.decimal(AirTables.O3_8H_UG_M3)).isNull();
    TableRow above = days.get("thirteen-above");
    // The last full window is (7·160 + 160.000001)/8 = 160.000000125, the one of six hours larger.
    assertThat(above.whole(AirTables.O3_8H_WINDOWS)).isEqualTo(13);
    assertThat(above.decimal(AirTables.O3_8H_UG_M3).toPlainString()).isEqualTo("160.0000001667");
  }

  @Test
  void theOzoneHourCountsIn2012AndNotIn2026() {
    TableRow before = days.get("ozone-hour-2012");
    assertThat(before.text("aqi")).isEqualTo("150");
    assertThat(before.text("o3_1h_iaqi")).isEqualTo("150");
    assertThat(before.text(AirTables.PRIMARY_POLLUTANT)).isEqualTo("O3");
    // O3 8 h: (7·10 + 300)/8 = 46.25 → 46 → 23; the largest of the six is CO 1 → 25.
    assertThat(before.text("o3_8h_iaqi")).isEqualTo("23");
    assertThat(before.text("aqi_six_items")).isEqualTo("25");
    assertThat(before.text(AirTables.PRIMARY_SIX_ITEMS)).isNull();
    TableRow after = days.get("ozone-hour-2026");
    assertThat(after.text("aqi")).isEqualTo("25");
    assertThat(after.text("o3_1h_iaqi")).isNull();
    assertThat(after.text(AirTables.CLASS_NAME)).isEqualTo("优");
    assertThat(after.text(AirTables.RULE_SET)).isEqualTo("HJ 633-2026");
  }

  @Test
  void aWholeDayIsValid() {
    TableRow row = days.get("whole");
    assertThat(row.truth(AirTables.IS_VALID)).isTrue();
    assertThat(row.text("aqi_published")).isEqualTo(row.text("aqi"));
    assertThat(row.truth(AirTables.IS_REGISTERED)).isFalse();
  }

  @Test
  void withoutTheOzoneHourADayIsValidSince2026Only() {
    // 19 ozone hours: 14 windows, but no largest hour.
    TableRow before = days.get("no-largest-hour-2012");
    TableRow after = days.get("no-largest-hour-2026");
    assertThat(before.truth(AirTables.IS_VALID)).isFalse();
    assertThat(after.truth(AirTables.IS_VALID)).isTrue();
  }

  @Test
  void aDayBeforeTheFirstStandardHasCountsAndNoStatistics() {
    TableRow row = days.get("before-standards");
    assertThat(row.whole(AirTables.SO2_VALID_HOURS)).isEqualTo(24);
    assertThat(row.decimal(AirTables.SO2_MEAN_UG_M3)).isNull();
    assertThat(row.whole(AirTables.O3_8H_WINDOWS)).isZero();
    assertThat(row.text("aqi")).isNull();
    assertThat(row.truth(AirTables.IS_VALID)).isFalse();
  }

  @Test
  void theLimitForFewerWindowsIsTheGradeTwoLimit() {
    for (AirRuleSet rules : AirRuleSet.all()) {
      assertThat(
              AirLimits.inForce(AirPollutant.O3, AveragingPeriod.DAY_MAX_8H, 2, rules.validFrom())
                  .limitValue())
          .isEqualByComparingTo(
              AirValidity.inForce(
                      AirPollutant.O3, "day_max_8h", "fewer_windows_valid_above", rules.validFrom())
                  .value());
    }
  }
}
