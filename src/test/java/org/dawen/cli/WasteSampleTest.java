package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.dawen.lake.Lake;
import org.dawen.lake.Query;
import org.dawen.lake.SharedSession;
import org.junit.jupiter.api.Test;

/** Hazardous waste, draws and letters of the sample city against their answer key. */
class WasteSampleTest {
  private static final List<Map<String, String>> ANSWERS = answers();

  private static List<Map<String, String>> answers() {
    CsvParserSettings settings = new CsvParserSettings();
    settings.setHeaderExtractionEnabled(true);
    settings.setNullValue("");
    List<Map<String, String>> rows = new ArrayList<>();
    new CsvParser(settings)
        .iterateRecords(
            Path.of(System.getProperty("dawen.home", "."), "data-samples/answers_waste.csv")
                .toFile(),
            StandardCharsets.UTF_8)
        .forEach(r -> rows.add(new TreeMap<>(r.toFieldMap())));
    return rows;
  }

  private static List<String> expected(String kind, Function<Map<String, String>, String> text) {
    List<String> expected =
        ANSWERS.stream().filter(a -> a.get("kind").equals(kind)).map(text).sorted().toList();
    assertThat(expected).as("answers of kind " + kind).isNotEmpty();
    return expected;
  }

  private static String columns(Map<String, String> answer, String... names) {
    return String.join("|", List.of(names).stream().map(answer::get).toList());
  }

  private static List<String> asked(String sql) {
    Lake lake = new Lake(SharedSession.spark(), SampleLake.folder().toString());
    return Ask.texts(new Query(lake, Catalogue.tables()), sql).stream().sorted().toList();
  }

  @Test
  void stockAsMarchEndsIsThatOfTheKey() {
    assertThat(
            asked(
                """
                SELECT concat_ws('|', unit_code, waste_code, stock_t) FROM waste.stock_day
                WHERE data_day <= DATE'2024-03-31'
                  AND (last_day IS NULL OR last_day >= DATE'2024-03-31')
                """))
        .isEqualTo(expected("stock", a -> columns(a, "code", "waste_code", "mass_t")));
  }

  @Test
  void findingsAreThoseOfTheKeyAndNoOthers() {
    assertThat(
            asked(
                """
                SELECT concat_ws('|', unit_code, waste_code, object_no, data_day,
                  IF(finding = 'storage_over_one_year', '', coalesce(CAST(mass_t AS STRING), '')),
                  coalesce(CAST(span_days AS STRING), ''), force, finding) FROM waste.finding
                """))
        .isEqualTo(
            expected(
                "finding",
                a ->
                    columns(
                        a,
                        "code",
                        "waste_code",
                        "object_no",
                        "day",
                        "mass_t",
                        "days_or_count",
                        "force_or_open",
                        "what")));
  }

  @Test
  void classesOfManagementAreThoseOfTheKey() {
    assertThat(
            asked(
                """
                SELECT unit_code || '|' || management_class FROM waste.management_class
                WHERE data_day = DATE'2024-01-01'
                """))
        .isEqualTo(expected("class", a -> columns(a, "code", "what")));
  }

  @Test
  void threeThousandTonnesWereClearedAndTheReceiverGotThemAll() {
    Map<String, String> cleared =
        ANSWERS.stream().filter(a -> a.get("kind").equals("cleared")).findFirst().orElseThrow();
    assertThat(new BigDecimal(cleared.get("mass_t"))).isGreaterThan(new BigDecimal("3000"));
    assertThat(
            asked(
                "SELECT CAST(sum(received_t) AS STRING) FROM waste.manifest WHERE unit_code = '%s'"
                    .formatted(cleared.get("code"))))
        .containsExactly(cleared.get("mass_t"));
  }

  @Test
  void unitsNobodyRegisteredAreNamed() {
    assertThat(
            asked(
                """
                SELECT DISTINCT unit_code FROM waste.batch b
                WHERE unit_code NOT IN (SELECT unit_code FROM registry.waste_unit)
                """))
        .isEqualTo(expected("unknown_unit", a -> a.get("code")));
  }

  @Test
  void drawsAreRepeatedAndTheArrangedOneShows() {
    assertThat(
            asked(
                """
                SELECT concat_ws('|', draw_no, period, count(*), min(is_repeated),
                  array_join(transform(array_sort(collect_list(struct(place_no, drawn_code))),
                    p -> p.drawn_code), ';'))
                FROM enforce.draw GROUP BY draw_no, period
                """))
        .isEqualTo(
            expected(
                "draw",
                a -> columns(a, "code", "waste_code", "days_or_count", "force_or_open", "what")));
    assertThat(asked("SELECT DISTINCT is_list_unchanged || '' FROM enforce.draw"))
        .containsExactly("true");
  }

  @Test
  void lettersOpenOnEachDayAreThoseOfTheKey() {
    assertThat(
            asked(
                """
                SELECT concat_ws('|', county_code, data_day, total_count, open_count, overdue_count)
                FROM enforce.letter_day WHERE county_code = '*' AND batch = '*' AND data_day IN (
                  DATE'2023-12-31', DATE'2024-03-05', DATE'2024-03-12', DATE'2024-03-31')
                """))
        .isEqualTo(
            expected(
                "letters",
                a -> columns(a, "code", "day", "days_or_count", "force_or_open", "what")));
  }

  @Test
  void checksOpenedFromLeadsCountAsOffSite() {
    assertThat(
            asked(
                """
                SELECT concat_ws(' ', inspection_count, off_site_inspection_count,
                  lead_inspection_count, is_inspection_target_met)
                FROM lead.county_month WHERE county_code = '*'
                """))
        .containsExactly("5 3 2 true");
  }
}
