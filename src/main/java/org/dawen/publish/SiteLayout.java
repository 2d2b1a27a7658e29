package org.dawen.publish;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which rows the pages of the site are given: {@code publish/site.yaml}. */
final class SiteLayout {
  /** How much time a file of data holds; of the text of a day so many first letters name it. */
  enum Period {
    MONTH(7),
    YEAR(4),
    ALL(0);

    private final int letters;

    Period(int letters) {
      this.letters = letters;
    }

    int letters() {
      return letters;
    }
  }

  /** What is hidden in a column. */
  enum Hidden {
    NOTHING,
    VEHICLE,
    OWNER
  }

  /**
   * A column as the pages show it.
   *
   * @param decimals decimals shown, half to even; −1: as many as the value has, at most four
   */
  record SiteColumn(String name, int decimals, Hidden hidden) {}

  /**
   * Rows of one table in a file.
   *
   * @param from the table, or a question in brackets
   * @param day the column that says which file a row belongs to; null: the file of all time
   * @param where a condition, or empty
   */
  record Part(
      String name,
      String from,
      String day,
      String where,
      List<String> order,
      List<SiteColumn> columns) {
    /** The rows of a period in the order of entities, each behind its entity. */
    String sql(String by, Period period, String of) {
      List<String> conditions = new ArrayList<>();
      if (!where.isEmpty()) {
        conditions.add("(" + where + ")");
      }
      if (period != Period.ALL) {
        conditions.add("%s >= DATE'%s'".formatted(day, SitePeriods.first(of)));
        conditions.add("%s <= DATE'%s'".formatted(day, SitePeriods.last(of)));
      }
      return "SELECT %s AS entity, %s FROM %s AS part%s ORDER BY %s"
          .formatted(
              by == null ? "''" : by,
              String.join(", ", names()),
              from,
              conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions),
              String.join(", ", Stream.concat(Stream.of("entity"), order.stream()).toList()));
    }

    /** The periods that have rows. */
    String periodsSql(Period period) {
      return "SELECT DISTINCT substr(CAST(%s AS STRING), 1, %d) AS period FROM %s AS part%s ORDER BY period"
          .formatted(day, period.letters(), from, where.isEmpty() ? "" : " WHERE " + where);
    }

    List<String> names() {
      return columns.stream().map(SiteColumn::name).toList();
    }
  }

  /**
   * A kind of file.
   *
   * @param by the column whose values have a file each; null: one file for all
   */
  record Kind(String name, String by, Period period, List<Part> parts) {}

  private SiteLayout() {}

  static List<Kind> kinds() {
    List<Kind> kinds = new ArrayList<>();
    read()
        .properties()
        .forEach(
            e -> {
              JsonNode kind = e.getValue();
              List<Part> parts = new ArrayList<>();
              kind.required("parts").properties().forEach(p -> parts.add(part(p)));
              kinds.add(
                  new Kind(
                      e.getKey(),
                      kind.path("by").textValue(),
                      Period.valueOf(
                          kind.path("period").asText("month").toUpperCase(java.util.Locale.ROOT)),
                      parts));
            });
    return kinds;
  }

  private static Part part(Map.Entry<String, JsonNode> entry) {
    JsonNode part = entry.getValue();
    List<String> order = new ArrayList<>();
    part.required("order").forEach(o -> order.add(o.textValue()));
    List<SiteColumn> columns = new ArrayList<>();
    part.required("columns").forEach(c -> columns.add(column(c.textValue())));
    return new Part(
        entry.getKey(),
        part.has("sql")
            ? "(" + part.get("sql").textValue() + ")"
            : part.required("table").textValue(),
        part.path("day").textValue(),
        part.path("where").asText(""),
        order,
        columns);
  }

  private static SiteColumn column(String text) {
    String[] shown = text.split("/");
    String[] hidden = shown[0].split(":");
    return new SiteColumn(
        hidden[0],
        shown.length == 1 ? -1 : Integer.parseInt(shown[1]),
        hidden.length == 1
            ? Hidden.NOTHING
            : hidden[1].equals("vin") ? Hidden.VEHICLE : Hidden.OWNER);
  }

  private static JsonNode read() {
    try (InputStream in = SiteLayout.class.getResourceAsStream("/publish/site.yaml")) {
      return org.dawen.run.BoundedYaml.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
