package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
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

/** Noise of the sample city against its answer key. */
class NoiseSampleTest {
  private static final List<Map<String, String>> ANSWERS = answers();

  private static List<Map<String, String>> answers() {
    CsvParserSettings settings = new CsvParserSettings();
    settings.setHeaderExtractionEnabled(true);
    settings.setNullValue("");
    List<Map<String, String>> rows = new ArrayList<>();
    new CsvParser(settings)
        .iterateRecords(
            Path.of(System.getProperty("dawen.home", "."), "data-samples/answers_noise.csv")
                .toFile(),
            StandardCharsets.UTF_8)
        .forEach(r -> rows.add(new TreeMap<>(r.toFieldMap())));
    return rows;
  }

  private static List<String> expected(String kind, String... columns) {
    Function<Map<String, String>, String> text =
        a -> String.join("|", java.util.stream.Stream.of(columns).map(a::get).toList());
    List<String> expected =
        ANSWERS.stream().filter(a -> a.get("kind").equals(kind)).map(text).sorted().toList();
    assertThat(expected).as("answers of kind " + kind).isNotEmpty();
    return expected;
  }

  private static List<String> asked(String sql) {
    Lake lake = new Lake(SharedSession.spark(), SampleLake.folder().toString());
    return Ask.texts(new Query(lake, Catalogue.tables()), sql).stream().sorted().toList();
  }

  @Test
  void everyDayAndNightHasTheLevelThatWasWorkedOut() {
    assertThat(
            asked(
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
            expected("level", "point_code", "data_day", "period", "value", "limit", "count"));
  }

  @Test
  void everyExceedanceIsARowAndThereAreNoOthers() {
    assertThat(
            asked(
                """
                SELECT concat_ws('|', point_code, data_day, level_kind, CAST(judged_db AS INT),
                  CAST(limit_db AS INT)) FROM noise.exceedance
                """))
        .isEqualTo(expected("exceedance", "point_code", "data_day", "period", "value", "limit"));
  }

  @Test
  void theRatesOfTheCityAreThoseOfItsPointTimes() {
    assertThat(
            asked(
                """
                SELECT concat_ws('|', zone, month_start, 'day', CAST(day_rate_percent AS
                  DECIMAL(5,1)), day_judged_count)
                FROM noise.zone_month WHERE area_kind = 'city' AND area_code = '370900'
                UNION ALL SELECT concat_ws('|', zone, month_start, 'night', CAST(night_rate_percent
                  AS DECIMAL(5,1)), night_judged_count)
                FROM noise.zone_month WHERE area_kind = 'city' AND area_code = '370900'
                """))
        .isEqualTo(expected("rate", "point_code", "data_day", "period", "value", "count"));
  }

  @Test
  void hoursOfWindAndRainAreLeftOut() {
    assertThat(
            asked(
                """
                SELECT concat_ws('|', point_code, date_format(hour_start, "yyyy-MM-dd'T'HH:mm"),
                  unused_reason) FROM noise.point_hour WHERE unused_reason IN ('WIND', 'RAIN')
                """))
        .isEqualTo(expected("left_out", "point_code", "data_day", "period"));
  }

  @Test
  void pointsThatNobodyRegisteredOrThatAreSilentAreNamed() {
    assertThat(
            asked(
                "SELECT point_code || '|' || data_day FROM noise.point_day WHERE is_judging AND NOT"
                    + " is_registered"))
        .isEqualTo(expected("unknown_point", "point_code", "data_day"));
    assertThat(
            asked(
                "SELECT point_code || '|' || last_day FROM noise.point_month WHERE"
                    + " received_hour_count = 0 AND is_registered"))
        .isEqualTo(expected("silent_point", "point_code", "data_day"));
  }

  @Test
  void whatCannotBeReadIsRejectedWithItsReason() {
    assertThat(
            asked(
                """
                SELECT concat_ws('|', file_id, record_no, reason) FROM ops.reject
                WHERE feed = 'noise'
                """))
        .isEqualTo(expected("reject", "file", "record_no", "value"));
  }

  @Test
  void theHourThatWasCorrectedIsTheLaterOne() {
    assertThat(
            asked(
                """
                SELECT concat_ws(' ', file_id, revision_count, leq_db < 60) FROM noise.point_hour
                WHERE point_code = 'TAN02' AND hour_start = TIMESTAMP_NTZ'2024-03-08 08:00:00'
                """))
        .containsExactly("noise/2024-03-15/hours_20240308_r2.csv 2 true");
  }
}
