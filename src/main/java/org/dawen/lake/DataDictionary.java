package org.dawen.lake;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes the tables' declarations as Markdown (docs/data-dictionary.md and its Chinese page) and
 * for the terminal.
 */
public final class DataDictionary {
  private final Language in;

  private DataDictionary(Language in) {
    this.in = in;
  }

  /** The whole dictionary; a test keeps the committed file equal to it. */
  public static String markdown(List<Table> tables, Language language) {
    return new DataDictionary(language).markdown(tables);
  }

  /** One table for the terminal. */
  public static String terminal(Table table, Language language) {
    return new DataDictionary(language).terminal(table);
  }

  private String markdown(List<Table> tables) {
    StringBuilder out = new StringBuilder();
    out.append(
        in.either(
            """
            # Data dictionary

            [中文](data-dictionary.zh-CN.md)

            Generated from the declarations of the tables; do not edit. \
            `./dawen tables --markdown > docs/data-dictionary.md` writes it again.

            | table | one row is |
            |---|---|
            """,
            """
            # 数据字典

            [English](data-dictionary.md)

            由各表的声明生成，请勿手工修改。\
            `./dawen tables --markdown --lang zh > docs/data-dictionary.zh-CN.md` 重新写出。
            含义中“空：”之后说明该列没有值（null）的情形。

            | 表 | 一行是 |
            |---|---|
            """));
    for (Table t : tables) {
      out.append("| [`%s`](#%s) | %s |\n".formatted(t.name(), anchor(t), in.of(t.grain())));
    }
    for (Table t : tables) {
      out.append("\n## ").append(t.name()).append("\n\n").append(in.of(t.grain())).append("\n\n");
      item(out, "Key", "主键", keyText(t));
      item(out, "Day", "日期", dayText(t, "`"));
      item(out, "Layout", "存放", layoutText(t));
      if (!t.sources().isEmpty()) {
        item(
            out,
            "Comes from",
            "来源",
            t.sources().stream().map(in::of).collect(Collectors.joining(in.either(", ", "、"))));
      }
      t.rules().values().forEach(r -> item(out, "Always holds", "恒成立", "`" + r.sql() + "`"));
      t.warnings().forEach(w -> item(out, "Warning", "注意", in.of(w)));
      out.append(
          in.either(
              "\n| column | 列名 | type | unit | meaning |\n|---|---|---|---|---|\n",
              "\n| 列 | 列名 | 类型 | 单位 | 含义 |\n|---|---|---|---|---|\n"));
      for (Column c : t.columnsWithFields()) {
        out.append(
            "| `%s` | %s | %s | %s | %s |\n"
                .formatted(c.name(), c.chinese(), c.typeText(), unitText(c), meaningText(t, c)));
      }
    }
    return out.toString();
  }

  private void item(StringBuilder out, String english, String chinese, String text) {
    out.append("- ").append(in.either(english + ": ", chinese + "：")).append(text).append('\n');
  }

  private String terminal(Table t) {
    int width = t.columnsWithFields().stream().mapToInt(c -> c.name().length()).max().orElse(10);
    String columns =
        t.columnsWithFields().stream()
            .map(
                c ->
                    ("  %-" + width + "s  %-14s %-8s " + in.either("%s %s", "%s：%s"))
                        .formatted(
                            c.name(), c.typeText(), unitText(c), c.chinese(), meaningText(t, c)))
            .collect(Collectors.joining("\n"));
    return "%s\n%s\n%s%s\n%s%s\n%s%s\n"
        .formatted(
            t.name(),
            in.of(t.grain()),
            in.either("key: ", "主键："),
            keyText(t).replace("`", ""),
            in.either("day: ", "日期："),
            dayText(t, ""),
            t.warnings().stream()
                .map(w -> in.either("warning: ", "注意：") + in.of(w) + "\n")
                .collect(Collectors.joining()),
            columns);
  }

  private static String anchor(Table t) {
    return t.name().replace(".", "");
  }

  private String keyText(Table t) {
    return t.key().isEmpty()
        ? none(t.whyNoKey())
        : t.key().stream()
            .map(c -> "`" + c.name() + "`")
            .collect(Collectors.joining(in.either(", ", "、")));
  }

  private String dayText(Table t, String quote) {
    return t.day() == null ? none(t.period()) : quote + t.day().name() + quote;
  }

  private String none(String instead) {
    return in.either("none; ", "无；") + in.of(instead);
  }

  private String layoutText(Table t) {
    return switch (t.layout()) {
      case UNPARTITIONED ->
          t.day() == null
              ? in.either("unpartitioned, sorted by key", "不分区，按主键排序")
              : in.either("unpartitioned, sorted by day and key", "不分区，按日期和主键排序");
      case BY_YEAR -> in.either("one folder a year (`data_year`)", "每年一个文件夹（`data_year`）");
      case BY_MONTH -> in.either("one folder a month (`data_month`)", "每月一个文件夹（`data_month`）");
    };
  }

  private static String unitText(Column c) {
    return c.unit().equals(Column.NUMBER) ? "" : c.unit();
  }

  private String meaningText(Table t, Column c) {
    String list =
        c.allowed().isEmpty()
            ? ""
            : in.either(
                " One of: " + String.join(", ", c.allowed()) + ".",
                "取值：" + String.join("、", c.allowed()) + "。");
    return in.meaning(t, c) + list + (c.isRequired() ? in.either(" Never null.", "不为空。") : "");
  }
}
