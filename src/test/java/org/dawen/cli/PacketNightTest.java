package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dawen.codec.hj212.Hj212Frame;
import org.dawen.lake.Query;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Packets as devices and networks mistreat them, through the lake: split over files and nights,
 * damaged, of unknown devices, with clocks that are off. Each ends in a row, a reject, a derived
 * list or a count.
 */
class PacketNightTest {
  private static final String A = "370902A0000000000000A001";
  private static final String B = "370902A0000000000000B001";
  private static final String NOX =
      "a21002-Avg=42.60,a21002-ZsAvg=45.64,a21002-Cou=11.02,a21002-Flag=N";
  private static final String SO2 = "a21026-Avg=32.667,a21026-Flag=N";
  private static final String O2 = "a19001-Avg=7.00,a19001-Flag=N";

  @TempDir private static Path folder;
  private static Path landing;
  private static Nights nights;

  @BeforeAll
  static void runTheNight() throws IOException {
    landing = folder.resolve("landing");
    write(
        "registry/outlets.csv",
        "outlet_code,mn,name,enterprise_code,enterprise_name,county_code,medium,industry_code\n"
            + "O1,%s,甲,E1,示例,370902,gas,9999\nO2,%s,乙,E2,示例,370902,gas,9999\n".formatted(A, B));
    write(
        "registry/limits.csv",
        "outlet_code,pollutant_code,limit_value,unit,period,reference_o2_percent,document_no\n"
            + "O1,a21002,50,mg/m3,hour,6,P-1\nO1,a21026,35,mg/m3,hour,6,P-1\n");
    write(
        "registry/marks.csv",
        "outlet_code,pollutant_code,kind,starts_at,ends_at,proof_no\n"
            + "O1,,maintenance,2024-03-01T03:10,2024-03-01T05:00,M-1\n"
            + "O1,,calibration,2024-03-01T04:00,2024-03-01T06:00,M-2\n");
    // Hour 8 in one packet; hour 9 in three parts, in three files; of hour 10 a part is missing.
    write("hj212/whole.txt", packet(A, "2061", 8, "", NOX + ";" + SO2 + ";" + O2));
    write("hj212/part_2.txt", packet(A, "2061", 9, "Flag=7;PNUM=3;PNO=2", SO2));
    write("hj212/part_3.txt", packet(A, "2061", 9, "Flag=7;PNUM=3;PNO=3", O2));
    write("hj212/part_1.txt", packet(A, "2061", 9, "Flag=7;PNUM=3;PNO=1", NOX));
    write("hj212/part_of_10.txt", packet(A, "2061", 10, "Flag=7;PNUM=2;PNO=1", NOX));
    write(
        "hj212/marked.txt",
        packet(A, "2061", 3, "", NOX)
            + packet(A, "2061", 4, "", NOX)
            + packet(A, "2061", 5, "", NOX)
            + packet(A, "2061", 6, "", NOX));
    write(
        "hj212/commands.txt",
        packet(A, "2011", 8, "", "a21002-Rtd=41.0,a21002-Flag=N")
            + packet(A, "2031", 0, "", "a21002-Cou=250.1,a21002-Avg=41.0,a21002-Flag=N")
            + Hj212Frame.format("QN=20240301080000001;ST=91;CN=9014;MN=" + A + ";Flag=4;CP=&&&&")
            + Hj212Frame.format("ST=31;CN=2081;MN=" + A + ";CP=&&RestartTime=20240301010203&&"));
    write("hj212/no_limit.txt", packet(B, "2061", 8, "", NOX));
    write("hj212/unknown.txt", packet("370902A0000000000000F00F", "2061", 8, "", NOX));
    write(
        "hj212/clock.txt",
        "2024-03-01T09:00:05+08:00\t"
            + Hj212Frame.format(
                "ST=31;CN=2061;MN=%s;CP=&&DataTime=20340301080000;%s&&".formatted(A, NOX)));
    write(
        "hj212/damaged.txt",
        "##9999QN=20240301080000001;ST=31;CN=2061;MN="
            + A
            + packet(B, "2061", 11, "", "a21002-Avg=1.5,a21002-Flag=N;note-Info=&&nested&&")
            + packet(B, "2061", 12, "", "a21002-Avg=1.5,a21002-Flag=N;x-Info=a\0b")
            + packet(B, "2061", 13, "", NOX)
            + packet(B, "2061", 13, "", NOX));
    nights = night(folder.resolve("lake"), landing);
    nights.run();
  }

  private static Nights night(Path lake, Path from) {
    return new Nights(lake, from).only("source.outlet_hour");
  }

