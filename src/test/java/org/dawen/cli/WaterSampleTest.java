package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

/** Surface water of the sample city against its answer key. */
class WaterSampleTest {
  private static final AnswerKey KEY = AnswerKey.read("answers_water.csv");

  private static String eight(String number) {
    return new BigDecimal(number).setScale(8, RoundingMode.HALF_EVEN).toPlainString();
  }

  @Test
  void meansOfTheMonthAreThoseWorkedOutWithFractions() {
    assertThat(
            AnswerKey.asked(
                    """
                    SELECT concat_ws(' ', section_code, way, item, used_count, month_mean_value)
                    FROM water.section_item_month
                    WHERE section_code IN ('TAW01', 'TAW02', 'TAW03') AND way <> 'province_rule'
                      AND item IN ('DO', 'CODMn', 'NH3-N', 'TP', 'TN')
                    """)
                .stream()
                .map(t -> t.substring(0, t.lastIndexOf(' ') + 1) + eight(lastWord(t)))
                .sorted()
                .toList())
        .isEqualTo(
            KEY.expected(
                "month_mean",
                a ->
                    String.join(
                        " ",
                        a.get("section_code"),
                        a.get("way"),
                        a.get("item"),
                        a.get("value_count"),
                        eight(a.get("value")))));
  }

  private static String lastWord(String text) {
    return text.substring(text.lastIndexOf(' ') + 1);
  }

  @Test
  void oneFaultyAnalyserMakesTheMonthWorseThanFiveAndScreenedItIsTwo() {
    assertThat(
            AnswerKey.asked(
                """
                SELECT concat_ws(' ', section_code, way, water_class) FROM water.section_month
                WHERE section_code IN ('TAW01', 'TAW02', 'TAW03') AND way <> 'province_rule'
                """))
        .isEqualTo(
            KEY.expected(
                "month_class",
                a -> String.join(" ", a.get("section_code"), a.get("way"), a.get("value"))))
        .contains("TAW02 as_received 劣Ⅴ", "TAW02 screened Ⅱ");
  }

  @Test
  void everyExclusionIsARowAndThereAreNoOthers() {
    assertThat(
            AnswerKey.asked(
                """
                SELECT concat_ws(' ', section_code, item, date_format(observed_at,
                  "yyyy-MM-dd'T'HH:mm"), IF(screen_reason = 'TOO_MANY_DECIMALS', '', 'out'))
                FROM water.observation
                WHERE screen_reason IS NOT NULL AND section_code LIKE 'TAW%'
                """))
        .isEqualTo(
            KEY.expected(
                "excluded",
                a ->
                    String.join(
                        " ",
                        a.get("section_code"),
                        a.get("item").equals("ec")
                            ? "EC"
                            : a.get("item").equals("water_temp") ? "temperature" : a.get("item"),
                        a.get("observed_at"),
                        new BigDecimal(a.get("value")).stripTrailingZeros().scale() > 4
                            ? ""
                            : "out")));
  }

  @Test
  void theCorrectedValueChangedAClassAndIsListed() {
    assertThat(
            AnswerKey.asked(
                """
                SELECT concat_ws(' ', section_code, date_format(starts_at, "yyyy-MM-dd'T'HH:mm"),
                  from_class || '→' || to_class, file_id)
                FROM water.class_change
                """))
        .isEqualTo(
            KEY.expected(
                "class_change",
                a ->
                    String.join(
                        " ",
                        a.get("section_code"),
                        a.get("observed_at"),
                        a.get("value"),
                        "water/2024-03-15/water_20240308_r2.csv")));
  }

  @Test
  void theLakeHasItsTrophicLevel() {
    assertThat(
            AnswerKey.asked(
                "SELECT CAST(tli AS STRING) FROM water.lake_month WHERE water_body = '东平湖'"))
        .isEqualTo(KEY.expected("lake_tli", a -> a.get("value")));
  }

  @Test
  void theIndexOfASectionSampledByHandRestsOnTheTwentyOneItems() {
    assertThat(
            AnswerKey.asked(
                """
                SELECT item_source || ' ' || count(*) FROM water.section_item_month
                WHERE section_code = 'TAW04' AND way = 'province_rule' AND item_class IS NOT NULL
                GROUP BY item_source
                """))
        .containsExactly("manual 21");
  }

  @Test
  void unknownSectionsAreNamed() {
    assertThat(
            AnswerKey.asked(
                "SELECT DISTINCT section_code FROM water.observation WHERE NOT is_registered AND"
                    + " section_code LIKE 'TAW%'"))
        .isEqualTo(KEY.expected("unknown_section", a -> a.get("section_code")));
  }

  @Test
  void theCityIsRankedAmongTheCitiesOfTheFeed() {
    assertThat(
            AnswerKey.asked(
                """
                SELECT concat_ws(' ', section_count, good_section_count, ranked_count,
                  cwqi_rank IS NOT NULL) FROM water.area_month
                WHERE area_kind = 'city' AND area_code = '370900' AND section_scope = 'national'
                """))
        .containsExactly("3 3 13 true");
  }
}
