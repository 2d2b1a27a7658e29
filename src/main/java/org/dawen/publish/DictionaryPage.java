package org.dawen.publish;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dawen.lake.Column;
import org.dawen.lake.Language;
import org.dawen.lake.Table;

/** The data dictionary as one page to browse and search, in Chinese and English. */
public final class DictionaryPage {
  private static final Map<String, String> TITLES = titles();

  private DictionaryPage() {}

  private static Map<String, String> titles() {
    return BriefPage.resource("/publish/tables.csv")
        .lines()
        .skip(1)
        .filter(l -> !l.isBlank())
        .map(l -> l.split(",", 2))
        .collect(Collectors.toMap(w -> w[0], w -> w[1], (a, b) -> a, TreeMap::new));
  }

  /** The Chinese title of a table; its name if it has none. */
  static String title(String table) {
    return TITLES.getOrDefault(table, table);
  }

  static Map<String, String> allTitles() {
    return TITLES;
  }

  /** The whole page. Scripts serve the search alone; without them everything can be read. */
  public static String of(List<Table> tables) {
    StringBuilder out = new StringBuilder(600_000);
    out.append("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
                + " style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:\">\n")
        .append("<title>大汶数据字典 · Dawen data dictionary</title>\n<style>\n")
        .append(BriefPage.resource("/publish/brief.css"))
        .append(BriefPage.resource("/publish/dictionary.css"))
        .append("</style>\n</head>\n<body>\n")
        .append("<input type=\"radio\" name=\"language\" id=\"language-zh\" checked>")
        .append("<label for=\"language-zh\">中文</label>\n")
        .append("<input type=\"radio\" name=\"language\" id=\"language-en\">")
        .append("<label for=\"language-en\">English</label>\n<main>\n<h1>")
        .append(Html.both("数据字典", "Data dictionary"))
        .append("</h1>\n<p><input type=\"search\" id=\"search\" aria-label=\"搜索 search\"")
        .append(" placeholder=\"表名、列名、中文名、含义 · table, column, meaning\">")
        .append(" <output id=\"found\"></output></p>\n<nav>\n");
    for (Table t : tables) {
      out.append(
          "<a href=\"#%s\"><code>%s</code> %s</a>\n".formatted(t.name(), t.name(), titleOf(t)));
    }
    out.append("</nav>\n");
    tables.forEach(t -> section(out, t));
    out.append("</main>\n<script>\n")
        .append(BriefPage.resource("/publish/dictionary.js"))
        .append("</script>\n</body>\n</html>\n");
    return out.toString();
  }

  private static String titleOf(Table t) {
    return "<span class=\"zh\" lang=\"zh\">%s</span>".formatted(Html.escaped(title(t.name())));
  }

  private static void section(StringBuilder out, Table t) {
    out.append(
        "<section id=\"%s\">\n<h2><code>%s</code> %s</h2>\n"
            .formatted(t.name(), t.name(), titleOf(t)));
    out.append("<p>").append(both(t.grain())).append("</p>\n<ul>\n");
    item(
        out,
        "主键",
        "Key",
        t.key().isEmpty()
            ? both(t.whyNoKey())
            : t.key().stream().map(Column::name).collect(Collectors.joining(", ")));
    item(out, "日期列", "Day", t.day() == null ? both(t.period()) : t.day().name());
    if (!t.sources().isEmpty()) {
      item(
          out,
          "来源",
          "Comes from",
          t.sources().stream().map(DictionaryPage::both).collect(Collectors.joining(", ")));
    }
    t.rules().values().forEach(r -> item(out, "恒成立", "Always holds", Html.escaped(r.sql())));
    t.warnings().forEach(w -> item(out, "注意", "Warning", both(w)));
    out.append("</ul>\n<div class=\"wide\"><table>\n<thead><tr><th scope=\"col\">")
        .append(Html.both("列名", "Column"))
        .append("</th><th scope=\"col\">")
        .append(Html.both("中文名", "Chinese"))
        .append("</th><th scope=\"col\">")
        .append(Html.both("类型", "Type"))
        .append("</th><th scope=\"col\">")
        .append(Html.both("单位", "Unit"))
        .append("</th><th scope=\"col\">")
        .append(Html.both("含义", "Meaning"))
        .append("</th></tr></thead>\n<tbody>\n");
    for (Column c : t.columnsWithFields()) {
      String unit = c.unit().equals(Column.NUMBER) ? "" : c.unit();
      String required = c.isRequired() ? Html.both("必填。", " Never null.") : "";
      out.append(
          "<tr><td><code>%s</code></td><td lang=\"zh\">%s</td><td><code>%s</code></td><td>%s</td><td>%s%s%s</td></tr>\n"
              .formatted(
                  c.name(),
                  Html.escaped(c.chinese()),
                  c.typeText(),
                  Html.escaped(unit),
                  Html.both(Language.ZH.meaning(t, c), c.meaning()),
                  required,
                  allowed(c)));
    }
    out.append("</tbody></table></div>\n</section>\n");
  }

  private static String allowed(Column c) {
    if (c.allowed().isEmpty()) {
      return "";
    }
    String list =
        c.allowed().stream()
            .map(
                v ->
                    "<code>%s</code>%s"
                        .formatted(
                            Html.escaped(v),
                            Words.has(v)
                                ? "<span class=\"zh\" lang=\"zh\"> "
                                    + Html.escaped(Words.zh(v))
                                    + "</span>"
                                : ""))
            .collect(Collectors.joining(", "));
    return Html.both("取值：", " One of: ") + list;
  }

  private static String both(String sentence) {
    return Html.both(Language.ZH.of(sentence), sentence);
  }

  private static void item(StringBuilder out, String zh, String en, String html) {
    out.append("<li>").append(Html.both(zh + "：", en + ": ")).append(html).append("</li>\n");
  }
}
