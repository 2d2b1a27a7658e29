package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Ground water and plots of land of the sample city against their answer key. */
class GroundSampleTest {
  private static final AnswerKey KEY = AnswerKey.read("answers_ground.csv", "");

  @Test
  void everySampleHasItsClassAndNamesItsWorstItems() {
    assertThat(
            AnswerKey.asked(
                """
                SELECT concat_ws('|', point_code, date_format(sampled_at, "yyyy-MM-dd'T'HH:mm"),
                  ground_class, worst_items, coalesce(undetermined_items, ''), item_count)
                FROM ground.sample_class WHERE is_registered
                """))
        .isEqualTo(
            KEY.expected(
                "sample_class",
                "point_code",
                "sampled_at",
                "value",
                "items",
                "undetermined",
                "count"));
  }

  @Test
  void everyYearIsComparedWithTheOneBefore() {
    assertThat(
            AnswerKey.asked(
                """
                SELECT concat_ws('|', point_code, year_start, ground_class, coalesce(trend, ''))
                FROM ground.point_year WHERE is_registered
                """))
        .isEqualTo(KEY.expected("point_year", "point_code", "sampled_at", "value", "items"));
  }

  @Test
  void plotsAreCountedByList() {
    assertThat(
            AnswerKey.asked(
                """
                SELECT concat_ws('|', area_code, year_start, list_kind,
                  done_count || ' of ' || plot_count)
                FROM ground.plot_year WHERE area_kind = 'city'
                """))
        .isEqualTo(KEY.expected("plot_year", "point_code", "sampled_at", "value", "items"));
  }

  @Test
  void unknownPointsAndRejectsAreThoseOfTheKey() {
    assertThat(
            AnswerKey.asked(
                """
                SELECT concat_ws('|', point_code, date_format(sampled_at, "yyyy-MM-dd'T'HH:mm"))
                FROM ground.sample_class WHERE NOT is_registered
                """))
        .isEqualTo(KEY.expected("unknown_point", "point_code", "sampled_at"));
    assertThat(
            AnswerKey.asked(
                "SELECT concat_ws('|', file_id, record_no, reason) FROM ops.reject WHERE feed ="
                    + " 'ground'"))
        .isEqualTo(KEY.expected("reject", "file", "record_no", "value"));
  }
}
