package org.dawen.publish;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What the brief says of surface water: targets missed and to be missed, changes, goals. */
final class WaterBrief {
  // The printed brief has two pages.
  private static final int GOALS_SHOWN = 4;
  private static final int SECTIONS_SHOWN = 5;
  private static final int HEADROOM_SHOWN = 4;
  private static final int CHANGES_SHOWN = 3;

  private WaterBrief() {}

  static Section section(Results results, Names names, LocalDate day) {
    LocalDate month = day.withDayOfMonth(1);
    WaterSections sections = new WaterSections(results, names, day);
    if (sections.all().isEmpty()) {
      return new Section(
          "water",
          "地表水",
          "Surface water",
          "本市没有登记地表水断面（registry.section）。",
          "No section of the city is registered (registry.section).",
          "",
          List.of(),
          List.of(),
          List.of());
    }
    WaterTargets targets = new WaterTargets(results, sections, month);
    WaterHeadroom headroom = new WaterHeadroom(results, sections, month);
    List<Line> changes = WaterChanges.lines(results, sections, day);
    long national = changes.stream().filter(l -> l.whole("level_no") == 0).count();
    WaterGoals goals = new WaterGoals(results, names, day);
    List<Sheet> sheets = new ArrayList<>();
    List<Sheet> folded = new ArrayList<>();
    Section.show(goals.sheet(), GOALS_SHOWN, sheets, folded);
    Section.show(targets.sheet(), SECTIONS_SHOWN, sheets, folded);
    Section.show(headroom.sheet(), HEADROOM_SHOWN, sheets, folded);
    Section.show(WaterChanges.sheet(results, day, changes), CHANGES_SHOWN, sheets, folded);
    Line year = goals.ofYear();
    return new Section(
        "water",
        "地表水",
        "Surface water",
        "%d个考核断面，%d个未达标，另%d个待核；%d个预计不达标；类别变更%d次，其中国控%d次。年度优良比例：%s（%s）；水质指数排名：%s（%s）。"
            .formatted(
                targets.withTarget(),
                targets.missing(),
                targets.doubtful(),
                headroom.headingSections(),
                changes.size(),
                national,
                share(year, true),
                year.at("share_note"),
                rank(year, true),
                year.at("rank_note")),
        "Of %s with a target, %s it, %s in doubt and %s expected to miss it. %s recorded, %d of them at national sections. Share of good sections this year: %s (%s). Rank by water quality index: %s (%s)."
            .formatted(
                Words.count(targets.withTarget(), "section", "sections"),
                Words.count(targets.missing(), "misses", "miss"),
                Words.count(targets.doubtful(), "is", "are"),
                Words.count(headroom.headingSections(), "is", "are"),
                Words.count(changes.size(), "change of class was", "changes of class were"),
                national,
                share(year, false),
                ((Said) year.at("share_note")).en(),
                rank(year, false),
                ((Said) year.at("rank_note")).en()),
        "registry.section: target_class; water.section_month: is_target_met, way = province_rule;"
            + " water.headroom_month: goal_state; water.class_change: count(*); water.area_year:"
            + " good_share_percent, cwqi_rank; month_start = "
            + month,
        List.of(),
        sheets,
        folded);
  }

  private static String share(Line year, boolean isChinese) {
    return shown(year.at("good_share_percent"), "%", isChinese);
  }

  private static String rank(Line year, boolean isChinese) {
    return shown(year.at("cwqi_rank"), "", isChinese);
  }

  private static String shown(Object value, String unit, boolean isChinese) {
    if (value instanceof Said said) {
      return isChinese ? said.zh() : said.en();
    }
    return value + unit;
  }
}
