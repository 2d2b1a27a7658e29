package org.dawen.publish;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What a revision changes against the one before, area by area and item by item. */
final class FeedChanges {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .setNodeFactory(
              com.fasterxml.jackson.databind.node.JsonNodeFactory.withExactBigDecimals(true));
  private static final int MOST_TOLD = 400;

  /**
   * One number, or a whole row, that differs.
   *
   * @param what the Chinese title of the item; null: the whole row came or went
   * @param column the item's column; null: the whole row
   * @param before null: there was none
   * @param after null: there is none
   */
  record Change(
      String sheet,
      String title,
      String row,
      String what,
      String column,
      String before,
      String after) {}

  private FeedChanges() {}

  /** The changes from a stored revision to these sheets. */
  static List<Change> between(Path stored, List<Sheet> sheets) {
    List<Change> changes = new ArrayList<>();
    for (Sheet sheet : sheets) {
      Map<String, Map<String, String>> before = read(stored.resolve(sheet.name() + ".json"), sheet);
      Map<String, Map<String, String>> after = new LinkedHashMap<>();
      for (Line line : sheet.lines()) {
        Map<String, String> values = new LinkedHashMap<>();
        sheet
            .fields()
            .forEach(
                f -> {
                  Object v = line.at(f.name());
                  values.put(f.name(), v == null ? null : FeedText.shown(v));
                });
        after.put(keyOf(sheet, values), values);
      }
      compare(sheet, before, after, changes);
    }
    return changes;
  }

  private static void compare(
      Sheet sheet,
      Map<String, Map<String, String>> before,
      Map<String, Map<String, String>> after,
      List<Change> changes) {
    before.forEach(
        (key, was) -> {
          if (!after.containsKey(key)) {
            changes.add(
                new Change(sheet.name(), sheet.zh(), rowName(sheet, was), null, null, "有", null));
          }
        });
    after.forEach(
        (key, is) -> {
          Map<String, String> was = before.get(key);
          if (was == null) {
            changes.add(
                new Change(sheet.name(), sheet.zh(), rowName(sheet, is), null, null, null, "有"));
            return;
          }
          for (Field f : sheet.fields()) {
            if (!Objects.equals(was.get(f.name()), is.get(f.name()))) {
              changes.add(
                  new Change(
                      sheet.name(),
                      sheet.zh(),
                      rowName(sheet, is),
                      f.heading(),
                      f.name(),
                      was.get(f.name()),
                      is.get(f.name())));
            }
          }
        });
  }

  private static String keyOf(Sheet sheet, Map<String, String> values) {
    return sheet.key().stream().map(values::get).toList().toString();
  }

  /**
   * How a person calls the row: names of area, enterprise, outlet, then what else is in its key.
   */
  private static String rowName(Sheet sheet, Map<String, String> values) {
    List<String> parts = new ArrayList<>();
    for (String name : List.of("area_name", "county_name", "enterprise_name", "outlet_name")) {
      if (values.get(name) != null) {
        parts.add(values.get(name));
      }
    }
    sheet.key().stream()
        .filter(k -> !k.equals("area_kind") && values.get(k) != null)
        .forEach(k -> parts.add(Words.zh(values.get(k))));
    return String.join(" ", parts).replaceAll("\\s+", " ");
  }

  private static Map<String, Map<String, String>> read(Path file, Sheet sheet) {
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    if (!Files.exists(file)) {
      return rows;
    }
    try {
      for (JsonNode node : JSON.readTree(Files.readAllBytes(file))) {
        Map<String, String> values = new LinkedHashMap<>();
        node.properties().forEach(p -> values.put(p.getKey(), text(p.getValue())));
        rows.put(keyOf(sheet, values), values);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the stored revision " + file, e);
    }
    return rows;
  }

  private static String text(JsonNode value) {
    if (value.isNull()) {
      return null;
    }
    return value.isBigDecimal() ? value.decimalValue().toPlainString() : value.asText();
  }

  /** The changes for people, sheet by sheet and row by row. */
  static String markdown(String title, int revision, List<Change> changes) {
    StringBuilder out = new StringBuilder();
    out.append("# %s 修订说明：第%d版与第%d版相比\n\n".formatted(title, revision, revision - 1));
    if (changes.isEmpty()) {
      return out.append("各表数字没有变化；变化的是状态或所依据的标准（见 manifest.json）。\n").toString();
    }
    out.append("共%d处变化。\n".formatted(changes.size()));
    Map<String, List<Change>> bySheet =
        changes.stream()
            .collect(Collectors.groupingBy(Change::title, LinkedHashMap::new, Collectors.toList()));
    int told = 0;
    for (Map.Entry<String, List<Change>> s : bySheet.entrySet()) {
      out.append("\n## %s（%d处）\n".formatted(s.getKey(), s.getValue().size()));
      Map<String, List<Change>> byRow =
          s.getValue().stream()
              .collect(Collectors.groupingBy(Change::row, LinkedHashMap::new, Collectors.toList()));
      for (Map.Entry<String, List<Change>> r : byRow.entrySet()) {
        if (told >= MOST_TOLD) {
          continue;
        }
        out.append("\n- ").append(r.getKey()).append('\n');
        for (Change c : r.getValue()) {
          told++;
          out.append(
              c.column() == null
                  ? "  - %s\n".formatted(c.before() == null ? "新增" : "删除")
                  : "  - %s `%s`:%s → %s%s\n"
                      .formatted(
                          c.what(),
                          c.column(),
                          c.before() == null ? "空" : c.before(),
                          c.after() == null ? "空" : c.after(),
                          difference(c)));
        }
      }
    }
    if (told >= MOST_TOLD) {
      out.append("\n其余变化见 changes.json。\n");
    }
    return out.toString();
  }

  private static String difference(Change c) {
    try {
      BigDecimal d = new BigDecimal(c.after()).subtract(new BigDecimal(c.before()));
      return "(%s%s)".formatted(d.signum() > 0 ? "+" : "", d.stripTrailingZeros().toPlainString());
    } catch (NumberFormatException | NullPointerException e) {
      return "";
    }
  }
}
