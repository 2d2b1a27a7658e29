package org.dawen.publish;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dawen.lake.DaySet;

/**
 * The goals of the plan for surface water, of the month and of the year up to it: share of good
 * sections, and rank of the city by the index among the cities of the feed.
 */
final class WaterGoals {
  private static final String SHARE = "good_share_percent";
  private static final String RANK = "cwqi_rank";
  private static final String TARGET = "registry.water_target";
  private static final Said NONE = new Said("无数据", "no data");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Results results;
  private final String city;
  private final LocalDate month;
  private final List<Line> targets;
  private final List<Line> lines = new ArrayList<>();

  WaterGoals(Results results, Names names, LocalDate day) {
    this.results = results;
    this.city = names.homeCity();
    this.month = day.withDayOfMonth(1);
    this.targets =
        Names.valid(
                results,
                TARGET,
                day,
                "area_code",
                "item",
                "period",
                "section_scope",
                "target_value")
            .stream()
            .filter(t -> t.is("area_code", city))
            .toList();
    Set<String> scopes = new LinkedHashSet<>(List.of("national"));
    targets.forEach(t -> scopes.add(t.text("section_scope")));
    for (String scope : scopes) {
      for (String period : List.of("month", "year")) {
        lines.add(goal(period, scope));
      }
    }
  }

  private Line goal(String period, String scope) {
    List<Line> cities =
        results.lines("water.area_" + period, DaySet.of(month)).stream()
            .filter(l -> l.is("area_kind", "city") && l.is("section_scope", scope))
            .toList();
    Line own = cities.stream().filter(l -> l.is("area_code", city)).findFirst().orElse(null);
    BigDecimal share = target(SHARE, period, scope);
    BigDecimal rank = target(RANK, period, scope);
    Line line = own == null ? new Line(Map.of()) : own;
    for (String c : List.of(SHARE, "cwqi")) {
      line = line.at(c) == null ? line.with(c, NONE) : line;
    }
    line = line.at(RANK) == null ? line.with(RANK, whyNoRank(own)) : line;
    return line.with("period", period)
        .with(
            "section_scope",
            scope.equals("national")
                ? new Said("国控断面", "national sections")
                : new Said("全部断面", "all sections"))
        .with("share_note", shareNote(own, share))
        .with("rank_note", rankNote(own, rank, cities));
  }

  private BigDecimal target(String item, String period, String scope) {
    return targets.stream()
        .filter(t -> t.is("item", item) && t.is("period", period))
        .filter(t -> t.is("section_scope", scope))
        .map(t -> t.number("target_value"))
        .findFirst()
        .orElse(null);
  }

  private static Said whyNoRank(Line own) {
    return own == null || own.at("cwqi") != null ? NONE : new Said("无水质指数", "no index");
  }

  private static Said shareNote(Line own, BigDecimal target) {
    if (own == null || own.at(SHARE) == null) {
      return new Said("没有断面有类别", "no section has a class");
    }
    long judged = own.whole("judged_section_count");
    long without = own.whole("section_count") - judged;
    String zh = without == 0 ? "" : "，%d个断面无类别".formatted(without);
    String en = without == 0 ? "" : ", %d without a class".formatted(without);
    if (target == null) {
      return new Said("没有登记目标" + zh, "no target is registered" + en);
    }
    long good = own.whole("good_section_count");
    long needed =
        target
            .multiply(BigDecimal.valueOf(judged))
            .divide(HUNDRED, 0, RoundingMode.CEILING)
            .longValueExact();
    String goal = plain(target);
    return good < needed
        ? new Said(
            "目标%s%%，%d个中%d个优良，还差%d个".formatted(goal, judged, good, needed - good) + zh,
            "target %s %%, %d of %d good, %d more needed"
                    .formatted(goal, good, judged, needed - good)
                + en)
        : new Said(
            "目标%s%%，%d个中%d个优良，已达".formatted(goal, judged, good) + zh,
            "target %s %%, %d of %d good, reached".formatted(goal, good, judged) + en);
  }

  private static String plain(BigDecimal target) {
    return target.stripTrailingZeros().toPlainString();
  }

  private static Said rankNote(Line own, BigDecimal target, List<Line> cities) {
    return own == null || own.at(RANK) == null
        ? new Said("没有名次", "no rank")
        : among(own, distance(own, target, cities));
  }

  private static Said distance(Line own, BigDecimal target, List<Line> cities) {
    if (target == null) {
      return new Said("没有登记目标", "no target is registered");
    }
    String goal = plain(target);
    List<Line> within =
        cities.stream()
            .filter(c -> c.at(RANK) != null && c.number(RANK).compareTo(target) <= 0)
            .sorted(Results.by(RANK, "area_code"))
            .toList();
    if (within.contains(own)) {
      return new Said("目标前%s名，已达".formatted(goal), "target %s, reached".formatted(goal));
    }
    if (within.isEmpty()) {
      return new Said(
          "目标前%s名，没有城市在内".formatted(goal), "target %s, which no city has".formatted(goal));
    }
    Line last = within.get(within.size() - 1);
    String behind = own.number("cwqi").subtract(last.number("cwqi")).toPlainString();
    return new Said(
        "目标前%s名，比第%s名指数高%s".formatted(goal, last.text(RANK), behind),
        "target %s, index %s above that of rank %s".formatted(goal, behind, last.text(RANK)));
  }

  /** Among how many cities a rank is, and whether their indices compare. */
  private static Said among(Line own, Said note) {
    long ranked = own.whole("ranked_count");
    boolean isAlike = own.is("is_rank_comparable", true);
    return new Said(
        "%d个城市参排%s；%s".formatted(ranked, isAlike ? "" : "，各断面月份或参与项目不同，不可直接比较", note.zh()),
        "of %d cities%s; %s"
            .formatted(
                ranked, isAlike ? "" : " with other months or items, not comparable", note.en()));
  }

  /** The goals of the year for national sections, for the summary. */
  Line ofYear() {
    return lines.get(1);
  }

  Sheet sheet() {
    String area = "area_kind = city, area_code = %s, month_start = %s".formatted(city, month);
    return Sheets.of(results, "water_goals", Map.of("area", area, "city", city), lines);
  }
}
