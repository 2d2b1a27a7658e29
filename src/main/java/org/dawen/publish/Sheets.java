package org.dawen.publish;

import java.time.LocalDate;
import java.util.List;

/** Sheets that the brief and the county branches share. */
final class Sheets {
  private Sheets() {}

  static Sheet episodes(Results results, LocalDate day, List<Line> lines) {
    String table = "source.exceedance_episode";
    return new Sheet(
        "episodes",
        "超标过程",
        "Episodes",
        table + ", data_day = " + day,
        List.of(
            Field.named("county_name", "区县", "County"),
            Field.named("enterprise_name", "企业", "Enterprise"),
            Field.named("outlet_name", "排口", "Outlet"),
            field(results, table, "pollutant_code", "因子", "Factor"),
            field(results, table, "episode_start", "开始", "From"),
            field(results, table, "episode_end", "结束", "To"),
            field(results, table, "exceeding_hours", "超标小时", "Hours"),
            field(results, table, "most_times_over_limit", "最大超标倍数", "Times over").shownWith(2),
            field(results, table, "is_provisional", "暂定", "Provisional")),
        List.of("outlet_name", "pollutant_code", "episode_start"),
        lines,
        "当日没有超标过程。",
        "No episode that day.");
  }

  static Sheet leads(Results results, LocalDate day, int days, List<Line> lines) {
    String table = "lead.lead";
    return new Sheet(
        "leads",
        "未办结线索",
        "Leads not closed",
        table + ", data_day from %s to %s, status <> CLOSED".formatted(day.minusDays(days), day),
        List.of(
            Field.named("county_name", "区县", "County"),
            field(results, table, "enterprise_name", "企业", "Enterprise"),
            field(results, table, "matter", "事由", "Matter"),
            field(results, table, "data_day", "首次", "First day"),
            field(results, table, "last_day", "末次", "Last day"),
            field(results, table, "score", "评分", "Score"),
            field(results, table, "status", "状态", "Status"),
            field(results, table, "due_day", "期限", "Due")),
        List.of("lead_id"),
        lines,
        "没有未办结线索。",
        "No open leads.");
  }

  static Field field(Results results, String table, String column, String zh, String en) {
    return Field.of(results.table(table), column).titled(zh, en);
  }
}
