package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.dawen.lake.Message;
import org.dawen.lake.Query;
import org.dawen.lake.Trouble;
import org.dawen.run.LakeLock;
import org.dawen.run.NightReport;
import org.dawen.run.Progress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A landing folder of nothing but trouble: a sentence or a reject for each, and nothing lost. */
class BadInputTest {
  private static final String AIR =
      "station_code,hour_end,so2_ug_m3,no2_ug_m3,co_mg_m3,o3_ug_m3,pm10_ug_m3,pm2_5_ug_m3\n";
  private static final String GOOD = "S1,2024-03-01T05:00,1,2,0.3,4,5,6\n";

  @TempDir private static Path folder;
  private static Nights nights;
  private static NightReport report;

  @BeforeAll
  static void runTheNight() throws IOException {
    Path landing = folder.resolve("landing");
    write(landing, "air/wrong_header.csv", "code;time;value\n1;2;3\n");
    write(landing, "air/wrong_unit.csv", AIR.replace("co_mg_m3", "co_ug_m3") + GOOD);
    write(landing, "air/empty.csv", "");
    write(landing, "air/no_rows.csv", AIR);
    write(
        landing,
        "air/bad_records.csv",
        AIR
            + GOOD
            + GOOD
            + "S1,2024-02-30T05:00,1,2,0.3,4,5,6\n"
            + "S1,2024-03-01T25:00,1,2,0.3,4,5,6\n"
            + "S1,2024-03-01T06:00,high,2,0.3,4,5,-6\n"
            + "S1,2024-03-01T07:00,1,2,0.3,4,5,6\n"
            + "S1,2024-03-01T07:00,1,2,0.3,4,5,9\n");
    byte[] garbage = new byte[20_000];
    new Random(1).nextBytes(garbage);
    write(landing, "air/garbage.csv", garbage);
    write(landing, "hj212/garbage.log", garbage);
    write(landing, "air/not_gzip.csv.gz", AIR + GOOD);
    write(landing, "air/cut.csv.gz", cutGzip());
    write(landing, "air/readme.doc", "not a feed file");
    write(landing, "mystery/file.csv", "x\n");
    write(
        landing,
        "registry/stations.csv",
        "station_code,name,county_code,valid_from,valid_to\n"
            + "S1,甲,370902,2024-01-01,2024-06-30\n"
            + "S1,乙,370902,2024-06-01,\n"
            + "S2,丙,370902,,\n"
            + "S3,丁,370902,,\n"
            + "S4,戊,370902,,\n");
    nights = new Nights(folder.resolve("lake"), landing);
    report = nights.run();
  }

