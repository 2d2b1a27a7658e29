package org.dawen.publish;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dawen.lake.DaySet;

/** What brief and workbooks say of ground water and plots of land. */
final class GroundBrief {
  private static final Said NOT_TOLD = new Said("未登记", "not registered");
  private static final Map<String, Said> LEVELS =
      Map.of(
          "national", new Said("国控", "national"),
          "provincial", new Said("省控", "provincial"),
          "city", new Said("市控", "city"));
  private static final Map<String, Said> TRENDS =
      Map.of(
          "better", new Said("好转", "better"),
          "stable", new Said("稳定", "stable"),
          "worse", new Said("变差", "worse"));
  private static final Map<String, Said> LISTS =
      Map.of(
          "risk_control", new Said("省名录地块", "province's list"),
          "priority", new Said("优先监管地块", "priority"),
          "closed_enterprise", new Said("关闭搬迁企业地块", "closed enterprises"),
          "construction_land", new Said("重点建设用地", "construction land"));

  private final Results results;
  private final Names names;
  private final LocalDate year;
  private final Map<String, Line> points = new LinkedHashMap<>();

  GroundBrief(Results results, Names names, LocalDate day) {
    this.results = results;
    this.names = names;
    this.year = day.withDayOfYear(1);
    Names.valid(results, "registry.ground_point", day, "point_code", "name", "county_code").stream()
        .filter(p -> names.counties().containsKey(p.text("county_code")))
        .forEach(p -> points.put(p.text("point_code"), p));
  }

  /** Those that got worse first. */
  private List<Line> years() {
    return results.lines("ground.point_year", DaySet.of(year)).stream()
        .filter(l -> points.containsKey(l.text("point_code")))
        .map(
            l ->
                l.with("point_name", points.get(l.text("point_code")).at("name"))
                    .with("level_said", LEVELS.getOrDefault(text(l, "level"), NOT_TOLD))
                    .with(
                        "trend_said",
                        TRENDS.getOrDefault(text(l, "trend"), new Said("上年无数据", "no last year"))))
        .sorted(Results.byMost("last_year_class_change").thenComparing(Results.by("point_code")))
        .toList();
  }

  private static String text(Line line, String column) {
    return line.at(column) == null ? "" : line.text(column);
  }

  private Sheet plots(String kind, String area) {
    return Sheets.of(
        results,
        "soil_plots",
        Map.of("year", year, "kind", kind, "area", area),
        results.lines("ground.plot_year", DaySet.of(year)).stream()
            .filter(l -> l.is("area_kind", kind) && l.is("area_code", area))
            .map(l -> l.with("list_said", LISTS.get(l.text("list_kind"))))
            .toList());
  }

  private Sheet points(List<Line> years) {
    return Sheets.of(results, "ground_points", Map.of("year", year), years);
  }

  /** The section of the brief; in print only its summary. */
  Section section() {
    List<Line> years = years();
    Sheet plots = plots("city", names.homeCity());
    long worse = years.stream().filter(l -> l.is("trend", "worse")).count();
    long missed = years.stream().filter(l -> l.is("is_target_met", false)).count();
    long open = plots.lines().stream().mapToLong(l -> l.whole("open_count")).sum();
    long due = plots.lines().stream().mapToLong(l -> l.whole("plot_count")).sum();
    return new Section(
        "ground",
        "地下水与土壤",
        "Ground water and soil",
        "登记地下水点位%d个，本年有数据%d个，较上年变差%d个，未达目标%d个；地块任务%d项，未完成%d项。"
            .formatted(points.size(), years.size(), worse, missed, due, open),
        "Of %s, %s data this year; %s worse than last year and %s. Of %s on plots of land, %s open."
            .formatted(
                Words.count(points.size(), "ground water point", "ground water points"),
                Words.count(years.size(), "has", "have"),
                Words.count(worse, "is", "are"),
                Words.count(missed, "misses its target", "miss their targets"),
                Words.count(due, "task", "tasks"),
                Words.count(open, "is", "are")),
        "ground.point_year, year_start = %s; ground.plot_year, year_start = %s, area_kind = city"
            .formatted(year, year),
        List.of(),
        List.of(),
        List.of(points(years), plots));
  }

  /** The sheets of a county branch: its points and its plots. */
  List<Sheet> of(String county) {
    return List.of(
        points(
            years().stream()
                .filter(l -> county.equals(points.get(l.text("point_code")).text("county_code")))
                .toList()),
        plots("county", county));
  }
}
