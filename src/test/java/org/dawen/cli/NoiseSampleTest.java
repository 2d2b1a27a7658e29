package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Noise of the sample city against its answer key. */
class NoiseSampleTest {
  private static final AnswerKey KEY = AnswerKey.read("answers_noise.csv", "");

  @Test
  void everyDayAndNightHasTheLevelThatWasWorkedOut() {
    assertThat(
            AnswerKey.asked(
                """
                SELECT concat_ws('|', point_code, data_day, 'day', coalesce(CAST(CAST(ld_db AS
                  DECIMAL(10,4)) AS STRING), ''), CAST(day_limit_db AS INT), day_hour_count)
                FROM noise.point_day WHERE is_judging AND is_registered
                UNION ALL SELECT concat_ws('|', point_code, data_day, 'night', coalesce(CAST(CAST(
                  ln_db AS DECIMAL(10,4)) AS STRING), ''), CAST(night_limit_db AS INT),
                  night_hour_count)
                FROM noise.point_day WHERE is_judging AND is_registered
                """))
        .isEqualTo(
            KEY.expected("level", "point_code", "data_day", "period", "value", "limit", "count"));
  }

  @Test
  void everyExceedanceIsARowAndThereAreNoOthers() {
    assertThat(
            AnswerKey.asked(
                """
                SELECT concat_ws('|', point_code, data_day, level_kind, CAST(judged_db AS INT),
                  CAST(limit_db AS INT)) FROM noise.exceedance
                """))
        .isEqualTo(
            KEY.expected("exceedance", "point_code", "data_day", "period", "value", "limit"));
  }

  @Test
  void theRatesOfTheCityAreThoseOfItsPointTimes() {
    assertThat(
            AnswerKey.asked(
                """
                SELECT concat_ws('|', zone, month_start, 'day', CAST(day_rate_percent AS
                  DECIMAL(5,1)), day_judged_count)
                FROM noise.zone_month WHERE area_kind = 'city' AND area_code = '370900'
                UNION ALL SELECT concat_ws('|', zone, month_start, 'night', CAST(night_rate_percent
                  AS DECIMAL(5,1)), night_judged_count)
                FROM noise.zone_month WHERE area_kind = 'city' AND area_code = '370900'
                """))
        .isEqualTo(KEY.expected("rate", "point_code", "data_day", "period", "value", "count"));
  }

  @Test
  void hoursOfWindAndRainAreLeftOut() {
    assertThat(
            AnswerKey.asked(
                """
                SELECT concat_ws('|', point_code, date_format(hour_start, "yyyy-MM-dd'T'HH:mm"),
                  unused_reason) FROM noise.point_hour WHERE unused_reason IN ('WIND', 'RAIN')
                """))
        .isEqualTo(KEY.expected("left_out", "point_code", "data_day", "period"));
  }

  @Test
  void pointsThatNobodyRegisteredOrThatAreSilentAreNamed() {
    assertThat(
            AnswerKey.asked(
                "SELECT point_code || '|' || data_day FROM noise.point_day WHERE is_judging AND NOT"
                    + " is_registered"))
        .isEqualTo(KEY.expected("unknown_point", "point_code", "data_day"));
    assertThat(
            AnswerKey.asked(
                "SELECT point_code || '|' || last_day FROM noise.point_month WHERE"
                    + " received_hour_count = 0 AND is_registered"))
        .isEqualTo(KEY.expected("silent_point", "point_code", "data_day"));
  }

  @Test
  void whatCannotBeReadIsRejectedWithItsReason() {
    assertThat(
            AnswerKey.asked(
                """
                SELECT concat_ws('|', file_id, record_no, reason) FROM ops.reject
                WHERE feed = 'noise'
                """))
        .isEqualTo(KEY.expected("reject", "file", "record_no", "value"));
  }

  @Test
  void theHourThatWasCorrectedIsTheLaterOne() {
    assertThat(
            AnswerKey.asked(
                """
                SELECT concat_ws(' ', file_id, revision_count, leq_db < 60) FROM noise.point_hour
                WHERE point_code = 'TAN02' AND hour_start = TIMESTAMP_NTZ'2024-03-08 08:00:00'
                """))
        .containsExactly("noise/2024-03-15/hours_20240308_r2.csv 2 true");
  }
}
