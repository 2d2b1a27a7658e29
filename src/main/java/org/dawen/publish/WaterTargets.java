package org.dawen.publish;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Sections that miss their target class in a month, by the three ways of water.section_month. */
final class WaterTargets {
  private static final String TABLE = "water.section_month";
  private static final String PROVINCE = "province_rule";
  private static final List<String> WAYS = List.of(PROVINCE, "screened", "as_received");
  private static final Map<String, Said> NO_CLASS =
      Map.of(
          "NO_VALUE", new Said("无有效数据", "no value"),
          "ITEM_MISSING", new Said("项目不全", "items missing"),
          "BODY_UNKNOWN", new Said("河湖类型未登记", "river or lake not known"));
  private static final Said NO_DATA = new Said("本月无数据", "no data this month");

  private final Results results;
  private final LocalDate month;
  private final List<Line> lines = new ArrayList<>();
  private int withTarget;
  private int missing;

  WaterTargets(Results results, WaterSections sections, LocalDate month) {
    this.results = results;
    this.month = month;
    Map<String, Map<String, Line>> months = sections.months(results, month);
    for (Line section : sections.all()) {
      if (section.at("target_class") != null) {
        withTarget++;
        add(sections.named(section), months.getOrDefault(section.text("section_code"), Map.of()));
      }
    }
  }

  private void add(Line section, Map<String, Line> ways) {
    Line byRule = ways.get(PROVINCE);
    boolean isMissed = byRule != null && byRule.is("is_target_met", false);
    boolean hasClass = byRule != null && byRule.at("water_class") != null;
    boolean differs = ways.values().stream().anyMatch(w -> w.is("is_target_met", false));
    if (isMissed) {
      missing++;
    }
    if (!isMissed && hasClass && !differs) {
      return;
    }
    Line line = section;
    for (String way : WAYS) {
      line = line.with(way, classOf(ways.get(way)));
    }
    Line worst = isMissed || !hasClass ? byRule : firstMissed(ways);
    lines.add(
        line.with("exceeding_items", orElse(worst, "exceeding_items", "无", "none"))
            .with("last_month_class", orElse(byRule, "last_month_class", "上月无类别", "none"))
            .with("is_provisional", orElse(byRule, "is_provisional", "无类别", "no class"))
            .with("note", note(isMissed, hasClass)));
  }

  private static Line firstMissed(Map<String, Line> ways) {
    return WAYS.stream()
        .map(ways::get)
        .filter(w -> w != null && w.is("is_target_met", false))
        .findFirst()
        .orElseThrow();
  }

  /** The class, else why there is none. */
  private static Object classOf(Line month) {
    if (month == null) {
      return NO_DATA;
    }
    return month.at("water_class") == null
        ? NO_CLASS.getOrDefault(month.text("no_class_reason"), NO_DATA)
        : month.at("water_class");
  }

  private static Object orElse(Line line, String column, String zh, String en) {
    return line == null || line.at(column) == null ? new Said(zh, en) : line.at(column);
  }

  private static Said note(boolean isMissed, boolean hasClass) {
    if (isMissed) {
      return new Said("未达标", "misses its target");
    }
    return hasClass
        ? new Said(
            "按规定口径达标，可疑值未剔除时不达标",
            "meets its target by the rule, but not if the doubtful values are kept")
        : new Said("尚不能判定", "cannot be judged");
  }

  /** Registered sections with a target. */
  int withTarget() {
    return withTarget;
  }

  /** Those that miss it by the province's rule. */
  int missing() {
    return missing;
  }

  /** Further ones that miss it as received, or have no class. */
  int doubtful() {
    return lines.size() - missing;
  }

  Sheet sheet() {
    Sheet sheet = Sheets.of(results, "water_targets", Map.of("month", month), lines);
    return withTarget > 0
        ? sheet
        : sheet.saying(
            "没有登记考核目标的断面（registry.section）。", "No section has a target (registry.section).");
  }
}
