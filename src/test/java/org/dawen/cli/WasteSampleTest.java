package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Hazardous waste, draws and letters of the sample city against their answer key. */
class WasteSampleTest {
  private static final AnswerKey KEY = AnswerKey.read("answers_waste.csv", "");

  @Test
  void stockAsMarchEndsIsThatOfTheKey() {
    assertThat(
            AnswerKey.asked(
                """
                SELECT concat_ws('|', unit_code, waste_code, stock_t) FROM waste.stock_day
                WHERE data_day <= DATE'2024-03-31'
                  AND (last_day IS NULL OR last_day >= DATE'2024-03-31')
                """))
        .isEqualTo(KEY.expected("stock", "code", "waste_code", "mass_t"));
  }

  @Test
  void findingsAreThoseOfTheKeyAndNoOthers() {
    assertThat(
            AnswerKey.asked(
                """
                SELECT concat_ws('|', unit_code, waste_code, object_no, data_day,
                  IF(finding = 'storage_over_one_year', '', coalesce(CAST(mass_t AS STRING), '')),
                  coalesce(CAST(span_days AS STRING), ''), force, finding) FROM waste.finding
                """))
        .isEqualTo(
            KEY.expected(
                "finding",
                "code",
                "waste_code",
                "object_no",
                "day",
                "mass_t",
                "days_or_count",
                "force_or_open",
                "what"));
  }

  @Test
  void classesOfManagementAreThoseOfTheKey() {
    assertThat(
            AnswerKey.asked(
                """
                SELECT unit_code || '|' || management_class FROM waste.management_class
                WHERE data_day = DATE'2024-01-01'
                """))
        .isEqualTo(KEY.expected("class", "code", "what"));
  }

  @Test
  void threeThousandTonnesWereClearedAndTheReceiverGotThemAll() {
    Map<String, String> cleared = KEY.of("cleared").stream().findFirst().orElseThrow();
    assertThat(new BigDecimal(cleared.get("mass_t"))).isGreaterThan(new BigDecimal("3000"));
    assertThat(
            AnswerKey.asked(
                "SELECT CAST(sum(received_t) AS STRING) FROM waste.manifest WHERE unit_code = '%s'"
                    .formatted(cleared.get("code"))))
        .containsExactly(cleared.get("mass_t"));
  }

  @Test
  void unitsNobodyRegisteredAreNamed() {
    assertThat(
            AnswerKey.asked(
                """
                SELECT DISTINCT unit_code FROM waste.batch b
                WHERE unit_code NOT IN (SELECT unit_code FROM registry.waste_unit)
                """))
        .isEqualTo(KEY.expected("unknown_unit", a -> a.get("code")));
  }

  @Test
  void drawsAreRepeatedAndTheArrangedOneShows() {
    assertThat(
            AnswerKey.asked(
                """
                SELECT concat_ws('|', draw_no, period, count(*), min(is_repeated),
                  array_join(transform(array_sort(collect_list(struct(place_no, drawn_code))),
                    p -> p.drawn_code), ';'))
                FROM enforce.draw GROUP BY draw_no, period
                """))
        .isEqualTo(
            KEY.expected("draw", "code", "waste_code", "days_or_count", "force_or_open", "what"));
    assertThat(AnswerKey.asked("SELECT DISTINCT is_list_unchanged || '' FROM enforce.draw"))
        .containsExactly("true");
  }

  @Test
  void lettersOpenOnEachDayAreThoseOfTheKey() {
    assertThat(
            AnswerKey.asked(
                """
                SELECT concat_ws('|', county_code, data_day, total_count, open_count, overdue_count)
                FROM enforce.letter_day WHERE county_code = '*' AND batch = '*' AND data_day IN (
                  DATE'2023-12-31', DATE'2024-03-05', DATE'2024-03-12', DATE'2024-03-31')
                """))
        .isEqualTo(
            KEY.expected("letters", "code", "day", "days_or_count", "force_or_open", "what"));
  }

  @Test
  void checksOpenedFromLeadsCountAsOffSite() {
    assertThat(
            AnswerKey.asked(
                """
                SELECT concat_ws(' ', inspection_count, off_site_inspection_count,
                  lead_inspection_count, is_inspection_target_met)
                FROM lead.county_month WHERE county_code = '*'
                """))
        .containsExactly("5 3 2 true");
  }
}
