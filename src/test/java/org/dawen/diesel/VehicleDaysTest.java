package org.dawen.diesel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dawen.intake.ObdWording;
import org.dawen.lake.DaySet;
import org.dawen.lake.TestRows;
import org.dawen.registry.Vehicle;
import org.junit.jupiter.api.Test;

class VehicleDaysTest {
  private static final LocalDate DAY = LocalDate.of(2024, 3, 4);
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

  private static VehicleDay day(String... minutes) {
    List<String> lines = new ArrayList<>(List.of(HEADINGS));
    lines.addAll(List.of(minutes));
    return day(lines, List.of(), List.of());
  }

  private static VehicleDay day(
      List<String> minutes, List<InfoWording> told, List<Vehicle> vehicles) {
    List<VehicleDay> days =
        new VehicleDays(vehicles, DieselRows.thresholds(DieselThresholds.REFILL_PERCENT))
            .of(
                DieselRows.VIN,
                DieselRows.records(
                    DrivenMinute.class,
                    DieselTables.VEHICLE_MINUTE,
                    DieselRows.usualMinute("longitude"),
                    TestRows.lines(minutes)),
                told.isEmpty() ? Map.of() : Map.of(DAY, told),
                DaySet.of(DAY));
    assertThat(days).extracting(VehicleDay::dataDay).containsExactly(DAY);
    return days.get(0);
  }

  /** One second with 0.05 ppm before and 3,012 ppm behind the SCR must not stop a night. */
  @Test
  void aConversionThatSaysNothingIsNull() {
    VehicleDay.Conversion nothing =
        day(minute("08:00", 1000, 1010, 117_000_000, "1,1,60255")).conversion();
    assertThat(nothing.conversionPercent()).isNull();
    assertThat(nothing.windowDaySeconds()).isEqualTo(1);
    assertThat(
            day(minute("08:00", 1000, 1010, 117_000_000, "60,120000,6000"))
                .conversion()
                .conversionPercent())
        .isEqualTo("95.000000");
  }

  /** An odometer that leaps further than any truck drives is no distance. */
  @Test
  void theSpeedTellsTheDistanceWhereTheOdometerLeaps() {
    assertThat(
            day(
                    minute("08:00", 1_000, 1_010, 117_000_000, "0,0,0"),
                    minute("08:01", 1_000_000, 1_000_010, 117_000_000, "0,0,0"))
                .driving()
                .distanceKm())
        .isEqualTo("2.000");
    // 45 km in 18 minutes are 150 km/h.
    assertThat(
            day(
                    minute("08:00", 1_000, 1_010, 117_000_000, "0,0,0"),
                    minute("08:17", 1_440, 1_450, 117_000_000, "0,0,0"))
                .driving()
                .distanceKm())
        .isEqualByComparingTo("45");
  }

  /** Where a vehicle was long before its last sample is not where it stopped. */
  @Test
  void thePositionAtTheEndIsOneOfTheLastMinutes() {
    VehicleDay.Places lost =
        day(
                minute("08:00", 1_000, 1_010, 117_000_000, "0,0,0"),
                minute("08:30", 1_000, 1_010, 118_000_000, "0,0,0"),
                minute("08:36", 1_000, 1_010, 0, "0,0,0"))
            .places();
    assertThat(lost.firstLongitudeRaw()).isEqualTo(117_000_000);
    assertThat(lost.lastLongitudeRaw()).isNull();
    VehicleDay.Places known =
        day(
                minute("08:00", 1_000, 1_010, 0, "0,0,0"),
                minute("08:04", 1_000, 1_010, 117_000_000, "0,0,0"),
                minute("08:30", 1_000, 1_010, 118_000_000, "0,0,0"),
                minute("08:34", 1_000, 1_010, 0, "0,0,0"))
            .places();
    assertThat(known.firstLongitudeRaw()).isEqualTo(117_000_000);
    assertThat(known.lastLongitudeRaw()).isEqualTo(118_000_000);
  }