  private static void write(String path, String text) throws IOException {
    Path file = landing.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String packet(String mn, String cn, int hour, String flag, String fields) {
    String text =
        "QN=20240301%02d0105%03d;ST=31;CN=%s;PW=123456;MN=%s;%s;CP=&&DataTime=20240301%02d0000;%s&&"
            .formatted(
                hour + 1, flag.length(), cn, mn, flag.isEmpty() ? "Flag=5" : flag, hour, fields);
    return Hj212Frame.format(text);
  }

  private static List<String> asked(String sql) {
    return Ask.texts(new Query(nights.lake(), Catalogue.tables()), sql);
  }

  @Test
  void splitPacketGivesTheHourOfAWholeOne() {
    String hour =
        "SELECT concat_ws(' ', pollutant_code, avg_value, zs_avg_value, cou_value, o2_percent,"
            + " judged_value, value_basis, is_above_limit, revision_count) FROM source.outlet_hour"
            + " WHERE outlet_code = 'O1' AND hour_start = '2024-03-01 0%d:00:00' ORDER BY 1";
    List<String> split = asked(hour.formatted(9));
    assertThat(split).isEqualTo(asked(hour.formatted(8))).hasSize(3);
    // 32.667 · 15 / 14 = 35.0003571…, above 35; the oxygen came in another file than the mean.
    assertThat(split.get(2)).contains("35.0003571429 ZS_COMPUTED true");
  }

  @Test
  void partsInAnyOrderAndAnyNightGiveTheSameTables(@TempDir Path there) throws IOException {
    List<Path> files = new ArrayList<>();
    try (var all = Files.walk(landing)) {
      all.filter(Files::isRegularFile).sorted().forEach(files::add);
    }
    Map<String, String> once = nights.hashes();
    Collections.shuffle(files, new Random(3));
    Path slowly = there.resolve("landing");
    Nights later = night(there.resolve("lake"), slowly);
    for (int i = 0; i < files.size(); i++) {
      Path copy = slowly.resolve(landing.relativize(files.get(i)));
      Files.createDirectories(copy.getParent());
      Files.copy(files.get(i), copy);
      if (i % 5 == 4) {
        later.run();
      }
    }
    later.run();
    assertThat(later.hashes()).isEqualTo(once);
  }

  @Test
  void missingPartAndClockTenYearsOffAreListedAndNotJudged() {
    assertThat(
            asked(
                "SELECT concat_ws(' ', data_day, finding, finding_text) FROM source.packet_finding"
                    + " ORDER BY 1"))
        .containsExactly(
            "2024-03-01 INCOMPLETE_SPLIT 2061 2024-03-01T10:00:00 parts 1 of 2",
            "2034-03-01 CLOCK_OFF DataTime 2034-03-01T08:00:00 received 2024-03-01T09:00:05");
    assertThat(asked("SELECT count(*) FROM source.outlet_hour WHERE data_day > '2024-03-01'"))
        .containsExactly("0");
  }

  @Test
  void unknownDeviceIsADerivedListAndAnOutletWithoutLimitIsNotJudged() {
    assertThat(asked("SELECT concat_ws(' ', mn, record_count) FROM source.unknown_outlet"))
        .containsExactly("370902A0000000000000F00F 1");
    assertThat(
            asked(
                "SELECT concat_ws(' ', is_judgeable, coalesce(limit_id, 'none'),"
                    + " coalesce(CAST(is_above_limit AS STRING), 'not judged')) FROM source.outlet_hour"
                    + " WHERE outlet_code = 'O2' AND hour_start = '2024-03-01 08:00:00'"))
        .containsExactly("true none not judged");
  }

  @Test
  void overlappingMarksMarkAnHourOnceByTheEarlier() {
    assertThat(
            asked(
                "SELECT concat_ws(' ', date_format(hour_start, 'HH'), coalesce(mark_kind, '-'),"
                    + " is_judgeable) FROM source.outlet_hour WHERE outlet_code = 'O1' AND"
                    + " pollutant_code = 'a21002' AND hour_start BETWEEN '2024-03-01 03:00:00' AND"
                    + " '2024-03-01 06:00:00' ORDER BY 1"))
        .containsExactly(
            "03 maintenance false", "04 maintenance false", "05 calibration false", "06 - true");
  }

  @ParameterizedTest
  @CsvSource({
    // file, records, accepted, duplicates, other commands, rejects
    "commands.txt, 4 2 0 2 0",
    "clock.txt, 1 1 0 0 0",
    "damaged.txt, 5 3 1 0 1",
    "whole.txt, 1 1 0 0 0"
  })
  void everyRecordIsCounted(String file, String account) {
    assertThat(
            asked(
                "SELECT concat_ws(' ', record_count, accepted_count, duplicate_count,"
                    + " other_command_count, reject_count) FROM"
                    + " ops.landing_file WHERE file_id = 'hj212/%s'".formatted(file)))
        .containsExactly(account);
  }

  @Test
  void realtimeAndDayDataAreReceivedAndMakeNoHour() {
    assertThat(
            asked(
                "SELECT concat_ws(' ', command_code, coalesce(f.rtd_value, f.avg_value)) FROM"
                    + " (SELECT command_code, file_id, explode(factors) AS f FROM received.hj212) AS p WHERE file_id = 'hj212/commands.txt' ORDER BY 1"))
        .containsExactly("2011 41.00000000", "2031 41.00000000");
    assertThat(
            asked("SELECT count(*) FROM source.outlet_hour WHERE file_id = 'hj212/commands.txt'"))
        .containsExactly("0");
  }
}
