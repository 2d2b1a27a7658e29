package org.dawen.publish;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dawen.lake.DaySet;

/** What brief and workbooks say of functional-zone noise: exceedances, days, rates of the month. */
final class NoiseBrief {
  // The printed brief has two pages.
  private static final int EXCEEDANCES_SHOWN = 2;
  private static final String EVERY_ZONE = "all";
  private static final Map<String, Said> KINDS =
      Map.of(
          "day", new Said("昼间", "day"),
          "night", new Said("夜间", "night"),
          "night_peak", new Said("夜间突发", "sudden noise at night"));
  private static final Map<String, Said> ZONES = Map.of(EVERY_ZONE, new Said("各类合计", "all zones"));

  private final Results results;
  private final Names names;
  private final LocalDate day;
  private final Map<String, Line> points = new LinkedHashMap<>();

  NoiseBrief(Results results, Names names, LocalDate day) {
    this.results = results;
    this.names = names;
    this.day = day;
    Names.valid(results, "registry.noise_point", day, "point_code", "name", "county_code").stream()
        .filter(p -> names.counties().containsKey(p.text("county_code")))
        .forEach(p -> points.put(p.text("point_code"), p));
  }

  private List<Line> ofPoints(String table) {
    return results.lines(table, DaySet.of(day)).stream()
        .filter(l -> points.containsKey(l.text("point_code")))
        .map(names::named)
        .map(l -> l.with("point_name", points.get(l.text("point_code")).at("name")))
        .toList();
  }

  private List<Line> exceedances() {
    return ofPoints("noise.exceedance").stream()
        .map(l -> l.with("kind_said", KINDS.get(l.text("level_kind"))))
        .sorted(Results.byMost("over_db").thenComparing(Results.by("point_code", "level_kind")))
        .toList();
  }

  /** All zones first, then one by one. */
  private List<Line> zones() {
    return results.lines("noise.zone_month", DaySet.of(day.withDayOfMonth(1))).stream()
        .filter(l -> l.is("area_kind", "city") && l.is("area_code", names.homeCity()))
        .map(
            l ->
                l.with("zone_said", ZONES.getOrDefault(l.text("zone"), said(l.text("zone"))))
                    .with("zone_no", l.is("zone", EVERY_ZONE) ? 0 : 1))
        .sorted(Results.by("zone_no", "zone"))
        .toList();
  }

  private static Said said(String zone) {
    return new Said(zone + "类", "zone " + zone);
  }

  /** The part of the brief. */
  Section section() {
    if (points.isEmpty()) {
      return new Section(
          "noise",
          "功能区噪声",
          "Functional-zone noise",
          "本市没有登记噪声点位（registry.noise_point）。",
          "No noise point of the city is registered (registry.noise_point).",
          "",
          List.of(),
          List.of(),
          List.of());
    }
    List<Line> exceedances = exceedances();
    List<Line> zones = zones();
    Line all = zones.isEmpty() ? new Line(Map.of()) : zones.get(0);
    List<Sheet> sheets = new ArrayList<>();
    List<Sheet> folded = new ArrayList<>();
    LocalDate month = day.withDayOfMonth(1);
    Section.showAny(
        Sheets.of(results, "noise_exceedances", Map.of("day", day), exceedances),
        EXCEEDANCES_SHOWN,
        sheets,
        folded);
    folded.add(
        Sheets.of(results, "noise_zones", Map.of("month", month, "city", names.homeCity()), zones));
    return new Section(
        "noise",
        "功能区噪声",
        "Functional-zone noise",
        "%d个点位，当日昼间超标%d个、夜间%d个、夜间突发噪声%d个；本月点次达标率昼间%s、夜间%s，数据获取率%s。"
            .formatted(
                points.size(),
                count(exceedances, "day"),
                count(exceedances, "night"),
                count(exceedances, "night_peak"),
                percent(all, "day_rate_percent", "无"),
                percent(all, "night_rate_percent", "无"),
                percent(all, "capture_percent", "无")),
        "Of %s, %s the limit by day, %d by night and %d by sudden noise at night. Compliance in the month to date: %s by day, %s by night; data received: %s."
            .formatted(
                Words.count(points.size(), "point", "points"),
                Words.count(count(exceedances, "day"), "exceeds", "exceed"),
                count(exceedances, "night"),
                count(exceedances, "night_peak"),
                percent(all, "day_rate_percent", "no data"),
                percent(all, "night_rate_percent", "no data"),
                percent(all, "capture_percent", "no data")),
        "noise.exceedance, data_day = %s; noise.zone_month, month_start = %s, area_kind = city, zone = all"
            .formatted(day, month),
        List.of(),
        sheets,
        folded);
  }

  private static long count(List<Line> exceedances, String kind) {
    return exceedances.stream().filter(l -> l.is("level_kind", kind)).count();
  }

  private static String percent(Line line, String column, String none) {
    return line.number(column) == null
        ? none
        : line.number(column).setScale(1, RoundingMode.HALF_EVEN) + "%";
  }

  /** The sheets of a county branch: its points' day, and what exceeds. */
  List<Sheet> of(String county) {
    return List.of(
        Sheets.of(
            results,
            "noise_days",
            Map.of("day", day),
            ofPoints("noise.point_day").stream()
                .filter(l -> l.is("is_judging", true) && isOf(county, l))
                .toList()),
        Sheets.of(
            results,
            "noise_exceedances",
            Map.of("day", day),
            exceedances().stream().filter(l -> isOf(county, l)).toList()));
  }

  private boolean isOf(String county, Line line) {
    return county.equals(points.get(line.text("point_code")).text("county_code"));
  }
}
