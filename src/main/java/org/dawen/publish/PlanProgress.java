package org.dawen.publish;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dawen.lake.DaySet;

/** Numbers of the work plan as people read them: words for codes, the proof of each value. */
final class PlanProgress {
  /** States that somebody has to answer for, the gravest first. */
  static final List<String> LATE = List.of("missed", "at_risk", "no_report");

  static final List<String> STATES =
      List.of("met", "on_the_way", "at_risk", "missed", "no_report", "no_number");
  private static final Map<String, String> SIGNS =
      Map.of(
          "met",
          "✓",
          "on_the_way",
          "→",
          "at_risk",
          "▲",
          "missed",
          "✕",
          "no_report",
          "?",
          "no_number",
          "–");
  private static final Map<String, String> COMPARATORS =
      Map.of("<=", "≤ ", ">=", "≥ ", "between", "");
  private static final int DAYS_LOOKED_BACK = 7;
  private static final int DECIMALS_SHOWN = 2;
  private static final Said NONE_NAMED = new Said("要点未列科室", "none named");

  /** The code of the state. */
  private static final String STATE = "state_code";

  private PlanProgress() {}

  /** A quarter, in the order of the numbers. */
  static List<Line> ofQuarter(Results results, LocalDate quarter) {
    return said(results.lines("plan.progress_quarter", DaySet.of(quarter)));
  }

  /**
   * A day, in the order of the numbers; {@code turned} where a number turned late since the last
   * day before it that has data.
   */
  static List<Line> ofDay(Results results, LocalDate day) {
    Map<LocalDate, List<Line>> byDay = new LinkedHashMap<>();
    results
        .lines("plan.progress_day", DaySet.between(day.minusDays(DAYS_LOOKED_BACK), day))
        .forEach(l -> byDay.computeIfAbsent(l.day("data_day"), d -> new ArrayList<>()).add(l));
    Map<String, String> before = new LinkedHashMap<>();
    byDay.keySet().stream()
        .filter(d -> d.isBefore(day))
        .max(Comparator.naturalOrder())
        .ifPresent(
            d -> byDay.get(d).forEach(l -> before.put(l.text("target_id"), l.text("state"))));
    return said(byDay.getOrDefault(day, List.of())).stream()
        .map(l -> l.with("turned", turned(before.get(l.text("target_id")), l.text(STATE))))
        .toList();
  }

  private static Said turned(String before, String now) {
    boolean isLate = LATE.contains(now);
    boolean isWorse =
        isLate
            && before != null
            && (!LATE.contains(before) || LATE.indexOf(now) < LATE.indexOf(before));
    return isWorse ? new Said("今日新增", "since yesterday") : new Said("", "");
  }

  private static List<Line> said(List<Line> lines) {
    return lines.stream()
        .sorted(Results.by("target_id"))
        .map(Mask::line)
        .map(PlanProgress::said)
        .toList();
  }

  /** Words in the place of codes, under the names of their columns. */
  private static Line said(Line l) {
    return l.with(STATE, l.text("state"))
        .with("state", state(l.text("state")))
        .with("state_reason", word(l.text("state_reason")))
        .with("strength", word(l.text("strength")))
        .with("title_zh", new Said(l.text("title_zh"), l.text("title_en")))
        .with("project_zh", new Said(l.text("project_zh"), l.text("project_en")))
        .with("departments", l.text("departments") == null ? NONE_NAMED : l.text("departments"))
        .with("target_value", goal(l))
        .with("so_far_value", shown(l.number("so_far_value")))
        .with("needed_value", shown(l.number("needed_value")))
        .with("proof", proof(l));
  }

  private static BigDecimal shown(BigDecimal value) {
    return value == null ? null : value.setScale(DECIMALS_SHOWN, RoundingMode.HALF_EVEN);
  }

  private static Said word(String code) {
    return new Said(Words.zh(code), Words.en(code));
  }

  /** The state with a sign that is distinct without colours. */
  static Said state(String code) {
    return new Said(SIGNS.get(code) + " " + Words.zh(code), SIGNS.get(code) + " " + Words.en(code));
  }

  private static Said goal(Line l) {
    if (l.at("target_value") == null) {
      return new Said("由其他文件下达，尚未填入", "set elsewhere, not entered");
    }
    String figure =
        COMPARATORS.getOrDefault(l.text("comparator"), l.text("comparator") + " ")
            + plain(l, "target_value")
            + (l.at("target_max_value") == null ? "" : "–" + plain(l, "target_max_value"));
    String zh = figure + " " + l.text("unit");
    String en = (figure + " " + Words.en(l.text("unit"))).strip();
    return switch (l.text("judged_each")) {
      case "quarter" -> new Said("每季度 " + zh, en + " each quarter");
      case "month" -> new Said("每月 " + zh, en + " each month");
      default -> new Said(zh, en);
    };
  }

  private static String plain(Line l, String column) {
    return l.number(column).signum() == 0
        ? "0"
        : l.number(column).stripTrailingZeros().toPlainString();
  }

  private static Object proof(Line l) {
    return switch (l.text("source_kind")) {
      case "table" ->
          new Said(
              "%s %s，%s行".formatted(l.text("source_table"), column(l), l.text("source_row_count")),
              "%s %s, %s"
                  .formatted(
                      l.text("source_table"),
                      column(l),
                      Words.count(l.whole("source_row_count"), "row", "rows")));
      case "entry" ->
          l.text("document_no") == null
              ? new Said("未填报", "no entry")
              : l.text("document_no") + " (" + l.day("entry_day") + ")";
      default -> new Said("要点未列数值", "number not in the plan");
    };
  }

  private static String column(Line l) {
    return l.text("source_column") == null ? "count(*)" : l.text("source_column");
  }

  /** Those somebody has to answer for: what turned so today first, then the gravest. */
  static List<Line> late(List<Line> lines) {
    return lines.stream()
        .filter(l -> LATE.contains(l.text(STATE)))
        .sorted(
            Comparator.comparing((Line l) -> !"今日新增".equals(l.text("turned")))
                .thenComparing(l -> LATE.indexOf(l.text(STATE)))
                .thenComparing(Results.by("due_day", "target_id")))
        .toList();
  }

  /**
   * How many numbers of each name are in each state.
   *
   * @param names the names a line counts under
   */
  static List<Line> counts(List<Line> lines, String column, Function<Line, List<Object>> names) {
    Map<String, Line> counts = new LinkedHashMap<>();
    for (Line line : lines) {
      for (Object name : names.apply(line)) {
        Line counted =
            counts.computeIfAbsent(name.toString(), n -> new Line(Map.of()).with(column, name));
        counts.put(
            name.toString(),
            counted
                .with("number_count", counted.whole("number_count") + 1)
                .with(line.text(STATE), counted.whole(line.text(STATE)) + 1));
      }
    }
    return counts.values().stream().map(PlanProgress::withZeros).toList();
  }

  private static Line withZeros(Line counted) {
    Line all = counted;
    for (String state : STATES) {
      all = all.with(state, counted.whole(state));
    }
    return all;
  }

  /** The departments of a line, each by itself, whatever joins them. */
  static List<Object> departments(Line line) {
    return line.at("departments") instanceof String named
        ? Stream.of(named.split("[、，,；;]"))
            .map(String::strip)
            .filter(d -> !d.isEmpty())
            .<Object>map(d -> d)
            .distinct()
            .toList()
        : List.of(line.at("departments"));
  }

  static long count(List<Line> lines, String state) {
    return lines.stream().filter(l -> l.is(STATE, state)).count();
  }
}
