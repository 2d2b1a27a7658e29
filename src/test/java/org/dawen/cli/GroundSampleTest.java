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
import java.util.stream.Stream;
import org.dawen.lake.Lake;
import org.dawen.lake.Query;
import org.dawen.lake.SharedSession;
import org.junit.jupiter.api.Test;

/** Ground water and plots of land of the sample city against their answer key. */
class GroundSampleTest {
  private static final List<Map<String, String>> ANSWERS = answers();

  private static List<Map<String, String>> answers() {
    CsvParserSettings settings = new CsvParserSettings();
    settings.setHeaderExtractionEnabled(true);
    settings.setNullValue("");
    List<Map<String, String>> rows = new ArrayList<>();
    new CsvParser(settings)
        .iterateRecords(
            Path.of(System.getProperty("dawen.home", "."), "data-samples/answers_ground.csv")
                .toFile(),
            StandardCharsets.UTF_8)
        .forEach(r -> rows.add(new TreeMap<>(r.toFieldMap())));
    return rows;
  }

  private static List<String> expected(String kind, String... columns) {
    List<String> expected =
        ANSWERS.stream()
            .filter(a -> a.get("kind").equals(kind))
            .map(a -> String.join("|", Stream.of(columns).map(a::get).toList()))
            .sorted()
            .toList();
    assertThat(expected).as("answers of kind " + kind).isNotEmpty();
    return expected;
  }

  private static List<String> asked(String sql) {
    Lake lake = new Lake(SharedSession.spark(), SampleLake.folder().toString());
    return Ask.texts(new Query(lake, Catalogue.tables()), sql).stream().sorted().toList();
  }

  @Test
  void everySampleHasItsClassAndNamesItsWorstItems() {
    assertThat(
            asked(
                """
                SELECT concat_ws('|', point_code, date_format(sampled_at, "yyyy-MM-dd'T'HH:mm"),
                  ground_class, worst_items, coalesce(undetermined_items, ''), item_count)
                FROM ground.sample_class WHERE is_registered
                """))
        .isEqualTo(
            expected(
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
            asked(
                """
                SELECT concat_ws('|', point_code, year_start, ground_class, coalesce(trend, ''))
                FROM ground.point_year WHERE is_registered
                """))
        .isEqualTo(expected("point_year", "point_code", "sampled_at", "value", "items"));
  }

  @Test
  void plotsAreCountedByList() {
    assertThat(
            asked(
                """
                SELECT concat_ws('|', area_code, year_start, list_kind,
                  done_count || ' of ' || plot_count)
                FROM ground.plot_year WHERE area_kind = 'city'
                """))
        .isEqualTo(expected("plot_year", "point_code", "sampled_at", "value", "items"));
  }

  @Test
  void unknownPointsAndRejectsAreThoseOfTheKey() {
    assertThat(
            asked(
                """
                SELECT concat_ws('|', point_code, date_format(sampled_at, "yyyy-MM-dd'T'HH:mm"))
                FROM ground.sample_class WHERE NOT is_registered
                """))
        .isEqualTo(expected("unknown_point", "point_code", "sampled_at"));
    assertThat(
            asked(
                "SELECT concat_ws('|', file_id, record_no, reason) FROM ops.reject WHERE feed ="
                    + " 'ground'"))
        .isEqualTo(expected("reject", "file", "record_no", "value"));
  }
}
