package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import org.dawen.codec.gb17691.DataUnit;
import org.dawen.codec.gb17691.DataUnitLayout;
import org.dawen.codec.gb17691.FrameWriter;
import org.dawen.codec.gb17691.StreamBody;
import org.dawen.codec.gb17691.VehicleTime;
import org.dawen.codec.hj212.Hj212Frame;
import org.dawen.lake.Query;
import org.dawen.publish.MorningReport;
import org.dawen.run.NightReport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Data that arrive and serve nothing, through the lake: codes for no value, devices without flags,
 * factors without limits, bytes between frames, clocks in BCD. None of it is in a result, and each
 * is named to those who look.
 */
class UnusableDataNightTest {
  private static final LocalDate DAY = LocalDate.of(2024, 3, 1);
  private static final String JUDGED = "370902A0000000000000A001";
  private static final String FLAGLESS = "370902A0000000000000B001";
  private static final String UNLIMITED = "370902A0000000000000C001";

  @TempDir private static Path folder;
  private static Path landing;
  private static Nights nights;
  private static NightReport report;

  @BeforeAll
  static void runTheNight() throws IOException {
    landing = folder.resolve("landing");
    write("registry/counties.csv", "county_code,name,city_code\n370902,泰山区,370900\n");
    write("registry/stations.csv", "station_code,name,county_code,city_code\nS1,甲,370902,370900\n");
    write(
        "registry/outlets.csv",
        "outlet_code,mn,name,enterprise_code,enterprise_name,county_code,medium,industry_code\n"
            + "O1,%s,甲,E1,示例甲,370902,gas,9999\nO2,%s,乙,E2,示例乙,370902,gas,9999\n"
                .formatted(JUDGED, FLAGLESS)
            + "O3,%s,丙,E3,示例丙,370902,gas,9999\n".formatted(UNLIMITED));
    write(
        "registry/limits.csv",
        "outlet_code,pollutant_code,limit_value,unit,period,document_no\n"
            + "O1,A21026,35,mg/m3,hour,P-1\nO2,a21026,35,mg/m3,hour,P-1\n");
    write(
        "hj212/codes.txt",
        "#"
            + packet(JUDGED.toLowerCase(), 1, "A21026-Avg=60,A21026-Flag=n")
            + "##0099"
            + packet(JUDGED, 2, "a21026-Avg=9999,a21026-Max=20,a21026-Flag=N")
            + "####"
            + packet(JUDGED, 3, "a21026-Avg=99999,a21026-Flag=N"));
    write(
        "hj212/flagless.txt", packet(FLAGLESS, 1, "02-Avg=60") + packet(FLAGLESS, 2, "02-Avg=61"));
    write("hj212/unlimited.txt", packet(UNLIMITED, 1, "a21002-Avg=60,a21002-Flag=N,zz9-Avg=3"));
    write("hj212/noise.txt", "there is ##0012 no frame in here");
    StringBuilder hours =
        new StringBuilder(
            "station_code,hour_end,so2_ug_m3,no2_ug_m3,co_mg_m3,o3_ug_m3,pm10_ug_m3,pm2_5_ug_m3\n");
    for (int h = 1; h < 24; h++) {
      hours.append("S1,2024-03-01T%02d:00,10,20,0.5,60,%s,30\n".formatted(h, h == 3 ? 9999 : 50));
    }
    write("air/a.csv", hours.append("S1,2024-03-02T00:00,10,20,0.5,60,50,99999808\n").toString());
    write(
        "obd/bcd.hex",
        "2024-03-12T05:37:05+08:00\t" + frame("LTATEST0000000001") + frame("LTATEST0000000002"));
    nights = new Nights(folder.resolve("lake"), landing);
    report = nights.run();
  }

