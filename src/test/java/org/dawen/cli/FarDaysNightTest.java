package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.dawen.codec.hj212.Crc16;
import org.dawen.lake.Message;
import org.dawen.lake.Query;
import org.dawen.run.NightReport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One bad date in each feed: the good days are as without it, and nothing is computed between. */
class FarDaysNightTest {
  private static final List<String> IMPOSSIBLE = List.of("9999-12-31", "0001-01-01", "2924-03-04");
  private static final List<String> FAR = List.of("2000-01-01", "2035-06-15", "2079-12-31");
  private static final String GOOD = "2024-03-04";

  @TempDir private static Path folder;
  private static Nights nights;
  private static Nights clean;
  private static NightReport report;

  @BeforeAll
  static void runTheNights() throws IOException {
    write(folder.resolve("clean"), List.of(GOOD));
    clean = new Nights(folder.resolve("clean-lake"), folder.resolve("clean"));
    assertThat(clean.run().exitCode()).isZero();
    write(
        folder.resolve("landing"),
        Stream.of(List.of(GOOD), FAR, IMPOSSIBLE).flatMap(List::stream).toList());
    nights = new Nights(folder.resolve("lake"), folder.resolve("landing"));
    report = nights.run();
  }

  private static void write(Path landing, List<String> days) throws IOException {
    StringBuilder air =
        new StringBuilder(
            "station_code,hour_end,so2_ug_m3,no2_ug_m3,co_mg_m3,o3_ug_m3,pm10_ug_m3,pm2_5_ug_m3\n");
    StringBuilder power = new StringBuilder("meter_code,interval_end,energy_kwh\n");
    StringBuilder packets = new StringBuilder();
    for (String day : days) {
      boolean isGood = day.equals(GOOD);
      for (int hour = isGood ? 1 : 10; hour <= (isGood ? 23 : 10); hour++) {
        String label = "%sT%02d:00".formatted(day, hour);
        air.append("S1,%s,1,2,0.3,4,5,6\n".formatted(label));
        power.append("M1,%s,1\n".formatted(label));
        packets.append(packet(day.replace("-", "") + "%02d0000".formatted(hour)));
      }
    }
    put(landing, "air/a.csv", air.toString());
    put(landing, "power/p.csv", power.toString());
    put(landing, "hj212/h.txt", packets.toString());
    put(
        landing,
        "registry/stations.csv",
        "station_code,name,county_code,valid_from,valid_to\nS1,A,370902,0001-01-01,9999-12-31\n");
    put(
        landing,
        "registry/meters.csv",
        "meter_code,enterprise_code,role,valid_to\nM1,E1,total,2099/12/31\n");
    put(
        landing,
        "registry/outlets.csv",
        "outlet_code,mn,name,enterprise_code,enterprise_name,county_code,medium\n"
            + "O1,MN1,A,E1,A,370902,gas\n");
    put(
        landing,
        "registry/marks.csv",
        "outlet_code,kind,starts_at,ends_at\nO1,maintenance,2024-03-04T05:00,9999-12-31T00:00\n");
  }

  private static String packet(String dataTime) {
    String data =
        "QN=20240304100000000;ST=31;CN=2061;PW=123456;MN=MN1;Flag=4;CP=&&DataTime="
            + dataTime
            + ";a21026-Avg=1,a21026-Flag=N&&";
    byte[] bytes = data.getBytes(StandardCharsets.US_ASCII);
    return "##%04d%s%04X\r\n".formatted(bytes.length, data, Crc16.of(bytes));
  }

  private static void put(Path landing, String path, String text) throws IOException {
    Files.createDirectories(landing.resolve(path).getParent());
    Files.writeString(landing.resolve(path), text);
  }

  private static List<String> asked(Nights where, String sql) {
    return Ask.texts(new Query(where.lake(), Catalogue.tables()), sql);
  }

  @Test
  void everyImpossibleDayIsRejectedWithItsLine() {
    assertThat(report.exitCode()).isZero();
    for (String file : List.of("air/a.csv", "power/p.csv")) {
      assertThat(
              asked(
                  nights,
                  "SELECT reason || ' ' || line_no FROM ops.reject WHERE file_id = '%s' ORDER BY line_no"
                      .formatted(file)))
          .containsExactly("DAY_OUT_OF_RANGE 28", "DAY_OUT_OF_RANGE 29", "DAY_OUT_OF_RANGE 30");
    }
    assertThat(asked(nights, "SELECT record_no FROM ops.reject WHERE file_id = 'hj212/h.txt'"))
        .hasSize(IMPOSSIBLE.size());
  }

  @Test
  void theGoodDaysAreAsWithoutTheBadOnes() {
    for (String table :
        List.of(
            "air.station_hour",
            "air.station_day",
            "source.outlet_hour",
            "source.outlet_day",
            "power.meter_interval",
            "power.meter_day")) {
      String sql =
          "SELECT to_json(struct(*)) FROM %s WHERE year(data_day) = 2024 ORDER BY 1"
              .formatted(table);
      assertThat(asked(nights, sql)).as(table).isNotEmpty().isEqualTo(asked(clean, sql));
    }
  }

  @Test
  void theFarDayIsComputedItselfAndNoDayBetween() {
    assertThat(report.lines())
        .filteredOn(l -> !l.name().startsWith("intake"))
        .allSatisfy(l -> assertThat(l.days()).as(l.name()).isLessThan(400));
    assertThat(asked(nights, "SELECT DISTINCT data_day FROM air.station_hour ORDER BY 1"))
        .containsExactly(FAR.get(0), GOOD, FAR.get(1), FAR.get(2));
    assertThat(asked(nights, "SELECT DISTINCT data_day FROM power.meter_interval ORDER BY 1"))
        .containsExactly(FAR.get(0), GOOD, FAR.get(1), FAR.get(2));
  }

  @Test
  void theNightAndDoctorListTheFarDay() {
    assertThat(report.warnings())
        .extracting(Message::toString)
        .anySatisfy(
            w ->
                assertThat(w)
                    .contains("air/a.csv 2035-06-15 (1 record)", "air/a.csv 2000-01-01 (1 record)")
                    .contains("power/p.csv 2035-06-15 (1 record)")
                    .contains("hj212/h.txt 2079-12-31 (1 record)")
                    .doesNotContain(GOOD));
    assertThat(
            DoctorReport.look(nights.lake(), Engines.of(nights.lake()), LocalDate.of(2024, 3, 5))
                .json())
        .contains("air/a.csv 2035-06-15 (1 record)");
  }

  @Test
  void aFarDayDoesNotHideThatAFeedIsLate() {
    assertThat(
            DoctorReport.look(nights.lake(), Engines.of(nights.lake()), LocalDate.of(2024, 4, 1))
                .json())
        .contains("air: newest day 2024-03-04, 27 days behind 2024-03-31");
  }

  @Test
  void theNextNightHasNothingToDo() {
    NightReport second = nights.run();
    assertThat(second.lines()).isEmpty();
    assertThat(second.exitCode()).isZero();
  }
}
