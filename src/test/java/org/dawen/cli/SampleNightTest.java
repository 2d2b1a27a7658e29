package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dawen.intake.LandingRecords;
import org.dawen.lake.DaySet;
import org.dawen.lake.Message;
import org.dawen.lake.Query;
import org.dawen.lake.Table;
import org.dawen.lake.TableRow;
import org.dawen.lead.Lead;
import org.dawen.lead.LeadExplanation;
import org.dawen.run.Evidence;
import org.dawen.run.NightReport;
import org.dawen.run.Runner;
import org.dawen.run.Settings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The night on the sample city, held against its answer key. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SampleNightTest {
  private static final Path SAMPLES =
      Path.of(System.getProperty("dawen.home", "."), "data-samples");

  @TempDir private static Path folder;
  private static Nights nights;
  private static NightReport first;
  private static List<Map<String, String>> answers;

  @BeforeAll
  static void runTheNight() {
    answers = readAnswers();
    first = SampleLake.night();
    nights = new Nights(SampleLake.copyTo(folder.resolve("lake")), SAMPLES.resolve("landing"));
  }

  private static List<Map<String, String>> readAnswers() {
    return readAnswers("answers.csv");
  }

  private static List<Map<String, String>> readAnswers(String file) {
    return AnswerKey.read(file).rows();
  }

  private static List<String> expected(String kind, Function<Map<String, String>, String> text) {
    return new AnswerKey(answers).expected(kind, text);
  }

  private static List<String> asked(String sql) {
    return Ask.texts(new Query(nights.lake(), Catalogue.tables()), sql).stream().sorted().toList();
  }

  private static String eight(String number) {
    return new BigDecimal(number).setScale(8, java.math.RoundingMode.HALF_EVEN).toPlainString();
  }

  @Test
  @Order(1)
  void theNightEndsWellAndSaysWhatWasRejected() {
    assertThat(first.exitCode()).isZero();
    assertThat(first.lines()).extracting(NightReport.Line::outcome).doesNotContain("failed");
    assertThat(String.join("\n", first.warnings().stream().map(Message::toString).toList()))
        .contains("hj212_20240310_02.log");
  }

  @Test
  @Order(2)
  void exceedancesAreThoseOfTheKeyAndNoOthers() {
    assertThat(
            asked(
                "SELECT concat_ws(' ', outlet_code, pollutant_code, date_format(hour_start,"
                    + " \"yyyy-MM-dd'T'HH:mm\"), cast(times_over_limit AS decimal(18,8)), file_id,"
                    + " record_no) FROM source.exceedance_hour"))
        .isEqualTo(
            expected(
                "exceedance",
                a ->
                    String.join(
                        " ",
                        a.get("code"),
                        a.get("pollutant_code"),
                        a.get("hour_start"),
                        eight(a.get("times_over")),
                        a.get("file"),
                        a.get("record_no"))));
  }

  @Test
  @Order(3)
  void judgedValuesAndLimitsAreThoseOfTheKey() {
    List<String> differing = new ArrayList<>();
    Map<String, String> found = new TreeMap<>();
    asked(
            "SELECT concat_ws(' ', outlet_code, pollutant_code, date_format(hour_start,"
                + " \"yyyy-MM-dd'T'HH:mm\"), '=', judged_value, limit_value) FROM"
                + " source.exceedance_hour")
        .forEach(t -> found.put(t.split(" = ")[0], t.split(" = ")[1]));
    for (Map<String, String> a : answers) {
      if (a.get("kind").equals("exceedance")) {
        String key = a.get("code") + " " + a.get("pollutant_code") + " " + a.get("hour_start");
        String[] values = found.get(key).split(" ");
        BigDecimal value = new BigDecimal(a.get("value"));
        boolean sameValue =
            new BigDecimal(values[0])
                    .setScale(Math.min(6, value.scale()), java.math.RoundingMode.HALF_EVEN)
                    .compareTo(
                        value.setScale(
                            Math.min(6, value.scale()), java.math.RoundingMode.HALF_EVEN))
                == 0;
        if (!sameValue
            || new BigDecimal(values[1]).compareTo(new BigDecimal(a.get("limit_value"))) != 0) {
          differing.add(key + ": " + found.get(key) + " instead of " + a);
        }
      }
    }
    assertThat(differing).isEmpty();
  }

  @Test
  @Order(4)
  void unjudgeableHoursAreThoseOfTheKeyWithTheirReason() {
    assertThat(
            asked(
                "SELECT concat_ws(' ', outlet_code, pollutant_code, date_format(hour_start,"
                    + " \"yyyy-MM-dd'T'HH:mm\"), unjudgeable_reason) FROM source.outlet_hour WHERE"
                    + " NOT is_judgeable"))
        .isEqualTo(
            expected(
                "unjudgeable",
                a ->
                    String.join(
                        " ",
                        a.get("code"),
                        a.get("pollutant_code"),
                        a.get("hour_start"),
                        a.get("reason"))));
  }

  @Test
  @Order(5)
  void rejectsAreThoseOfTheKeyWithFileRecordAndReason() {
    assertThat(asked("SELECT concat_ws(' ', file_id, record_no, reason) FROM ops.reject"))
        .isEqualTo(
            Stream.of(
                    rejects("answers.csv", "file", "record_no", "reason"),
                    rejects("answers_water.csv", "file", "record_no", "value"),
                    rejects("answers_noise.csv", "file", "record_no", "value"),
                    rejects("answers_ground.csv", "file", "record_no", "value"),
                    rejects("answers_waste.csv", "code", "object_no", "what"))
                .flatMap(r -> r)
                .sorted()
                .toList());
  }

  /** Rejects of an answer key: file, record and reason by the columns that tell them there. */
  private static Stream<String> rejects(String key, String... columns) {
    List<String> rejects =
        readAnswers(key).stream()
            .filter(a -> a.get("kind").equals("reject"))
            .map(a -> String.join(" ", Stream.of(columns).map(a::get).toList()))
            .toList();
    assertThat(rejects).as(key).isNotEmpty();
    return rejects.stream();
  }

  @Test
  @Order(6)
  void unknownCodesAreListed() {
    assertThat(asked("SELECT DISTINCT station_code FROM air.unknown_station"))
        .isEqualTo(expected("unknown_station", a -> a.get("code")).stream().distinct().toList());
    assertThat(asked("SELECT DISTINCT mn FROM source.unknown_outlet"))
        .isEqualTo(expected("unknown_outlet", a -> a.get("code")).stream().distinct().toList());
    assertThat(asked("SELECT DISTINCT meter_code FROM power.unknown_meter"))
        .isEqualTo(expected("unknown_meter", a -> a.get("code")).stream().distinct().toList());
  }

  @Test
  @Order(7)
  void theLateFileBelongsToItsDataDay() {
    for (Map<String, String> a : answers) {
      if (a.get("kind").equals("late_file")) {
        assertThat(
                asked("SELECT days FROM ops.landing_file WHERE file_id = '" + a.get("file") + "'"))
            .containsExactly("2024-03-12");
      }
    }
  }

  @Test
  @Order(8)
  void correctedHoursHoldTheCorrectedValueAndCountTheirRevisions() {
    Map<String, String> columns =
        Map.of(
            "SO2",
            "so2_ug_m3",
            "NO2",
            "no2_ug_m3",
            "CO",
            "co_mg_m3",
            "O3",
            "o3_ug_m3",
            "PM10",
            "pm10_ug_m3",
            "PM2.5",
            "pm2_5_ug_m3");
    for (Map<String, String> a : answers) {
      if (a.get("kind").equals("corrected")) {
        String column = columns.getOrDefault(a.get("pollutant_code"), a.get("pollutant_code"));
        assertThat(
                asked(
                    "SELECT concat_ws(' ', cast(%s AS decimal(14,6)), revision_count, file_id) FROM"
                            .formatted(column)
                        + " air.station_hour WHERE station_code = '%s' AND hour_start ="
                            .formatted(a.get("code"))
                        + " TIMESTAMP_NTZ'%s'".formatted(a.get("hour_start").replace('T', ' '))))
            .as(a.toString())
            .containsExactly(
                new BigDecimal(a.get("value")).setScale(6).toPlainString() + " 2 " + a.get("file"));
      }
    }
  }

  @Test
  @Order(9)
  void dailyMeansAreThoseWorkedOutWithFractions() {
    Map<String, String> columns = new TreeMap<>();
    columns.put("SO2", "so2_ug_m3");
    columns.put("NO2", "no2_ug_m3");
    columns.put("CO", "co_mg_m3");
    columns.put("PM10", "pm10_ug_m3");
    columns.put("PM2.5", "pm2_5_ug_m3");
    columns.put("O3_8H", "o3_8h_ug_m3");
    columns.put("O3_8h", "o3_8h_ug_m3");
    for (Map<String, String> a : answers) {
      if (a.get("kind").equals("station_day")) {
        String item = a.get("pollutant_code");
        String value = a.get("value") == null ? "" : a.get("value");
        List<String> found =
            asked(
                "SELECT coalesce(cast(cast(%s AS decimal(18,6)) AS string), '') FROM air.station_day"
                        .formatted(columns.getOrDefault(item, item))
                    + " WHERE station_code = '%s' AND data_day = DATE'%s'"
                        .formatted(a.get("code"), a.get("hour_start").substring(0, 10)));
        assertThat(found).as(a.toString()).hasSize(1);
        if (value.isEmpty()) {
          assertThat(found.get(0)).as(a.toString()).isEmpty();
        } else {
          assertThat(new BigDecimal(found.get(0)))
              .as(a.toString())
              .isEqualByComparingTo(
                  new BigDecimal(value).setScale(6, java.math.RoundingMode.HALF_UP));
        }
      }
    }
  }

  @Test
  @Order(10)
  void everyFileAddsUp() {
    assertThat(
            asked(
                "SELECT file_id FROM ops.landing_file WHERE record_count <> accepted_count +"
                    + " duplicate_count + other_command_count + reject_count OR value_count <>"
                    + " received_value_count + rejected_value_count"))
        .isEmpty();
  }

  /** Answers about areas, as {@code kind area_kind area_code item dust when value}. */
  private static List<String> aboutAreas(String... kinds) {
    List<String> expected =
        readAnswers("answers_air.csv").stream()
            .filter(a -> List.of(kinds).contains(a.get("kind")))
            .map(
                a ->
                    String.join(
                        " ",
                        a.get("kind"),
                        a.get("area_kind"),
                        a.get("area_code"),
                        a.get("item") == null ? "" : a.get("item"),
                        a.get("dust"),
                        a.get("when"),
                        a.get("value") == null ? "" : eightOf(a.get("value"))))
            .sorted()
            .toList();
    assertThat(expected).isNotEmpty();
    return expected;
  }

  /** Eight decimals: a mean of means kept to ten may differ in the tenth. */
  private static String eightOf(String number) {
    return new BigDecimal(number)
        .setScale(8, java.math.RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }

  private static List<String> askedAboutAreas(String sql) {
    return asked(sql).stream()
        .map(
            t -> {
              int last = t.lastIndexOf(' ');
              String value = t.substring(last + 1);
              return t.substring(0, last + 1) + (value.isEmpty() ? "" : eightOf(value));
            })
        .sorted()
        .toList();
  }

  private static String monthItem(String kind, String item, String column) {
    return ("SELECT concat_ws(' ', '%s', area_kind, area_code, '%s', dust, '2024-03',"
            + " coalesce(cast(%s AS string), '')) FROM air.area_month WHERE period_kind = 'month'"
            + " AND station_areas")
        .formatted(kind, item, column)
        .replace("station_areas", "last_day = DATE'2024-03-31' AND " + HAS_STATIONS);
  }

  private static final String HAS_STATIONS =
      "EXISTS (SELECT 1 FROM air.area_day d WHERE d.area_kind = air.area_month.area_kind AND"
          + " d.area_code = air.area_month.area_code AND d.basis <> 'none')";

  @Test
  @Order(10)
  void monthsOfAreasAreThoseWorkedOutWithFractions() {
    List<String> sql = new ArrayList<>();
    String[][] figures = {
      {"SO2", "so2_mean_ug_m3"},
      {"NO2", "no2_mean_ug_m3"},
      {"CO", "co_p95_mg_m3"},
      {"O3", "o3_8h_p90_ug_m3"},
      {"PM10", "pm10_mean_ug_m3"},
      {"PM2.5", "pm2_5_mean_ug_m3"}
    };
    for (String[] f : figures) {
      sql.add(monthItem("month_figure", f[0], f[1]));
    }
    sql.add(monthItem("month_index", "", "composite_index"));
    sql.add(monthItem("month_good_days", "", "excellent_days + good_days"));
    sql.add(monthItem("month_heavy_days", "", "heavy_pollution_days"));
    assertThat(askedAboutAreas(String.join(" UNION ALL ", sql)))
        .isEqualTo(
            aboutAreas("month_figure", "month_index", "month_good_days", "month_heavy_days"));
  }

  @Test
  @Order(10)
  void ranksAreThoseOfTheKey() {
    assertThat(
            askedAboutAreas(
                "SELECT concat_ws(' ', 'rank', area_kind, area_code, '', dust, '2024-03', rank_no)"
                    + " FROM air.ranking_month WHERE period_kind = 'month' AND rank_no IS NOT"
                    + " NULL"))
        .isEqualTo(aboutAreas("rank"));
  }

  @Test
  @Order(10)
  void episodesAreThoseOfTheKey() {
    assertThat(
            askedAboutAreas(
                "SELECT concat_ws(' ', 'episode', area_kind, area_code, '', 'included', begin_day,"
                    + " episode_days) FROM air.episode"))
        .isEqualTo(aboutAreas("episode"));
  }

  @Test
  @Order(10)
  void theRestOfThePeriodMayCostWhatTheKeySays() {
    // Allowed means are rounded down in the tenth decimal, the key is exact.
    assertThat(
            askedAboutAreas(
                "SELECT concat_ws(' ', 'remaining_mean', area_kind, area_code, item, dust,"
                    + " data_day, coalesce(cast(remaining_mean_value AS string), '')) FROM"
                    + " air.headroom_day WHERE goal_kind = 'target' AND item LIKE 'PM%' AND dust ="
                    + " 'included' AND data_day IN (DATE'2024-03-01', DATE'2024-03-15',"
                    + " DATE'2024-03-31')"))
        .isEqualTo(aboutAreas("remaining_mean"));
    assertThat(
            askedAboutAreas(
                "SELECT concat_ws(' ', 'above_left', area_kind, area_code, item, dust, data_day,"
                    + " above_left_days) FROM air.headroom_day WHERE item = 'good_day_percent' AND"
                    + " dust = 'included' AND data_day IN (DATE'2024-03-01', DATE'2024-03-15',"
                    + " DATE'2024-03-31')"))
        .isEqualTo(aboutAreas("above_left"));
    assertThat(
            asked(
                "SELECT DISTINCT goal_state FROM air.headroom_day WHERE item = 'O3' AND goal_kind"
                    + " = 'target'"))
        .containsExactly("open");
  }

  @Test
  @Order(13)
  void episodesAndAccuracyAreThoseOfTheKeyOfSources() {
    List<Map<String, String>> ofSources = readAnswers("answers_source.csv");
    assertThat(
            asked(
                "SELECT concat_ws(' ', outlet_code, pollutant_code, date_format(episode_start,"
                    + " \"yyyy-MM-dd'T'HH:mm\"), exceeding_hours, bridged_hours) FROM"
                    + " source.exceedance_episode"))
        .isEqualTo(ofKind(ofSources, "episode", "code", "pollutant_code", "start"));
    assertThat(
            asked(
                "SELECT concat_ws(' ', area_level, area_code, month_start, due_count, passed_count)"
                    + " FROM source.accuracy_month"))
        .isEqualTo(ofKind(ofSources, "accuracy", "area_level", "code", "start"));
  }

  private static List<String> ofKind(
      List<Map<String, String>> answers, String kind, String... names) {
    return answers.stream()
        .filter(a -> a.get("kind").equals(kind))
        .map(
            a ->
                java.util.stream.Stream.concat(
                        java.util.Arrays.stream(names),
                        java.util.stream.Stream.of("count", "other_count"))
                    .map(a::get)
                    .collect(java.util.stream.Collectors.joining(" ")))
        .sorted()
        .toList();
  }

  private static List<String> expectedOfPower(
      String kind, Function<Map<String, String>, String> text) {
    return AnswerKey.read("answers_power.csv").expected(kind, text);
  }

  @Test
  @Order(10)
  void findingsOnElectricityAreThosePlantedAndNoOthers() {
    assertThat(
            asked(
                "SELECT concat_ws(' ', rule, subject_code, date_format(starts_at,"
                    + " \"yyyy-MM-dd'T'HH:mm\"), date_format(ends_at, \"yyyy-MM-dd'T'HH:mm\")) FROM"
                    + " power.anomaly"))
        .isEqualTo(
            expectedOfPower(
                "anomaly",
                a ->
                    String.join(
                        " ",
                        a.get("what"),
                        a.get("subject"),
                        a.get("starts_at"),
                        a.get("ends_at"))));
  }

  @Test
  @Order(10)
  void answersToAlertsAreThoseOfTheKey() {
    assertThat(
            asked(
                "SELECT concat_ws(' ', level, enterprise_code, data_day, verdict) FROM"
                    + " power.response_day"))
        .isEqualTo(
            expectedOfPower(
                "response",
                a ->
                    String.join(
                        " ",
                        a.get("what"),
                        a.get("subject"),
                        a.get("starts_at"),
                        a.get("ends_at"))));
  }

  @Test
  @Order(10)
  void leadsJoinTheirSourcesAndKnowTheirWorkOrders() {
    assertThat(
            asked(
                "SELECT concat_ws(' ', lead_id, evidence_kinds, status) FROM lead.lead WHERE"
                    + " evidence_kind_count > 1 OR status <> 'NEW'"))
        .containsExactly(
            "EX001/WEAK_TREATMENT/2024-03-25 REMOVAL_BELOW_DESIGN;SLIP_WITH_NOX_NEAR_LIMIT;"
                + "TREATMENT_WITHOUT_LOAD NEW",
            "EX002/METER_DOUBTFUL/2024-03-19 CONSTANT_CURRENT;PHASE_LOSS NEW",
            "EX002/SUSPECT_DATA/2024-03-10 ELECTRICITY_ANOMALY;SUSPECT_SERIES NEW",
            "EX003/ALERT_NOT_OBEYED/2024-03-25 CUT_NOT_MET;EXCEEDED_DURING_ALERT NEW",
            "EX003/TREATMENT_NOT_RUNNING/2024-03-12 CONCENTRATION_STAYED_LOW;TREATMENT_OFF CLOSED",
            "EX005/SUSPECT_DATA/2024-03-23 ELECTRICITY_ANOMALY;SUSPECT_SERIES NEW",
            "EX006/TREATMENT_NOT_RUNNING/2024-03-18 CONCENTRATION_STAYED_LOW;TREATMENT_OFF NEW",
            "EX007/STOPPED_BUT_RUNNING/2024-03-16 PACKETS_SAY_STOPPED CLOSED",
            "EX010/TREATMENT_NOT_RUNNING/2024-03-20 UNDER_LOAD OPEN");
    assertThat(
            asked(
                "SELECT concat_ws(' ', due_order_count, closed_in_time_count, case_count,"
                    + " off_site_case_count, is_target_met) FROM lead.county_month WHERE"
                    + " county_code = '*'"))
        .containsExactly("3 1 5 2 true");
  }

  @Test
  @Order(10)
  void aFleetIsALeadOfItsOwnerAndSaysNoVinInWords() {
    assertThat(
            asked(
                "SELECT concat_ws(' ', enterprise_name, county_code, evidence_day_count > 0,"
                    + " contains(reason, 'LTASAMPLE')) FROM lead.lead WHERE matter ="
                    + " 'FLEET_EMISSIONS'"))
        .containsExactly("示例运输1公司 370902 true false");
    assertThat(asked("SELECT source_key FROM lead.evidence WHERE matter = 'FLEET_EMISSIONS'"))
        .as("every anomaly of a registered vehicle; 09 is not in the registry")
        .hasSameSizeAs(
            asked(
                "SELECT rule_code || ' ' || vin FROM diesel.anomaly WHERE anomaly_class <>"
                    + " 'data_quality' AND vin IN (SELECT vin FROM registry.vehicle)"))
        .noneMatch(key -> key.contains("LTASAMPLE00000009"))
        .hasSize(7);
  }

  /** Day, hours and figures of the treatment planted off, down to packets and meter rows. */
  @Test
  @Order(10)
  void aLeadIsFollowedToItsPacketsAndMeterRows() {
    assertThat(explained("EX003/TREATMENT_NOT_RUNNING/2024-03-12"))
        .contains("treatment not running as it must", "产污不治污（150分钟）")
        .contains("treatment off while production is on (150 min)")
        // 10 · 5 + 15 · (2 − 1) + 150 / 60 + 1
        .contains("score = 68.5", "TREATMENT_OFF is of severity 5", "lasting_hours = 150 min / 60")
        .contains("closed 2024-03-25", "registry/work_orders.csv line 2")
        .contains("registry/meters.csv line 13", "registry/meters.csv line 14")
        .contains("hj212/2024-03-13/hj212_20240312_01.txt.gz record 59")
        .contains("CRC declared B381, computed over the data segment B381: matches")
        .contains("##0623QN=20240312100053785;ST=31;CN=2061")
        .contains("power/2024-03-13/power_20240312.csv.gz record 998")
        .contains("EX003-ME1,2024-03-12T09:15,0.480");
    assertThat(explained("EX003/ALERT_NOT_OBEYED/2024-03-25"))
        .contains("registry/alerts.csv line 2", "registry/response_plans.csv line 4")
        .contains("same weekday: EX003-MP1 on 2024-03-18")
        .contains("EX003-MP1,2024-03-25T12:15,11.617");
    assertThat(explained("EX006/TREATMENT_NOT_RUNNING/2024-03-18"))
        .contains("PROVISIONAL: some of the evidence");
    assertThat(explained("EX005/SUSPECT_DATA/2024-03-23"))
        .contains("FLAT_LINE", "NIGHT_PRODUCTION");
    assertThat(explained("示例运输1公司/FLEET_EMISSIONS/2024-03-12"))
        .contains("registry/vehicles.csv line", "OBD_NOX_STUCK");
  }

  @Test
  @Order(10)
  void everyQuestionOfTheDoctorCanBeAsked() {
    assertThatCode(
            () ->
                DoctorReport.look(
                    nights.lake(), Engines.of(nights.lake()), LocalDate.of(2024, 4, 2)))
        .doesNotThrowAnyException();
  }

  @Test
  @Order(10)
  void aLeadIsFoundByALaterDayOfItsOwnToo() {
    assertThat(
            asked(
                "SELECT lead_id FROM lead.lead WHERE lead_id LIKE 'EX003/ALERT%' AND"
                    + " DATE'2024-03-26' BETWEEN data_day AND last_day"))
        .isEqualTo(
            Engines.of(nights.lake())
                .rows(
                    Table.of(Lead.class),
                    new LeadExplanation().formerly(List.of("EX003/ALERT_NOT_OBEYED/2024-03-26")),
                    2)
                .stream()
                .map(lead -> lead.text("lead_id"))
                .toList())
        .hasSize(1);
  }

  private static String explained(String leadId) {
    String landing = SAMPLES.resolve("landing").toString();
    Settings settings =
        Settings.read(Path.of(System.getProperty("dawen.home", "."), "jobs/nightly.yaml"));
    Evidence evidence =
        new Evidence(
            nights.lake(),
            Engines.of(nights.lake()),
            settings,
            new LandingRecords(nights.lake(), Engines.of(nights.lake()), landing, settings),
            (of, row) -> AnomalyEvidence.lines(Engines.of(nights.lake()), landing, of, row, null));
    TableRow lead =
        Engines.of(nights.lake())
            .rows(Table.of(Lead.class), "lead_id = '%s'".formatted(leadId), 1)
            .get(0);
    return new LeadExplanation()
        .explain(lead, evidence).stream()
            .flatMap(s -> s.lines().stream().map(Message::toString))
            .collect(Collectors.joining("\n"));
  }

  @Test
  @Order(10)
  void poolBalancesAreThoseOfItsAnswerSheetAtEachMonthEnd() {
    CsvParserSettings settings = new CsvParserSettings();
    settings.setHeaderExtractionEnabled(true);
    List<String> sheet = new ArrayList<>();
    new CsvParser(settings)
        .iterateRecords(SAMPLES.resolve("answers_pool.csv").toFile(), StandardCharsets.UTF_8)
        .forEach(
            r -> {
              Map<String, String> a = r.toFieldMap();
              if (a.get("kind").equals("county") || a.get("kind").equals("city")) {
                sheet.add(
                    String.join(
                        " ",
                        a.get("kind"),
                        a.get("county_code"),
                        a.get("pollutant_code"),
                        a.get("month_end"),
                        a.get("pooled_t"),
                        a.get("in_use_t"),
                        a.get("expired_t"),
                        a.get("shortfall_t"),
                        a.get("balance_t"),
                        a.get("next_expiry_days") == null ? "none" : a.get("next_expiry_days")));
              }
            });
    String columns =
        ", pollutant_code, month_end, pooled_t, allocated_t - returned_t, expired_t, shortfall_t,"
            + " balance_t, coalesce(cast(next_expiry_days AS string), 'none'))";
    assertThat(
            asked(
                "SELECT concat_ws(' ', 'county', county_code"
                    + columns
                    + " FROM pool.balance_month UNION ALL SELECT concat_ws(' ', 'city',"
                    + " origin_county_code"
                    + columns
                    + " FROM pool.city_balance_month WHERE origin_county_code <> 'ALL'"))
        .isEqualTo(sheet.stream().sorted().toList());
  }

  @Test
  @Order(10)
  void trucksAreFoundByTheRulesOfTheKeyAndTheOthersByNone() {
    List<String> found =
        asked("SELECT DISTINCT concat_ws(' ', vin, rule_code) FROM diesel.anomaly");
    List<Map<String, String>> key = readAnswers("answers_obd.csv");
    assertThat(found)
        .containsAll(
            key.stream()
                .filter(a -> a.get("kind").equals("planted"))
                .map(a -> a.get("vin") + " " + a.get("rule_code"))
                .toList())
        .isSubsetOf(key.stream().map(a -> a.get("vin") + " " + a.get("rule_code")).toList());
    assertThat(asked("SELECT vin FROM diesel.vehicle_day WHERE NOT is_registered"))
        .containsExactly("LTASAMPLE00000009");
  }

  @Test
  @Order(11)
  void aSecondNightFindsNothingToDo() {
    assertThat(nights.run().lines()).isEmpty();
  }

  @Test
  @Order(12)
  void replayingAnyDayChangesNoRow() {
    Map<String, String> before = nights.hashes();
    TreeSet<String> jobs = new TreeSet<>();
    Catalogue.jobs("").forEach(j -> jobs.add(j.spec().name()));
    NightReport again =
        nights.run(new Runner.Wish(DaySet.parse("2024-03-08..2024-03-12,2024-03-31"), jobs, false));
    assertThat(again.exitCode()).isZero();
    assertThat(again.lines()).extracting(NightReport.Line::days).contains(6);
    assertThat(nights.hashes()).isEqualTo(before);
  }
}