  private static void write(String path, String text) throws IOException {
    Path file = landing.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String packet(String mn, int hour, String fields) {
    return Hj212Frame.format(
        "QN=20240301%02d0105001;ST=31;CN=2061;PW=123456;MN=%s;Flag=5;CP=&&DataTime=20240301%02d0000;%s&&"
            .formatted(hour + 1, mn, hour, fields));
  }

  /** What 24-03-12 05:37 in BCD says when it is read as binary. */
  private static String frame(String vin) {
    long at = VehicleTime.seconds(LocalDateTime.of(2036, 3, 18, 5, 55));
    List<FrameWriter.Block> blocks =
        List.of(new FrameWriter.Block(DataUnit.STREAM, at, new byte[StreamBody.LENGTH]));
    byte[] frame =
        FrameWriter.data(DataUnit.REALTIME, vin, DataUnitLayout.TYPED_SERIALS, 1, blocks);
    return HexFormat.of().formatHex(frame) + "\n";
  }

  private static List<String> asked(String sql) {
    return Ask.texts(new Query(nights.lake(), Catalogue.tables()), sql);
  }

  @Test
  void codesAreListedAndStandInNoMeanAndNoExceedance() {
    assertThat(
            asked(
                "SELECT file_id || ' ' || field FROM ops.reject WHERE reason = 'IMPOSSIBLE_VALUE'"
                    + " ORDER BY 1"))
        .containsExactly(
            "air/a.csv pm10_ug_m3",
            "air/a.csv pm2_5_ug_m3",
            "hj212/codes.txt a21026-Avg",
            "hj212/codes.txt a21026-Avg");
    assertThat(
            asked(
                "SELECT concat_ws(' ', CAST(pm10_ug_m3 AS INT), CAST(pm2_5_ug_m3 AS INT),"
                    + " pm10_valid_hours, pm2_5_valid_hours) FROM air.station_day"))
        .containsExactly("50 30 23 23");
    assertThat(
            asked(
                "SELECT concat_ws(' ', hour(hour_start), unjudgeable_reason) FROM source.outlet_hour"
                    + " WHERE outlet_code = 'O1' ORDER BY 1"))
        .containsExactly("1", "2 VALUE_MISSING", "3 VALUE_MISSING");
  }

  @Test
  void caseOfCodesFlagsAndNumbersDoesNotMatter() {
    assertThat(
            asked(
                "SELECT concat_ws(' ', outlet_code, pollutant_code, hour(hour_start), times_over_limit"
                    + " > 0.7) FROM source.exceedance_hour"))
        .containsExactly("O1 a21026 1 true");
    assertThat(
            asked(
                "SELECT concat_ws(' ', f.factor_code_sent, f.factor_code, f.data_flag) FROM"
                    + " (SELECT mn, explode(factors) AS f FROM received.hj212) AS p"
                    + " WHERE mn = '%s'".formatted(JUDGED.toLowerCase())))
        .containsExactly("A21026 a21026 n");
    assertThat(asked("SELECT mn FROM source.unknown_outlet")).isEmpty();
  }

  @Test
  void bytesBetweenFramesHoldNothingBackAndAFileOfNothingElseIsHeldBack() {
    assertThat(
            asked(
                "SELECT file_id || ' ' || status || ' ' || note FROM ops.landing_file WHERE"
                    + " file_id IN ('hj212/codes.txt', 'hj212/noise.txt') ORDER BY 1"))
        .containsExactly(
            "hj212/codes.txt accepted ",
            "hj212/noise.txt held_back There is no frame in the file.");
    assertThat(report.exitCode()).isEqualTo(4);
  }

  @Test
  void doctorNamesWhatCouldNotBeUsed() {
    String findings =
        DoctorReport.look(nights.lake(), Engines.of(nights.lake()), DAY.plusDays(1)).json();
    assertThat(findings)
        .contains("O2: 1 days, 2024-03-01 to 2024-03-01, values: FLAG_MISSING 2")
        .contains("O3: 1 days, 2024-03-01 to 2024-03-01, values: NO_LIMIT 2")
        .doesNotContain("O1: 1 days, 2024-03-01 to 2024-03-01, values:")
        .contains("O3 zz9: 1 days")
        .contains("O3 a21002: 1 days")
        .contains("LTATEST0000000002: 1 days, 2036-03-18 to 2036-03-18, first in obd/bcd.hex")
        .doesNotContain("LTATEST0000000001: 1 days");
  }

  @Test
  void theBriefNamesOutletsThatCouldNotBeJudgedInBothLanguages() throws IOException {
    Path page =
        new MorningReport(nights.lake(), Catalogue.tables()).write(DAY, folder.resolve("b")).get(0);
    assertThat(Files.readString(page))
        .contains("2个排口全天无法判定")
        .contains("2 outlets have no hour that could be judged")
        .contains("无数据标记", "no flag")
        .contains("未知因子", "unknown factor")
        .contains("zz9");
  }
}
