package org.dawen.plan;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DataType;
import org.dawen.lake.Column;
import org.dawen.lake.RecordForm;
import org.dawen.registry.PlanEntry;
import org.dawen.registry.PlanTarget;

/** Numbers of a plan and entries, told by what differs from the usual. */
final class Plans {
  static final PlanRules RULES =
      new PlanRules(new BigDecimal("10"), new BigDecimal("100"), new BigDecimal("10"), 102);

  private static final Map<String, String> USUAL =
      Map.ofEntries(
          Map.entry("target_id", "T1"),
          Map.entry("measure_no", "1"),
          Map.entry("title_zh", "指标"),
          Map.entry("title_en", "number"),
          Map.entry("project_zh", "专项"),
          Map.entry("project_en", "part"),
          Map.entry("strength", "must"),
          Map.entry("comparator", ">="),
          Map.entry("target_value", "100"),
          Map.entry("unit", "个"),
          Map.entry("course", "rises"),
          Map.entry("judged_each", "year"),
          Map.entry("due_day", "2024-12-31"),
          Map.entry("due_from", "implied"),
          Map.entry("source_kind", "entry"),
          Map.entry("valid_from", "2024-01-01"),
          Map.entry("valid_to", "2024-12-31"),
          Map.entry("file_id", "registry/plan_targets.csv"),
          Map.entry("record_no", "2"));

  private Plans() {}

  /** As {@code course=falls start_value=7}; an empty value is none. */
  static PlanTarget target(String differing) {
    Map<String, String> cells = new HashMap<>(USUAL);
    Stream.of(differing.split(" "))
        .filter(c -> !c.isEmpty())
        .forEach(c -> cells.put(c.split("=", 2)[0], c.split("=", 2)[1]));
    return row(PlanTarget.class, cells);
  }

  static PlanEntry entry(String target, String day, String value) {
    return row(
        PlanEntry.class,
        Map.of(
            "target_id",
            target,
            "entry_day",
            day,
            "entered_value",
            value,
            "document_no",
            "D1",
            "file_id",
            "registry/plan_entries.csv",
            "record_no",
            "2"));
  }

  /** The rows of a registry file of the samples. */
  static <R extends Record> List<R> shipped(Class<R> type, String fileName) {
    CsvParserSettings settings = new CsvParserSettings();
    settings.setHeaderExtractionEnabled(true);
    List<R> rows = new ArrayList<>();
    new CsvParser(settings)
        .iterateRecords(
            Path.of(System.getProperty("dawen.home", "."), "data-samples/landing/registry")
                .resolve(fileName)
                .toFile(),
            StandardCharsets.UTF_8)
        .forEach(
            r -> {
              Map<String, String> cells = new HashMap<>(r.toFieldMap());
              cells.put("file_id", "registry/" + fileName);
              cells.put("record_no", Integer.toString(rows.size() + 2));
              rows.add(row(type, cells));
            });
    return rows;
  }

  static <R extends Record> R row(Class<R> type, Map<String, String> cells) {
    List<Object> values = new ArrayList<>();
    for (Column c : RecordForm.of(type).columns()) {
      values.add(value(c.type(), cells.get(c.name())));
    }
    return RecordForm.of(type).of(values);
  }

  private static Object value(DataType type, String cell) {
    if (cell == null || cell.isEmpty()) {
      return null;
    }
    return switch (type.typeName().replaceAll("\\(.*", "")) {
      case "date" -> LocalDate.parse(cell);
      case "integer" -> Integer.valueOf(cell);
      case "long" -> Long.valueOf(cell);
      case "boolean" -> Boolean.valueOf(cell);
      case "decimal" -> new BigDecimal(cell);
      default -> cell;
    };
  }
}
