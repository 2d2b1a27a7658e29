package org.dawen.publish;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** Pieces of pages: escaped text, both languages, tables with the names of their columns. */
final class Html {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

  /** Columns that say what is the matter with a row: a phone keeps them in view. */
  private static final Set<String> VERDICTS =
      Set.of("class_name", "goal_state", "state", "status", "is_target_met", "note", "decision");

  private Html() {}

  static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  /** The switch between the languages; works without scripts. */
  static String languages() {
    return "<input type=\"radio\" name=\"language\" id=\"language-zh\" checked>"
        + "<label for=\"language-zh\">中文</label>\n"
        + "<input type=\"radio\" name=\"language\" id=\"language-en\">"
        + "<label for=\"language-en\">English</label>\n";
  }

  /** Text in the language that is switched on. */
  static String both(String zh, String en) {
    if (zh.equals(en)) {
      return escaped(zh);
    }
    return "<span class=\"zh\" lang=\"zh\">%s</span><span class=\"en\" lang=\"en\">%s</span>"
        .formatted(escaped(zh), escaped(en));
  }

  /** A sheet as a table; the tooltip of each title is the name of its column in the lake. */
  static String table(Sheet sheet, SourceNotes notes) {
    return table(sheet, "table-" + sheet.name(), notes);
  }

  /** As above under another id: a page may show a sheet in part, and whole when it is opened. */
  static String table(Sheet sheet, String id, SourceNotes notes) {
    StringBuilder out = new StringBuilder();
    out.append("<h3>").append(both(sheet.zh(), sheet.en()));
    if (sheet.lines().isEmpty()) {
      return out.append("</h3>\n<p class=\"empty\">")
          .append(both(sheet.emptyZh(), sheet.emptyEn()))
          .append("</p>\n")
          .toString();
    }
    out.append(notes.mark(id, new Said(sheet.zh(), sheet.en()), sheet.source()))
        .append("</h3>\n<div class=\"wide\"><table id=\"%s\">\n<thead><tr>".formatted(id));
    for (Field f : sheet.fields()) {
      String unit = f.unit().isEmpty() ? "" : " <small>" + escaped(f.unit()) + "</small>";
      out.append("<th scope=\"col\"%s title=\"%s\">".formatted(kind(sheet, f), escaped(f.name())))
          .append(both(f.zh(), f.en()))
          .append(unit)
          .append("</th>");
    }
    out.append("</tr></thead>\n<tbody>\n");
    for (Line line : sheet.lines()) {
      out.append("<tr>");
      for (Field f : sheet.fields()) {
        out.append("<td%s>".formatted(kind(sheet, f)))
            .append(content(f, line.at(f.name())))
            .append("</td>");
      }
      out.append("</tr>\n");
    }
    return out.append("</tbody></table></div>\n").append(absences(sheet)).toString();
  }

  /** Why cells of the table have no value. */
  private static String absences(Sheet sheet) {
    List<String> zh = new ArrayList<>();
    List<String> en = new ArrayList<>();
    Absent.reasons(sheet)
        .forEach(
            (field, reason) -> {
              zh.add(field.zh() + "：" + reason.zh());
              en.add(field.en() + ": " + reason.en());
            });
    return zh.isEmpty()
        ? ""
        : "<p class=\"absent\">%s</p>\n"
            .formatted(
                both(
                    "“—”表示：" + String.join("；", zh) + "。",
                    "“—” means: " + String.join("; ", en) + "."));
  }

  /** What styles know of the cells of a column: numbers, times, and the verdict of the row. */
  private static String kind(Sheet sheet, Field field) {
    List<Object> values =
        sheet.lines().stream().map(l -> l.at(field.name())).filter(Objects::nonNull).toList();
    List<String> classes = new ArrayList<>();
    if (values.stream().anyMatch(Number.class::isInstance)) {
      classes.add("n");
    }
    if (values.stream().anyMatch(v -> v instanceof LocalDate || v instanceof LocalDateTime)) {
      classes.add("t");
    }
    if (VERDICTS.contains(field.name())) {
      classes.add("verdict");
    }
    return classes.isEmpty() ? "" : " class=\"%s\"".formatted(String.join(" ", classes));
  }

  private static String content(Field field, Object value) {
    if (value == null) {
      return "—";
    }
    if (field.name().equals("class_name")) {
      AqiColour c = AqiColour.of(value.toString());
      return "<b class=\"aqi\" style=\"background:%s;color:%s\">%s %s</b>"
          .formatted(c.colour(), c.ink(), c.numeral(), both(c.zh(), c.en()));
    }
    if (value instanceof Said said) {
      return both(said.zh(), said.en());
    }
    if (value instanceof Number) {
      return escaped(number(field, value));
    }
    if (value instanceof Boolean truth) {
      return truth ? both("是", "yes") : both("否", "no");
    }
    if (value instanceof LocalDateTime time) {
      return TIME.format(time);
    }
    if (value instanceof LocalDate day) {
      return day.toString();
    }
    String text = value.toString();
    return Words.has(text)
        ? both(Words.zh(text), Words.en(text))
        : escaped(Mask.isCode(field.name()) ? text : Mask.text(text));
  }

  /** The number with the decimals of its field, half to even. */
  static String number(Field field, Object value) {
    if (value instanceof BigDecimal d) {
      return field.decimals() < 0
          ? d.stripTrailingZeros().toPlainString()
          : d.setScale(field.decimals(), RoundingMode.HALF_EVEN).toPlainString();
    }
    return value.toString();
  }
}
