package org.dawen.publish;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** The morning brief as one HTML file that needs no network, and no scripts to be read. */
final class BriefPage {
  private static final ObjectMapper JSON = new ObjectMapper();

  private BriefPage() {}

  static String of(Brief brief) {
    List<Section> sections = brief.sections();
    StringBuilder out = new StringBuilder(900_000);
    SourceNotes notes = new SourceNotes();
    String weekday = brief.day().getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.CHINA);
    String weekdayEn = brief.day().getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    out.append("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        // Nothing of the page may be asked of a network, whatever a name in the data says.
        .append(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
                + " style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:\">\n")
        .append("<title>生态环境晨报 %s</title>\n".formatted(brief.day()))
        .append("<style>\n")
        .append(resource("/publish/brief.css"))
        .append("</style>\n</head>\n<body>\n")
        .append(Html.languages())
        .append("<main>\n");
    out.append("<h1>")
        .append(Html.both("生态环境晨报", "Morning brief"))
        .append(" <time datetime=\"%s\">%s</time> <small>".formatted(brief.day(), brief.day()))
        .append(Html.both(weekday, weekdayEn))
        .append("</small></h1>\n<ul id=\"summary\">\n");
    for (Section s : sections) {
      if (!s.summaryZh().isEmpty()) {
        out.append("<li><a href=\"#%s\">".formatted(s.name()))
            .append(Html.both(s.zh(), s.en()))
            .append("</a> ")
            .append(Html.both(Mask.text(s.summaryZh()), Mask.text(s.summaryEn())))
            .append(
                s.source().isEmpty()
                    ? ""
                    : notes.mark("summary-" + s.name(), new Said(s.zh(), s.en()), s.source()))
            .append("</li>\n");
      }
    }
    out.append("</ul>\n");
    sections.forEach(s -> section(out, s, notes));
    out.append(notes.list())
        .append("<footer>")
        .append(
            Html.both(
                "数字均取自结果表，出处见“数据来源”，列名见表头提示；显示值按四舍六入五成双修约，原值见表。" + "当日及未结束周期的数据为初步数据，筛查结果不是执法结论。",
                "Every number comes from a result table, which is named under Sources; the tooltip"
                    + " of a heading names the column. Values are shown rounded half to even; the"
                    + " tables hold the originals. Figures of the day and of a period that has not"
                    + " ended are preliminary. Screening results are not verdicts."))
        .append("</footer>\n</main>\n<script type=\"application/json\" id=\"figures\">")
        .append(figures(brief).replace("</", "<\\/"))
        .append("</script>\n<script>")
        .append(echarts())
        .append("</script>\n<script>\n")
        .append(resource("/publish/brief.js"))
        .append("</script>\n</body>\n</html>\n");
    return out.toString();
  }

  private static void section(StringBuilder out, Section s, SourceNotes notes) {
    // In print the summary at the top says what such a section says.
    boolean isSummaryAlone =
        !s.summaryZh().isEmpty() && s.sheets().stream().allMatch(sheet -> sheet.lines().isEmpty());
    out.append(
            "<section id=\"%s\"%s>\n<h2>"
                .formatted(s.name(), isSummaryAlone ? " class=\"summary-alone\"" : ""))
        .append(Html.both(s.zh(), s.en()))
        .append("</h2>\n");
    if (s.sheets().isEmpty()) {
      out.append("<p class=\"empty\">")
          .append(Html.both(s.summaryZh(), s.summaryEn()))
          .append("</p>\n");
    }
    if (!s.pictures().isEmpty()) {
      out.append("<div class=\"pictures\">\n");
      s.pictures()
          .forEach(
              p -> out.append("<div class=\"picture\" id=\"picture-%s\"></div>\n".formatted(p)));
      out.append("</div>\n");
    }
    s.sheets().forEach(sheet -> out.append(Html.table(sheet, notes)));
    for (Sheet sheet : s.folded()) {
      out.append("<details><summary>")
          .append(
              Html.both(
                  "%s，共%d行".formatted(sheet.zh(), sheet.lines().size()),
                  "%s, %s".formatted(sheet.en(), Words.count(sheet.lines().size(), "row", "rows"))))
          .append("</summary>\n")
          .append(Html.table(sheet, "all-" + sheet.name(), notes))
          .append("</details>\n");
    }
    out.append("</section>\n");
  }

  private static String figures(Brief brief) {
    ObjectNode root = JSON.createObjectNode();
    ArrayNode classes = root.putArray("classes");
    for (AqiColour c : AqiColour.values()) {
      classes
          .addObject()
          .put("zh", c.zh())
          .put("en", c.en())
          .put("numeral", c.numeral())
          .put("colour", c.colour());
    }
    ArrayNode counties = root.putArray("counties");
    brief
        .picturedCounties()
        .forEach(
            l ->
                counties
                    .addObject()
                    .put("name", l.text("area_name"))
                    .put("aqi", l.whole("aqi"))
                    .put("class", AqiColour.of(l.text("class_name")).ordinal()));
    ArrayNode trend = root.putArray("trend");
    for (Line l : brief.picturedTrend()) {
      ObjectNode day = trend.addObject().put("day", l.text("data_day").substring(5));
      day.put("class", AqiColour.of(l.text("class_name")).ordinal());
      if (l.at("aqi") != null) {
        day.put("aqi", l.whole("aqi"));
      }
      if (l.at("pm2_5_ug_m3") != null) {
        day.put("pm2_5", l.number("pm2_5_ug_m3").setScale(1, java.math.RoundingMode.HALF_EVEN));
      }
    }
    return root.toString();
  }

  /** The library of the pictures, as its package has it. */
  static String echarts() {
    String place = "/META-INF/resources/webjars/echarts/%s/dist/echarts.common.min.js";
    return resource(place.formatted(version())).replace("</script", "<\\/script");
  }

  static String version() {
    Properties versions = new Properties();
    try (InputStream in = BriefPage.class.getResourceAsStream("/publish/versions.properties")) {
      versions.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return versions.getProperty("echarts");
  }

  static String resource(String name) {
    try (InputStream in = BriefPage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
