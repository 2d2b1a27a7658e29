package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dawen.lake.Lake;
import org.dawen.lake.Query;
import org.dawen.lake.SharedSession;
import org.junit.jupiter.api.Test;

/** The scoreboard of the sample city against its answer key. */
class PlanSampleTest {
  private static List<String> asked(String sql) {
    Lake lake = new Lake(SharedSession.spark(), SampleLake.folder().toString());
    return Ask.texts(new Query(lake, Catalogue.tables()), sql).stream().sorted().toList();
  }

  private static List<String> answers() {
    CsvParserSettings settings = new CsvParserSettings();
    settings.setHeaderExtractionEnabled(true);
    List<String> answers = new ArrayList<>();
    new CsvParser(settings)
        .iterateRecords(
            Path.of(System.getProperty("dawen.home", "."), "data-samples/answers_plan.csv")
                .toFile(),
            StandardCharsets.UTF_8)
        .forEach(
            r ->
                answers.add(
                    "%s %s %s %s"
                        .formatted(
                            r.getString("target_id"),
                            r.getString("source_kind"),
                            plain(r.getString("so_far_value")),
                            r.getString("state"))));
    return answers;
  }

  private static String plain(String number) {
    return number == null ? "-" : new BigDecimal(number).stripTrailingZeros().toPlainString();
  }

  @Test
  void whatIsReportedStandsAsWorkedOutWithFractions() {
    assertThat(
            asked(
                    """
                    SELECT concat_ws(' ', target_id, source_kind,
                      coalesce(CAST(so_far_value AS STRING), '-'), state)
                    FROM plan.progress_quarter WHERE source_kind <> 'table'
                    """)
                .stream()
                .map(PlanSampleTest::withPlainNumber))
        .containsExactlyElementsOf(answers());
  }

  private static String withPlainNumber(String row) {
    String[] words = row.split(" ");
    words[2] = words[2].equals("-") ? "-" : plain(words[2]);
    return String.join(" ", words);
  }

  @Test
  void everyOfThe68NumbersSaysWhereItComesFrom() {
    assertThat(asked("SELECT count(*) FROM plan.progress_quarter")).containsExactly("68");
    assertThat(
            asked(
                """
                SELECT target_id FROM plan.progress_quarter WHERE CASE source_kind
                  WHEN 'table' THEN source_table IS NULL OR source_text IS NULL
                    OR source_row_count IS NULL
                  WHEN 'entry' THEN so_far_value IS NOT NULL AND document_no IS NULL
                  ELSE state <> 'no_number' END
                """))
        .isEmpty();
  }

  /** The figures of the tables they come from. */
  @Test
  void whatTablesTellIsWhatStandsThere() {
    assertThat(
            asked(
                """
                SELECT p.target_id FROM plan.progress_quarter p, air.area_month m
                WHERE p.target_id = 'T004' AND m.area_kind = 'city' AND m.area_code = '370900'
                  AND m.period_kind = 'month' AND m.dust = 'included'
                  AND p.so_far_value = m.pm2_5_mean_ug_m3
                """))
        .as("data of the year begin in March")
        .containsExactly("T004");
    assertThat(
            asked(
                """
                SELECT concat_ws(' ', target_id, state) FROM plan.progress_quarter
                WHERE target_id IN ('T004', 'T007', 'T051', 'T063')
                """))
        .containsExactly("T004 at_risk", "T007 no_report", "T051 met", "T063 no_report");
  }

  @Test
  void whatTurnsRedWithinTheMonthShowsOnItsDay() {
    assertThat(
            asked(
                """
                SELECT concat_ws(' ', target_id, data_day, state) FROM plan.progress_day
                WHERE target_id = 'T027' AND data_day IN (DATE'2024-03-14', DATE'2024-03-15',
                  DATE'2024-03-20') OR target_id = 'T059' AND data_day >= DATE'2024-03-30'
                """))
        .containsExactly(
            "T027 2024-03-14 met",
            "T027 2024-03-15 missed",
            "T027 2024-03-20 met",
            "T059 2024-03-30 on_the_way",
            "T059 2024-03-31 at_risk");
  }

  @Test
  void theQuarterIsItsLastDayWithData() {
    assertThat(
            asked(
                """
                SELECT target_id FROM plan.progress_quarter q LEFT ANTI JOIN plan.progress_day d
                  ON d.target_id = q.target_id AND d.data_day = q.as_of_day
                  AND d.state = q.state AND d.so_far_value IS NOT DISTINCT FROM q.so_far_value
                """))
        .isEmpty();
    assertThat(asked("SELECT DISTINCT CAST(as_of_day AS STRING) FROM plan.progress_quarter"))
        .containsExactly("2024-03-31");
  }
}
