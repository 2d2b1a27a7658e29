package org.dawen.diesel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.NumericType;
import org.dawen.lake.Column;
import org.dawen.registry.RegistryTables;
import org.dawen.run.Settings;
import org.dawen.source.GoldenCase;
import org.junit.jupiter.api.Test;

class VehicleDayRulesTest {
  private static final Settings SHIPPED =
      Settings.read(Path.of(System.getProperty("dawen.home", "."), "jobs/nightly.yaml"));
  private static final String HEADINGS =
      "vin,minute_start,data_day,second_map,first_second,last_second,speed_raw_sum,odometer_count,odometer_raw_first,odometer_raw_last,position_count,first_longitude_raw,first_latitude_raw,last_longitude_raw,last_latitude_raw,window_seconds,window_nox_up_sum,window_nox_down_sum";
  private static final long FULL = (1L << 60) - 1;

  private static String minute(String clock, long odoFirst, long odoLast, int lon, String window) {
    return "LTATEST0000000001,2024-03-04T%s:00,2024-03-04,%d,0,59,921600,%s,%s,%s"
        .formatted(
            clock,
            FULL,
            odoLast == 0 ? "0,," : "60," + odoFirst + "," + odoLast,
            lon == 0 ? "0,,,," : "60,%1$d,36000000,%1$d,36000000".formatted(lon),
            window);
  }

  private static String day(String columns, String... minutes) {
    Map<String, String> usual = new java.util.HashMap<>();
    for (Column c : DieselTables.VEHICLE_MINUTE.columns()) {
      if (c.type() instanceof NumericType && !c.name().contains("longitude")) {
        usual.put(c.name(), "0");
      }
    }
    List<String> lines = new ArrayList<>(List.of(HEADINGS));
    lines.addAll(List.of(minutes));
    return VehicleDayRules.vehicleDays(
            GoldenCase.rows(DieselTables.VEHICLE_MINUTE, usual, lines),
            GoldenCase.rows(DieselTables.OBD_INFO, Map.of(), List.of("vin")),
            GoldenCase.rows(RegistryTables.VEHICLE, Map.of(), List.of("vin")),
            DieselThresholds.of(SHIPPED, DieselThresholds.REFILL_PERCENT))
        .selectExpr("concat_ws(' ', " + columns + ")")
        .as(org.apache.spark.sql.Encoders.STRING())
        .collectAsList()
        .toString();
  }

  /** One second with 0.05 ppm before and 3,012 ppm behind the SCR must not stop a night. */
  @Test
  void aConversionThatSaysNothingIsNull() {
    assertThat(
            day(
                "conversion_percent, window_day_seconds",
                minute("08:00", 1000, 1010, 117_000_000, "1,1,60255")))
        .isEqualTo("[1]");
    assertThat(
            day("conversion_percent", minute("08:00", 1000, 1010, 117_000_000, "60,120000,6000")))
        .isEqualTo("[95.000000]");
  }

  /** An odometer that leaps further than any truck drives is no distance. */
  @Test
  void theSpeedTellsTheDistanceWhereTheOdometerLeaps() {
    assertThat(
            day(
                "distance_km",
                minute("08:00", 1_000, 1_010, 117_000_000, "0,0,0"),
                minute("08:01", 1_000_000, 1_000_010, 117_000_000, "0,0,0")))
        .isEqualTo("[2.000]");
    // 45 km in 18 minutes are 150 km/h.
    assertThat(
            day(
                "distance_km",
                minute("08:00", 1_000, 1_010, 117_000_000, "0,0,0"),
                minute("08:17", 1_440, 1_450, 117_000_000, "0,0,0")))
        .isEqualTo("[45.000]");
  }

  /** Where a vehicle was long before its last sample is not where it stopped. */
  @Test
  void thePositionAtTheEndIsOneOfTheLastMinutes() {
    String place = "first_longitude_raw, last_longitude_raw";
    assertThat(
            day(
                place,
                minute("08:00", 1_000, 1_010, 117_000_000, "0,0,0"),
                minute("08:30", 1_000, 1_010, 118_000_000, "0,0,0"),
                minute("08:36", 1_000, 1_010, 0, "0,0,0")))
        .isEqualTo("[117000000]");
    assertThat(
            day(
                place,
                minute("08:00", 1_000, 1_010, 0, "0,0,0"),
                minute("08:04", 1_000, 1_010, 117_000_000, "0,0,0"),
                minute("08:30", 1_000, 1_010, 118_000_000, "0,0,0"),
                minute("08:34", 1_000, 1_010, 0, "0,0,0")))
        .isEqualTo("[117000000 118000000]");
  }
}
