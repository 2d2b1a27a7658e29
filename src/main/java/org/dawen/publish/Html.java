package org.dawen.publish;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Pieces of pages: escaped text, both languages, tables with the names of their columns. */
final class Html {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

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

  /** A sheet as a table; under each title stands the name of its column in the lake. */
  static String table(Sheet sheet) {
    StringBuilder out = new StringBuilder();
    out.append("<h3>").append(both(sheet.zh(), sheet.en())).append("</h3>\n");
    if (sheet.lines().isEmpty()) {
      return out.append("<p class=\"empty\">")
          .append(both(sheet.emptyZh(), sheet.emptyEn()))
          .append("</p>\n")
          .toString();
    }
    out.append("<div class=\"wide\"><table id=\"table-%s\">\n<thead><tr>".formatted(sheet.name()));
    for (Field f : sheet.fields()) {
      String unit = f.unit().isEmpty() ? "" : " <small>" + escaped(f.unit()) + "</small>";
      out.append("<th scope=\"col\"%s>".formatted(isNumber(sheet, f) ? " class=\"n\"" : ""))
          .append(both(f.zh(), f.en()))
          .append(unit)
          .append("<code>")
          .append(escaped(f.name()).replace("_", "_<wbr>"))
          .append("</code></th>");
    }
    out.append("</tr></thead>\n<tbody>\n");
    for (Line line : sheet.lines()) {
      out.append("<tr>");
      for (Field f : sheet.fields()) {
        out.append(cell(f, line.at(f.name()), isNumber(sheet, f)));
      }
      out.append("</tr>\n");
    }
    out.append("</tbody></table></div>\n");
    return out.append(source("数据:", "Data: ", sheet.source())).toString();
  }

  /** Where numbers stand: tables, columns, conditions. */
  static String source(String zh, String en, String source) {
    return "<p class=\"source\">%s<code>%s</code></p>\n".formatted(both(zh, en), escaped(source));
  }

  private static boolean isNumber(Sheet sheet, Field field) {
    return sheet.lines().stream().anyMatch(l -> l.at(field.name()) instanceof Number);
  }

  private static String cell(Field field, Object value, boolean isNumber) {
    if (value == null) {
      return isNumber ? "<td class=\"n\">—</td>" : "<td>—</td>";
    }
    if (field.name().equals("class_name")) {
      AqiClass c = AqiClass.of(value.toString());
      return "<td><b class=\"aqi\" style=\"background:%s;color:%s\">%s %s</b></td>"
          .formatted(c.colour(), c.ink(), c.numeral(), both(c.zh(), c.en()));
    }
    if (value instanceof Said said) {
      return "<td>" + both(said.zh(), said.en()) + "</td>";
    }
    if (value instanceof Number) {
      return "<td class=\"n\">" + escaped(number(field, value)) + "</td>";
    }
    if (value instanceof Boolean truth) {
      return "<td>" + (truth ? both("是", "yes") : both("否", "no")) + "</td>";
    }
    if (value instanceof LocalDateTime time) {
      return "<td class=\"t\">" + TIME.format(time) + "</td>";
    }
    if (value instanceof LocalDate day) {
      return "<td class=\"t\">" + day + "</td>";
    }
    String text = value.toString();
    return "<td>"
        + (Words.has(text)
            ? both(Words.zh(text), Words.en(text))
            : escaped(Mask.isCode(field.name()) ? text : Mask.text(text)))
        + "</td>";
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
