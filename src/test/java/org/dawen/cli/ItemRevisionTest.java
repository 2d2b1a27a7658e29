package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dawen.codec.hj212.Hj212Frame;
import org.dawen.intake.LandingRecords;
import org.dawen.lake.Lake;
import org.dawen.lake.Message;
import org.dawen.lake.Query;
import org.dawen.lake.TableRow;
import org.dawen.publish.MorningReport;
import org.dawen.run.Evidence;
import org.dawen.run.Explanation;
import org.dawen.run.Settings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Revisions go item by item: what a later record leaves empty stands, whatever night and order its
 * file came in; only the same path without the value takes it back.
 */
class ItemRevisionTest {
  private static final String MN = "370902A0000000000000A001";
  private static final Map<String, String> REGISTRY =
      Map.of(
          "registry/outlets.csv",
          """
          outlet_code,mn,name,enterprise_code,enterprise_name,county_code,medium,industry_code
          O1,370902A0000000000000A001,一号排口,E1,示例电厂,370902,gas,4411
          """,
          "registry/limits.csv",
          """
          outlet_code,pollutant_code,limit_value,unit,period,reference_o2_percent,document_no,valid_from,valid_to
          O1,a21026,50,mg/m3,hour,,P-1,,
          """,
          "registry/meters.csv",
          """
          meter_code,enterprise_code,role,facility_code,depends_on_facility_code,rated_kw
          M1,E1,production,F1,T1,100
          """);

  private static final String AIR =
      "station_code,hour_end,so2_ug_m3,no2_ug_m3,co_mg_m3,o3_ug_m3,pm10_ug_m3,pm2_5_ug_m3\n";
  private static final String POWER = "meter_code,interval_end,energy_kwh,power_kw\n";

  /** Files that come first in the order of the rule. */
  private static final Map<String, String> FIRST =
      Map.of(
          "air/z_20240301.csv",
          AIR
              + "S1,2024-03-01T01:00,10,20,0.5,,,\n"
              + "S1,2024-03-01T02:00,10,20,0.5,60,50,30\n"
              + "S1,2024-03-01T03:00,10,20,0.5,60,50,30\n",
          "power/z_20240301.csv",
          POWER + "M1,2024-03-01T00:15,10,\nM1,2024-03-01T00:30,10,\n",
          "hj212/z_20240301.txt",
          packet("2024-03-01T09:01:00", 8, "a21026-Avg=60,a21026-Flag=N;a19001-Avg=7,a19001-Flag=N")
              + packet("2024-03-01T10:01:00", 9, "a21026-Avg=61,a21026-Flag=N"));

  /** Files that come after them, though their paths come before. */
  private static final Map<String, String> SECOND =
      Map.of(
          "air/a_20240301_r2.csv",
          AIR
              + "S1,2024-03-01T01:00,,,,60,50,30\n"
              + "S1,2024-03-01T02:00,,,,,,\n"
              + "S1,2024-03-01T03:00,high,,,,,31\n",
          "power/a_20240301_r2.csv",
          POWER + "M1,2024-03-01T00:15,,\nM1,2024-03-01T00:30,12,\n",
          "hj212/a_20240301.txt",
          packet("2024-03-05T09:01:00", 8, "a21026-Avg=,a21026-Min=17,a21026-Flag=D")
              + packet("2024-03-05T10:01:00", 9, "a21026-Avg=40,a21026-Flag=N"));

  private static String packet(String receivedAt, int hour, String fields) {
    String text =
        "QN=20240301%02d0105000;ST=31;CN=2061;PW=123456;MN=%s;Flag=5;CP=&&DataTime=20240301%02d0000;%s&&"
            .formatted(hour + 1, MN, hour, fields);
    return receivedAt + ".000+08:00\t" + Hj212Frame.format(text);
  }

  @TempDir private static Path folder;
  private static Path landing;
  private static Nights nights;
  private static Map<String, String> atOnce;

  @BeforeAll
  static void runOneNight() throws IOException {
    landing = folder.resolve("landing");
    write(landing, REGISTRY);
    write(landing, FIRST);
    write(landing, SECOND);
    nights = nights(folder);
    nights.run();
    atOnce = nights.hashes();
  }

  /** The landing folder beside a lake, and the jobs the values pass on their way. */
  private static Nights nights(Path folder) {
    return new Nights(folder.resolve("lake"), folder.resolve("landing"))
        .only(
            "air.station_hour",
            "air.station_day",
            "source.outlet_hour",
            "source.exceedance_hour",
            "source.withdrawn_exceedance",
            "power.meter_interval");
  }