  /** From 08:00:07 to 08:30:59; a rise of 12 steps of 0.4 % is no refill yet, one of 13 is. */
  @Test
  void aDayIsTheSumOfItsMinutes() {
    VehicleDay day =
        day(
            List.of(
                "minute_start,second_map,first_second,last_second,trip_no,running_seconds,driving_seconds,fuel_raw_sum,reagent_count,reagent_raw_first,reagent_raw_last,reagent_raw_max,reagent_raw_rise,mass_seconds,nox_mass_sum,conflict_seconds,hot_seconds,vin,data_day",
                "2024-03-04T08:00:00,128,7,7,1,60,60,60000,60,150,148,150,12,60,28800000,1,60,LTATEST0000000001,2024-03-04",
                "2024-03-04T08:30:00,1152921504606846975,0,59,2,60,30,12001,60,161,160,161,13,60,1000000,0,20,LTATEST0000000001,2024-03-04",
                "2024-03-04T08:31:00,0,,,3,0,0,0,0,,,,,0,0,0,0,LTATEST0000000001,2024-03-04"),
            List.of(),
            List.of());

    assertThat(TestRows.cells(day))
        .containsAllEntriesOf(
            Map.ofEntries(
                Map.entry("first_sample_at", "2024-03-04T08:00:07"),
                Map.entry("last_sample_at", "2024-03-04T08:30:59"),
                Map.entry("sampled_seconds", "61"),
                Map.entry("trip_count", "2"),
                Map.entry("engine_hours", "0.033333"),
                Map.entry("driving_hours", "0.025000"),
                Map.entry("fuel_litres", "1.000014"),
                Map.entry("reagent_first_percent", "60.0"),
                Map.entry("reagent_last_percent", "64.0"),
                Map.entry("reagent_max_percent", "64.4"),
                Map.entry("reagent_refill_percent", "5.2"),
                Map.entry("reagent_used_percent", "1.2"),
                Map.entry("hot_day_seconds", "80"),
                // 0.001586 · 29,800,000 / 28,800,000 = 0.00164107 g
                Map.entry("nox_mass_g", "0.001641"),
                Map.entry("nox_mass_day_seconds", "120"),
                Map.entry("conflict_day_seconds", "1"),
                Map.entry("is_registered", "false")));
  }

  private static InfoWording told(int no, String lastAt, Boolean isMilOn) {
    return new InfoWording(
        DieselRows.VIN,
        DAY,
        no,
        LocalDateTime.parse("2024-03-04T06:00:00"),
        LocalDateTime.parse(lastAt),
        new ObdWording.Content(null, isMilOn, "", "", null, null, null, null, ""));
  }

  @Test
  void whatWasToldLastOfTheLampCounts() {
    InfoWording off = told(1, "2024-03-04T09:00:00", false);
    InfoWording on = told(2, "2024-03-04T09:00:00", true);
    InfoWording nothing = told(3, "2024-03-04T10:00:00", null);
    InfoWording laterOff = told(4, "2024-03-04T09:00:01", false);

    assertThat(lamp(off)).isFalse();
    assertThat(lamp(on, off, nothing)).isTrue();
    assertThat(lamp(on, laterOff)).isFalse();
    assertThat(lamp(nothing)).isNull();
  }

  private static Boolean lamp(InfoWording... told) {
    return day(List.of(HEADINGS), List.of(told), List.of()).isMilOn();
  }

  @Test
  void aDayWithNothingButInformationHasNoSamplesAndNoDistance() {
    Map<String, String> cells =
        TestRows.cells(
            day(
                List.of(HEADINGS),
                List.of(told(1, "2024-03-04T09:00:00", true)),
                TestRows.records(
                    Vehicle.class,
                    "vin,county_code,valid_from,valid_to",
                    "LTATEST0000000001,370902,,2024-03-03",
                    "LTATEST0000000001,370911,2024-03-04,")));

    assertThat(cells)
        .containsEntry("first_sample_at", null)
        .containsEntry("sampled_seconds", "0")
        .containsEntry("distance_km", "0.000")
        .containsEntry("odometer_fall_km", null)
        .containsEntry("nox_mass_g", null)
        .containsEntry("is_registered", "true")
        .containsEntry("county_code", "370911");
  }
}
