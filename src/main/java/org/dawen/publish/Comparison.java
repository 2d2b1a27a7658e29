package org.dawen.publish;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.dawen.lake.DaySet;

/**
 * Figures of a day beside those of the day before, of the same day last month (its last day if the
 * month is shorter) and of the same day last year. A day without data has no figure.
 */
final class Comparison {
  private static final String AREA_DAY = "air.area_day";
  private static final String OUTLET_DAY = "source.outlet_day";

  private final Results results;
  private final String city;
  private final Map<String, LocalDate> days = new LinkedHashMap<>();

  Comparison(Results results, Names names, LocalDate day) {
    this.results = results;
    this.city = names.homeCity();
    days.put("that_day", day);
    days.put("day_before", day.minusDays(1));
    days.put("month_before", day.minusMonths(1));
    days.put("year_before", day.minusYears(1));
  }

  private record Figure(Said name, String unit, Function<LocalDate, Object> on) {}

  private List<Figure> figures() {
    return List.of(
        new Figure(new Said("全市AQI", "City AQI"), "", day -> ofCity(day, "aqi")),
        new Figure(
            new Said("全市PM₂.₅", "City PM₂.₅"), "µg/m³", day -> rounded(ofCity(day, "pm2_5_ug_m3"))),
        new Figure(
            new Said("超标小时（排口·因子）", "Hours above the limit (outlet and factor)"),
            "h",
            day -> counted("source.exceedance_hour", day)),
        new Figure(
            new Said("日均值超标（排口·因子）", "Daily means above the limit (outlet and factor)"),
            "",
            day -> hasOutlets(day) ? dayMeans(day) : null),
        new Figure(new Said("新线索", "New leads"), "", day -> counted("lead.lead", day)));
  }

  private Object ofCity(LocalDate day, String column) {
    return results.lines(AREA_DAY, DaySet.of(day), "area_kind", "area_code", column).stream()
        .filter(l -> l.is("area_kind", "city") && l.is("area_code", city))
        .map(l -> l.at(column))
        .findFirst()
        .orElse(null);
  }

  /** As the other sheets show it. */
  private static Object rounded(Object value) {
    return value instanceof BigDecimal number ? number.setScale(0, RoundingMode.HALF_EVEN) : value;
  }

  /** None on a day on which outlets sent nothing: that nobody exceeded is not known. */
  private Object counted(String table, LocalDate day) {
    return hasOutlets(day)
        ? (long) results.lines(table, DaySet.of(day), "county_code").size()
        : null;
  }

  private boolean hasOutlets(LocalDate day) {
    return !results.lines(OUTLET_DAY, DaySet.of(day), "outlet_code").isEmpty();
  }

  private long dayMeans(LocalDate day) {
    return results.lines(OUTLET_DAY, DaySet.of(day), "is_day_above_limit").stream()
        .filter(l -> l.is("is_day_above_limit", true))
        .count();
  }

  Section section() {
    List<Line> lines = new ArrayList<>();
    for (Figure figure : figures()) {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("figure", figure.name());
      values.put("unit", figure.unit());
      days.forEach((column, day) -> values.put(column, figure.on().apply(day)));
      lines.add(new Line(values));
    }
    boolean isEmpty = lines.stream().allMatch(l -> l.at("that_day") == null);
    Sheet sheet = Sheets.of(results, "comparison", words(), isEmpty ? List.of() : lines);
    return new Section(
        "comparison",
        "与往日比较",
        "Compared with other days",
        isEmpty ? "" : said(lines.get(0), true) + "；" + said(lines.get(2), true) + "。",
        isEmpty ? "" : said(lines.get(0), false) + ". " + said(lines.get(2), false) + ".",
        sheet.source(),
        List.of(),
        List.of(sheet),
        List.of());
  }

  private Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    days.forEach((column, day) -> words.put(column, day.toString()));
    words.put("city", city);
    return words;
  }

  private static String said(Line line, boolean isChinese) {
    Said name = (Said) line.at("figure");
    return isChinese
        ? "%s：%s（前一日%s，上月同日%s，去年同日%s）"
            .formatted(
                name.zh(),
                shown(line, "that_day", "无数据"),
                shown(line, "day_before", "无数据"),
                shown(line, "month_before", "无数据"),
                shown(line, "year_before", "无数据"))
        : "%s: %s (day before: %s; same day last month: %s; same day last year: %s)"
            .formatted(
                name.en(),
                shown(line, "that_day", "no data"),
                shown(line, "day_before", "no data"),
                shown(line, "month_before", "no data"),
                shown(line, "year_before", "no data"));
  }

  private static String shown(Line line, String column, String none) {
    return line.at(column) == null ? none : line.text(column);
  }
}