  private static void write(Path landing, Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = landing.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  private static List<String> asked(Nights of, String sql) {
    return Ask.texts(new Query(of.lake(), Catalogue.tables()), sql);
  }

  private static List<String> hours(Nights of) {
    return asked(
        of,
        "SELECT concat_ws(' ', cast(so2_ug_m3 AS int), cast(no2_ug_m3 AS int), cast(o3_ug_m3 AS"
            + " int), cast(pm2_5_ug_m3 AS int), revision_count, record_count, file_id, record_no)"
            + " FROM air.station_hour WHERE station_code = 'S1' AND revision_count > 0 ORDER BY"
            + " hour_start");
  }

  private static List<String> exceedances(Nights of) {
    return asked(
        of,
        "SELECT concat_ws(' ', hour(hour_start), cast(judged_value AS int), file_id, record_no)"
            + " FROM source.exceedance_hour ORDER BY hour_start");
  }

  private static List<String> withdrawn(Nights of) {
    return asked(
        of,
        "SELECT concat_ws(' ', hour(hour_start), change, cast(from_value AS int), from_file_id,"
            + " from_record_no, 'to', cast(to_value AS int), file_id, record_no) FROM"
            + " source.withdrawn_exceedance");
  }

  private static List<String> intervals(Nights of) {
    return asked(
        of,
        "SELECT concat_ws(' ', cast(energy_kwh AS int), file_id, record_no) FROM"
            + " power.meter_interval ORDER BY interval_end");
  }

  @Test
  void halvesCompleteEachOtherAndBlanksAndRejectsTakeNothingBack() {
    assertThat(hours(nights))
        .containsExactly(
            "10 20 60 30 2 2 air/a_20240301_r2.csv 2",
            "10 20 60 30 2 1 air/z_20240301.csv 3",
            "10 20 60 31 2 2 air/a_20240301_r2.csv 4");
    assertThat(intervals(nights))
        .containsExactly("10 power/z_20240301.csv 2", "12 power/a_20240301_r2.csv 3");
  }

  @Test
  void anExceedanceIsWithdrawnByAValueOnly() {
    assertThat(exceedances(nights)).containsExactly("8 60 hj212/z_20240301.txt 1");
    assertThat(withdrawn(nights))
        .containsExactly("9 WITHDRAWN 61 hj212/z_20240301.txt 2 to 40 hj212/a_20240301.txt 2");
    assertThat(
            asked(
                nights,
                "SELECT hour(hour_start) || ' ' || later_empty_flag FROM source.outlet_hour WHERE"
                    + " later_empty_flag IS NOT NULL"))
        .containsExactly("8 D");
  }

  @Test
  void doctorAndBriefSayWhichFromWhatToWhatByWhichFile(@TempDir Path report) throws IOException {
    Findings findings =
        DoctorReport.look(nights.lake(), Engines.of(nights.lake()), LocalDate.of(2024, 3, 2));
    assertThat(findings.json())
        .contains("O1 a21026 2024-03-01")
        .contains("from 61 (limit 50, hj212/z_20240301.txt record 2)")
        .contains("to 40 by hj212/a_20240301.txt record 2")
        .contains("flag N in force, later D");

    LocalDate day = LocalDate.of(2024, 3, 1);
    assertThat(new MorningReport(nights.lake(), Catalogue.tables()).write(day, report))
        .filteredOn(file -> file.getFileName().toString().equals("brief-2024-03-01.html"))
        .singleElement()
        .satisfies(
            brief ->
                assertThat(Files.readString(brief))
                    .contains("被后续报文撤回或改值的超标")
                    .contains("hj212/a_20240301.txt"));
  }

  @Test
  void explainNamesTheRecordOfEachItem() {
    assertThat(explained("air.station_hour", "hour(hour_start) = 0"))
        .contains("so2_ug_m3 10 µg/m³: air/z_20240301.csv record 2")
        .contains("pm2_5_ug_m3 30 µg/m³: air/a_20240301_r2.csv record 2");
    assertThat(explained("air.station_day", "true"))
        .contains("2024-03-01T02:00 pm2_5_ug_m3 31 µg/m³: air/a_20240301_r2.csv record 4");
    assertThat(explained("source.exceedance_hour", "true"))
        .contains("later, without a value, takes nothing back:")
        .contains("in force: Avg 60")
        .contains("oxygen:   Avg 7 %, hj212/z_20240301.txt record 1");
    assertThat(explained("source.withdrawn_exceedance", "true"))
        .contains("a21026-Avg=61")
        .contains("a21026-Avg=40");
    assertThat(explained("power.meter_interval", "energy_kwh = 12"))
        .contains("in force: power/a_20240301_r2.csv record 3: energy_kwh 12")
        .contains("other:    power/z_20240301.csv record 3: energy_kwh 10");
  }

  private static String explained(String table, String condition) {
    Explanation explanation =
        Catalogue.explanations().stream()
            .filter(e -> e.table().name().equals(table))
            .findFirst()
            .orElseThrow();
    Lake lake = nights.lake();
    TableRow row = Engines.of(lake).rows(explanation.table(), condition, 1).get(0);
    Settings settings =
        Settings.read(Path.of(System.getProperty("dawen.home", "."), "jobs/nightly.yaml"));
    Evidence evidence =
        new Evidence(
            lake,
            Engines.of(lake),
            settings,
            new LandingRecords(lake, Engines.of(lake), landing.toString(), settings),
            (of, anomaly) -> List.of());
    return explanation.explain(row, evidence).stream()
        .flatMap(s -> s.lines().stream().map(Message::toString))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void anyOrderOfNightsGivesTheSameTablesAndTheSamePathWithoutAValueTakesItBack(@TempDir Path there)
      throws IOException {
    write(there.resolve("landing"), REGISTRY);
    write(there.resolve("landing"), SECOND);
    Nights slowly = nights(there);
    slowly.run();
    assertThat(exceedances(slowly)).isEmpty();
    write(there.resolve("landing"), FIRST);
    slowly.run();
    assertThat(slowly.hashes()).isEqualTo(atOnce);

    Map<String, String> corrected = new TreeMap<>();
    SECOND.forEach((path, text) -> corrected.put(path, withoutLast(text)));
    write(there.resolve("landing"), corrected);
    slowly.run();
    assertThat(hours(slowly).get(2)).isEqualTo("10 20 60 30 1 1 air/z_20240301.csv 4");
    assertThat(intervals(slowly).get(1)).isEqualTo("10 power/z_20240301.csv 3");
    assertThat(exceedances(slowly))
        .containsExactly("8 60 hj212/z_20240301.txt 1", "9 61 hj212/z_20240301.txt 2");
    assertThat(withdrawn(slowly)).isEmpty();
  }

  private static String withoutLast(String text) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    lines.remove(lines.size() - 1);
    return String.join("\n", lines) + "\n";
  }
}
