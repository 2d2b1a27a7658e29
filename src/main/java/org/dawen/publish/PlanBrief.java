package org.dawen.publish;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What the brief says of the work plan: what is late, whose it is, what proves it. */
final class PlanBrief {
  // The printed brief has two pages.
  private static final int LATE_SHOWN = 4;

  private PlanBrief() {}

  static Section section(Results results, LocalDate day) {
    List<Line> lines = PlanProgress.ofDay(results, day);
    List<Line> late = PlanProgress.late(lines);
    long turned = late.stream().filter(l -> !l.text("turned").isEmpty()).count();
    Sheet sheet =
        Sheets.of(
                results, "plan_late", Map.of("where", "plan.progress_day, data_day = " + day), late)
            .without("state_reason")
            .without("needed_value");
    return Section.of(
        "plan",
        "工作要点",
        "Work plan",
        lines.isEmpty()
            ? ""
            : "%d项指标：已完成%d项，未完成%d项，有风险%d项，未填报%d项；较前一日新增%d项。"
                .formatted(
                    lines.size(),
                    PlanProgress.count(lines, "met"),
                    PlanProgress.count(lines, "missed"),
                    PlanProgress.count(lines, "at_risk"),
                    PlanProgress.count(lines, "no_report"),
                    turned),
        lines.isEmpty()
            ? ""
            : "Of %s, %s met, %s missed, %s at risk and %s no report. Since the day before, %s been added."
                .formatted(
                    Words.count(lines.size(), "target of the plan", "targets of the plan"),
                    Words.count(PlanProgress.count(lines, "met"), "is", "are"),
                    Words.count(PlanProgress.count(lines, "missed"), "is", "are"),
                    Words.count(PlanProgress.count(lines, "at_risk"), "is", "are"),
                    Words.count(PlanProgress.count(lines, "no_report"), "has", "have"),
                    Words.count(turned, "has", "have")),
        "plan.progress_day: count(*); state; data_day = " + day,
        lines.isEmpty()
            ? sheet.saying(
                "没有登记工作要点（registry.plan_target）。",
                "No work plan is registered (registry.plan_target).")
            : sheet,
        LATE_SHOWN);
  }
}
