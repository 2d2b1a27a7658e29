package org.dawen.lake;

import java.util.List;
import java.util.stream.Collectors;

/** Writes the tables' declarations as Markdown (docs/data-dictionary.md) and for the terminal. */
public final class DataDictionary {
  private DataDictionary() {}

  /** The whole dictionary; a test keeps the committed file equal to it. */
  public static String markdown(List<Table> tables) {
    StringBuilder out = new StringBuilder();
    out.append("# Data dictionary 数据字典\n\n");
    out.append("Generated from the declarations of the tables; do not edit. ");
    out.append("`./dawen tables --markdown > docs/data-dictionary.md` writes it anew.\n\n");
    out.append("| table | one row is |\n|---|---|\n");
    for (Table t : tables) {
      out.append("| [`%s`](#%s) | %s |\n".formatted(t.name(), anchor(t), t.grain()));
    }
    for (Table t : tables) {
      out.append("\n## ").append(t.name()).append("\n\n").append(t.grain()).append("\n\n");
      out.append("- Key: ").append(keyText(t)).append('\n');
      out.append("- Day: ")
          .append(t.day() == null ? "none; " + t.period() : "`" + t.day() + "`")
          .append('\n');
      out.append("- Layout: ").append(layoutText(t)).append('\n');
      if (!t.sources().isEmpty()) {
        out.append("- Comes from: ").append(String.join(", ", t.sources())).append('\n');
      }
      t.rules().values().forEach(r -> out.append("- Always holds: `%s`\n".formatted(r.sql())));
      t.warnings().forEach(w -> out.append("- Warning: ").append(w).append('\n'));
      out.append("\n| column | 列名 | type | unit | meaning |\n|---|---|---|---|---|\n");
      for (Column c : t.columns()) {
        out.append(
            "| `%s` | %s | %s | %s | %s |\n"
                .formatted(c.name(), c.chinese(), c.type().sql(), unitText(c), meaningText(c)));
      }
    }
    return out.toString();
  }

  /** One table for the terminal. */
  public static String terminal(Table t) {
    int width = t.columns().stream().mapToInt(c -> c.name().length()).max().orElse(10);
    String columns =
        t.columns().stream()
            .map(
                c ->
                    ("  %-" + width + "s  %-14s %-8s %s %s")
                        .formatted(
                            c.name(), c.type().sql(), unitText(c), c.chinese(), meaningText(c)))
            .collect(Collectors.joining("\n"));
    return "%s\n%s\nkey: %s\nday: %s\n%s%s\n"
        .formatted(
            t.name(),
            t.grain(),
            keyText(t).replace("`", ""),
            t.day() == null ? "none; " + t.period() : t.day().name(),
            t.warnings().stream().map(w -> "warning: " + w + "\n").collect(Collectors.joining()),
            columns);
  }

  private static String anchor(Table t) {
    return t.name().replace(".", "");
  }

  private static String keyText(Table t) {
    return t.key().isEmpty()
        ? "none; " + t.whyNoKey()
        : t.key().stream().map(c -> "`" + c.name() + "`").collect(Collectors.joining(", "));
  }

  private static String layoutText(Table t) {
    return switch (t.layout()) {
      case UNPARTITIONED -> "unpartitioned, sorted by " + (t.day() == null ? "key" : "day and key");
      case BY_YEAR -> "one folder a year (`data_year`)";
      case BY_MONTH -> "one folder a month (`data_month`)";
    };
  }

  private static String unitText(Column c) {
    return c.unit().equals(Column.NUMBER) ? "" : c.unit();
  }

  private static String meaningText(Column c) {
    String list = c.allowed().isEmpty() ? "" : " One of: " + String.join(", ", c.allowed()) + ".";
    String never = c.isRequired() ? " Never null." : "";
    return c.meaning() + list + never;
  }
}
