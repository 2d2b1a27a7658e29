package org.dawen.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.univocity.parsers.common.record.Record;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page that names the table of each measure says what the registry of the sample says. */
class PlanPageTest {
  private static final int MEASURES = 47;
  private static final Path HOME = Path.of(System.getProperty("dawen.home", "."));

  private static List<Record> targets() throws IOException {
    CsvParserSettings settings = new CsvParserSettings();
    settings.setHeaderExtractionEnabled(true);
    try (var in =
        Files.newBufferedReader(
            HOME.resolve("data-samples/landing/registry/plan_targets.csv"),
            StandardCharsets.UTF_8)) {
      return new CsvParser(settings).parseAllRecords(in);
    }
  }

  private static List<String> cells(String line) {
    return List.of(line.split(" *\\| *", -1));
  }

  @ParameterizedTest
  @CsvSource({"plan.md, title_en, goal , ', '", "plan.zh-CN.md, title_zh, 目标, 、"})
  void everyNumberAndEveryMeasureIsNamed(String page, String title, String goal, String and)
      throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (String line : Files.readAllLines(HOME.resolve("docs").resolve(page))) {
      if (line.startsWith("| ")) {
        rows.add(cells(line));
      }
    }
    List<String> measures = new ArrayList<>();
    rows.forEach(r -> measures.add(r.get(1)));
    assertThat(measures)
        .containsAll(IntStream.rangeClosed(1, MEASURES).mapToObj(String::valueOf).toList());
    assertThat(targets()).hasSize(68);
    for (Record target : targets()) {
      String id = target.getString("target_id");
      List<String> row = rows.stream().filter(r -> r.get(2).equals(id)).findFirst().orElseThrow();
      String measure =
          target
              .getString("measure_no")
              .replace("目标", goal.strip() + (goal.startsWith("goal") ? " " : ""));
      assertThat(row.get(1)).as(id).isEqualTo(measure);
      assertThat(row.get(3)).as(id).isEqualTo(target.getString(title));
      String table = target.getString("source_table");
      if (table != null) {
        String column = target.getString("source_column");
        assertThat(row.get(5))
            .as(id)
            .isEqualTo("`%s`%s`%s`".formatted(table, and, column == null ? "count" : column));
      } else if (target.getString("source_kind").equals("entry")) {
        assertThat(row.get(5)).as(id).contains("plan_entries.csv");
      }
    }
  }
}