  private static void write(Path landing, String path, String text) throws IOException {
    write(landing, path, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void write(Path landing, String path, byte[] bytes) throws IOException {
    Path file = landing.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  /** 2,000 good hours, of which the compressed bytes break off in the middle. */
  private static byte[] cutGzip() throws IOException {
    StringBuilder text = new StringBuilder(AIR);
    Random random = new Random(2);
    for (int i = 0; i < 2_000; i++) {
      text.append(
          "S2,2024-0%d-%02dT%02d:00,%d,2,0.3,4,5,6\n"
              .formatted(1 + i / 672, 1 + i / 24 % 28, i % 24, random.nextInt(1000)));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
    return Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2);
  }

  private static List<String> asked(String sql) {
    return Ask.texts(new Query(nights.lake(), Catalogue.tables()), sql);
  }

  @ParameterizedTest
  @CsvSource({
    "air/wrong_header.csv, held_back, WRONG_HEADER",
    "air/wrong_unit.csv, held_back, WRONG_UNIT",
    "air/not_gzip.csv.gz, held_back, NOT_GZIP",
    "hj212/garbage.log, held_back, NO_FRAME",
    "air/cut.csv.gz, accepted, TRUNCATED_GZIP",
    "air/bad_records.csv, accepted, BAD_TIME",
    "air/bad_records.csv, accepted, BAD_NUMBER",
    "air/bad_records.csv, accepted, NEGATIVE_VALUE",
    "registry/stations.csv, accepted, PERIOD_OVERLAP"
  })
  void eachFileHasItsStatusAndEachRejectItsReason(String file, String status, String reason) {
    assertThat(asked("SELECT status FROM ops.landing_file WHERE file_id = '%s'".formatted(file)))
        .containsExactly(status);
    assertThat(asked("SELECT reason FROM ops.reject WHERE file_id = '%s'".formatted(file)))
        .contains(reason);
  }

  @Test
  void binaryGarbageIsHeldBackWhole() {
    assertThat(asked("SELECT status FROM ops.landing_file WHERE file_id = 'air/garbage.csv'"))
        .containsExactly("held_back");
  }

  @Test
  void theNightGoesOnAndEndsWithExitCodeFour() {
    assertThat(report.exitCode()).isEqualTo(4);
    assertThat(asked("SELECT count(*) FROM air.station_hour WHERE station_code = 'S1'"))
        .containsExactly("3");
  }

  @Test
  void theOperatorReadsWhatToDo() {
    assertThat(report.warnings())
        .extracting(Message::toString)
        .anySatisfy(w -> assertThat(w).contains("Held back whole: air/wrong_header.csv"))
        .anySatisfy(w -> assertThat(w).contains("co_ug_m3").contains("co_mg_m3"))
        .anySatisfy(w -> assertThat(w).contains("Without records").contains("air/empty.csv"))
        .anySatisfy(w -> assertThat(w).contains("Not taken").contains("mystery/"))
        .anySatisfy(w -> assertThat(w).contains("2 rows of registry/stations.csv were refused"));
  }

  @Test
  void whatStoodBeforeTheBreakIsTaken() {
    int taken =
        Integer.parseInt(
            asked("SELECT accepted_count FROM ops.landing_file WHERE file_id = 'air/cut.csv.gz'")
                .get(0));
    assertThat(taken).isBetween(100, 1_999);
    assertThat(asked("SELECT count(*) FROM received.air WHERE file_id = 'air/cut.csv.gz'"))
        .containsExactly(String.valueOf(taken));
  }

  @Test
  void theSameHourTwiceWithOtherValuesIsListedAsDecidedByLine() {
    assertThat(
            asked(
                "SELECT pm2_5_ug_m3 || ' ' || revision_count || ' ' || is_decided_by_path FROM"
                    + " air.station_hour WHERE station_code = 'S1' AND hour_start ="
                    + " TIMESTAMP_NTZ'2024-03-01 06:00:00'"))
        .containsExactly("9.000000 2 true");
    assertThat(
            asked(
                "SELECT duplicate_count FROM ops.landing_file WHERE file_id ="
                    + " 'air/bad_records.csv'"))
        .containsExactly("1");
  }

  @Test
  void aTwentyFifthHourIsRefused() {
    assertThat(
            asked(
                "SELECT reason || ' ' || record_no FROM ops.reject WHERE file_id ="
                    + " 'air/bad_records.csv' AND detail LIKE '%T25:00%'"))
        .containsExactly("BAD_TIME 5");
  }

  @Test
  void rowsOfTheRegistryThatOverlapAreRefusedAndTheirStationIsUnknown() {
    assertThat(asked("SELECT DISTINCT station_code FROM air.unknown_station"))
        .containsExactly("S1");
    assertThat(asked("SELECT station_code FROM registry.station ORDER BY 1"))
        .containsExactly("S2", "S3", "S4");
  }

  @Test
  void everyFileAddsUp() {
    assertThat(
            asked(
                "SELECT file_id FROM ops.landing_file WHERE record_count <> accepted_count +"
                    + " duplicate_count + other_command_count + reject_count OR value_count <>"
                    + " received_value_count + rejected_value_count"))
        .isEmpty();
  }

  @Test
  void theSecondNightSaysTheSame() {
    NightReport second = nights.run();
    assertThat(second.exitCode()).isEqualTo(4);
    assertThat(second.lines()).isEmpty();
  }

  @Test
  void aLandingFolderThatDoesNotExistIsNotReady(@TempDir Path there) {
    assertThatThrownBy(() -> new Nights(there.resolve("lake"), there.resolve("nowhere")).run())
        .isInstanceOfSatisfying(Trouble.class, t -> assertThat(t.kind().exitCode()).isEqualTo(3))
        .hasMessageContaining("nowhere does not exist");
  }

  @Test
  void aLakeThatCannotBeWrittenIsAMatterOfConfiguration(@TempDir Path there) throws IOException {
    Path file = Files.writeString(there.resolve("lake"), "a file where a folder should be");
    assertThatThrownBy(() -> LakeLock.take(file, Progress.SILENT))
        .isInstanceOfSatisfying(Trouble.class, t -> assertThat(t.kind().exitCode()).isEqualTo(2))
        .hasMessageContaining("cannot be written");
  }

  @Test
  void aSecondRunOnTheSameLakeIsRefused(@TempDir Path there) {
    try (LakeLock held = LakeLock.take(there, Progress.SILENT)) {
      assertThat(held).isNotNull();
      assertThatThrownBy(() -> LakeLock.take(there, Progress.SILENT))
          .isInstanceOfSatisfying(Trouble.class, t -> assertThat(t.kind().exitCode()).isEqualTo(5))
          .hasMessageContaining("process " + ProcessHandle.current().pid());
    }
    LakeLock.take(there, Progress.SILENT).close();
  }

  @Test
  void aLockLeftByADeadProcessIsTakenOverWithAWord(@TempDir Path there) throws IOException {
    Files.writeString(there.resolve(".lock"), "process 1 since 2024-03-01T00:00:00Z");
    StringBuilder said = new StringBuilder();
    Progress progress =
        new Progress() {
          @Override
          public void step(Message sentence) {}

          @Override
          public void warn(Message sentence) {
            said.append(sentence);
          }
        };
    LakeLock.take(there, progress).close();
    assertThat(said).contains("process 1 since 2024-03-01").contains("taking over");
  }
}
