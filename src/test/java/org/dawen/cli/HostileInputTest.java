package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.dawen.lake.Message;
import org.dawen.lake.Query;
import org.dawen.lake.Trouble;
import org.dawen.run.FailureWords;
import org.dawen.run.NightReport;
import org.dawen.run.Settings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files somebody made to do harm: each has its reason, the good ones beside them are taken. */
class HostileInputTest {
  private static final String AIR =
      "station_code,hour_end,so2_ug_m3,no2_ug_m3,co_mg_m3,o3_ug_m3,pm10_ug_m3,pm2_5_ug_m3\n";
  private static final String GOOD = "S1,2024-03-01T05:00,1,2,0.3,4,5,6\n";

  @TempDir private static Path folder;
  private static Nights nights;
  private static NightReport report;

  @BeforeAll
  static void runTheNight() throws IOException {
    Path landing = folder.resolve("landing");
    write(landing, "air/good.csv", (AIR + GOOD).getBytes(StandardCharsets.UTF_8));
    write(landing, "air/bomb.csv.gz", bomb(AIR + GOOD, 64));
    write(landing, "hj212/bomb.txt.gz", bomb("", 64));
    write(landing, "registry/meters.csv.gz", bomb("meter_code,enterprise_code\n", 64));
    write(landing, "air/columns.csv", "a,".repeat(1_000_000).getBytes(StandardCharsets.UTF_8));
    write(landing, "air/few_columns.csv", "a,".repeat(20_000).getBytes(StandardCharsets.UTF_8));
    write(
        landing,
        "air/endless.csv",
        (AIR
                + GOOD
                + "S1,2024-03-01T06:00,"
                + "1".repeat(3_000_000)
                + "\n"
                + GOOD.replace("05", "07"))
            .getBytes(StandardCharsets.UTF_8));
    write(landing, "hj212/endless.txt", "##9999".concat("A".repeat(2_000_000)).getBytes());
    write(
        landing,
        "pool/formula.csv",
        ("entry_no,entry_day,kind,county_code,pollutant_code,mass_t,reduction_year,document_no,note\n"
                + "1,2024-03-01,reverse,370902,nox,1.5,2023,D,\"=HYPERLINK(\"\"http://x\"\",1)\"\n")
            .getBytes(StandardCharsets.UTF_8));
    write(landing, "air/'; DROP TABLE x --.csv", (AIR + GOOD).getBytes(StandardCharsets.UTF_8));
    write(landing, "air/泰安 50%25 #1.csv", (AIR + GOOD).getBytes(StandardCharsets.UTF_8));
    Path outside = Files.writeString(folder.resolve("outside.csv"), AIR + GOOD.replace("S1", "S9"));
    Files.createSymbolicLink(landing.resolve("air/link.csv"), outside);
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("in.csv"), AIR + GOOD.replace("S1", "S8"));
    Files.createSymbolicLink(landing.resolve("air/folder"), elsewhere);
    Files.createSymbolicLink(folder.resolve("named"), landing);
    // The folder itself may be named by a link.
    nights = new Nights(folder.resolve("lake"), folder.resolve("named")).withoutJobs();
    report = nights.run();
  }

  private static void write(Path landing, String path, byte[] bytes) throws IOException {
    Path file = landing.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  /** A few kilobytes that give so many megabytes of zeros. */
  private static byte[] bomb(String first, int megabytes) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(first.getBytes(StandardCharsets.UTF_8));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < megabytes; i++) {
        gzip.write(zeros);
      }
    }
    return bytes.toByteArray();
  }

  private static List<String> asked(String sql) {
    return Ask.texts(new Query(nights.lake(), Catalogue.tables()), sql);
  }

  @ParameterizedTest
  @CsvSource({
    "air/good.csv, accepted, ",
    "air/bomb.csv.gz, held_back, UNPACKS_TOO_LARGE",
    "hj212/bomb.txt.gz, held_back, UNPACKS_TOO_LARGE",
    "registry/meters.csv.gz, held_back, UNPACKS_TOO_LARGE",
    "air/columns.csv, held_back, LINE_TOO_LONG",
    "air/few_columns.csv, held_back, WRONG_HEADER",
    "air/endless.csv, accepted, LINE_TOO_LONG",
    "hj212/endless.txt, held_back, ",
    "pool/formula.csv, , FORMULA_IN_TEXT"
  })
  void eachFileHasItsStatusAndReason(String file, String status, String reason) {
    if (status != null) {
      assertThat(asked("SELECT status FROM ops.landing_file WHERE file_id = '%s'".formatted(file)))
          .containsExactly(status);
    }
    if (reason != null) {
      assertThat(asked("SELECT reason FROM ops.reject WHERE file_id = '%s'".formatted(file)))
          .contains(reason);
    }
  }

  @Test
  void whatIsKeptOfThemIsBounded() {
    assertThat(asked("SELECT string(max(length(content)) <= 65536) FROM ops.reject"))
        .containsExactly("true");
  }

  @Test
  void linksAreNotFollowedAndSaidSo() {
    assertThat(asked("SELECT DISTINCT station_code FROM received.air")).containsExactly("S1");
    assertThat(report.exitCode()).isEqualTo(4);
    assertThat(report.warnings())
        .extracting(Message::toString)
        .anySatisfy(w -> assertThat(w).contains("Refused", "air/folder", "air/link.csv"));
  }

  @Test
  void aNameMayHoldSpacesChineseAndSigns() {
    assertThat(asked("SELECT status FROM ops.landing_file WHERE file_id LIKE 'air/泰安 50%'"))
        .containsExactly("accepted");
  }

  @Test
  void aPathIsNeverAStatement() {
    assertThat(asked("SELECT status FROM ops.landing_file WHERE file_id LIKE '%x --.csv'"))
        .containsExactly("accepted");
  }

  @Test
  void aFileOfYamlThatWouldExplodeIsHarmless(@TempDir Path there) throws IOException {
    StringBuilder bomb = new StringBuilder("settings:\n  a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("  a%d: &a%d [".formatted(i, i))
          .append("*a%d, ".formatted(i - 1).repeat(9))
          .append("x]\n");
    }
    Path laughs = Files.writeString(there.resolve("laughs.yaml"), bomb);
    assertThat(Settings.read(laughs).text("a29").length()).isLessThan(200);

    Path deep = Files.writeString(there.resolve("deep.yaml"), "a: " + "[".repeat(100_000));
    assertThatThrownBy(() -> Settings.read(deep))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("cannot be read");
    Path indented = Files.writeString(there.resolve("keys.yaml"), nested(2_000));
    assertThatThrownBy(() -> Settings.read(indented)).isInstanceOf(Trouble.class);

    Path long_ = Files.writeString(there.resolve("long.yaml"), "a: " + "x".repeat(2 << 20));
    assertThatThrownBy(() -> Settings.read(long_))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("longer than 1,048,576 bytes");
  }

  private static String nested(int depth) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      text.append(" ".repeat(i)).append("k:\n");
    }
    return text.toString();
  }

  @Test
  void secretsAreMaskedInWhatIsLogged() {
    assertThat(FailureWords.withoutSecrets("##0136ST=32;CN=2011;PW=hunter2;MN=A;CP=&&x&&"))
        .isEqualTo("##0136ST=32;CN=2011;PW=***;MN=A;CP=&&x&&");
    assertThat(FailureWords.withoutSecrets("fs.s3a.secret.key=abc/d+e, fs.s3a.access.key: AKIA1"))
        .isEqualTo("fs.s3a.secret.key=***, fs.s3a.access.key: ***");
    assertThat(FailureWords.withoutSecrets("cannot reach https://bob:pw1@host/x"))
        .isEqualTo("cannot reach https://bob:***@host/x");
    assertThat(FailureWords.of(new IllegalStateException("password=hunter2 refused")).toString())
        .doesNotContain("hunter2");
    assertThat(FailureWords.stackOf(new IllegalStateException("token: hunter2")))
        .doesNotContain("hunter2");
    assertThat(FailureWords.withoutSecrets("air.area_day: 3 days from 2024-03-01"))
        .isEqualTo("air.area_day: 3 days from 2024-03-01");
  }
}
