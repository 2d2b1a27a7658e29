package org.dawen.publish;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.dawen.lake.DaySet;

/** Sections heading for a class worse than their target, and those with the least headroom. */
final class WaterHeadroom {
  private static final String TABLE = "water.headroom_month";
  private static final int TIGHT_SHOWN = 3;
  private static final int DECIMALS = 4;

  /** Oxygen that water of 0 °C holds, in mg/L: 468 / (31.6 + T), GB 3838-2002 table 1. */
  private static final BigDecimal MOST_OXYGEN = new BigDecimal("14.81");

  private final Results results;
  private final LocalDate month;
  private final List<Line> heading = new ArrayList<>();
  private final List<Line> tight;

  WaterHeadroom(Results results, WaterSections sections, LocalDate month) {
    this.results = results;
    this.month = month;
    List<Line> rest = new ArrayList<>();
    for (Line row : results.lines(TABLE, DaySet.of(month))) {
      boolean isOver = row.is("span", "month") && row.whole("left_count") == 0;
      if (sections.has(row) && !isOver) {
        (isHeadingThere(row) ? heading : rest).add(shown(sections.named(row)));
      }
    }
    Comparator<Line> order = Results.byMost("share_of_limit");
    heading.sort(Results.by("level_no", "span").thenComparing(order));
    tight =
        rest.stream()
            .filter(l -> l.is("goal_state", "open") && l.at("share_of_limit") != null)
            .sorted(Results.by("span").thenComparing(order))
            .limit(TIGHT_SHOWN)
            .toList();
  }

  /** The mean so far is beyond the limit: the rest would have to be better than what was. */
  private static boolean isHeadingThere(Line row) {
    return row.is("goal_state", "out_of_reach")
        || row.is("goal_state", "missed")
        || row.is("goal_state", "open") && isBeyond(row);
  }

  private static boolean isBeyond(Line row) {
    BigDecimal mean = row.number("mean_so_far_value");
    BigDecimal least = row.number("lower_limit_value");
    BigDecimal most = row.number("upper_limit_value");
    return mean != null
        && (most != null && mean.compareTo(most) > 0 || least != null && mean.compareTo(least) < 0);
  }

  private static Line shown(Line row) {
    return row.with("share_of_limit", shareOfLimit(row))
        .with("limits", range(row, "lower_limit_value", "upper_limit_value"))
        .with(
            "rest",
            row.whole("left_count") == 0
                ? new Said("已到期末", "the period is over")
                : row.is("goal_state", "out_of_reach")
                    ? new Said("无论多好都不够", "no value is good enough")
                    : range(row, "remaining_least_value", "remaining_most_value"))
        .with("note", note(row));
  }

  private static Said note(Line row) {
    if (row.is("goal_state", "out_of_reach")) {
      return new Said("已无法达到", "out of reach");
    }
    if (row.is("goal_state", "missed")) {
      return new Said("未达到", "missed");
    }
    BigDecimal least = row.number("remaining_least_value");
    if (row.is("item", "DO") && least != null && least.compareTo(MOST_OXYGEN) > 0) {
      return new Said("须高于饱和溶解氧，难以达到", "would need more oxygen than water can hold");
    }
    return isBeyond(row)
        ? new Said("照此趋势将不达标", "expected to miss its target")
        : new Said("余量较小", "little headroom");
  }

  /** How much of its limit an item uses up; null for pH, which has two. */
  private static BigDecimal shareOfLimit(Line row) {
    BigDecimal mean = row.number("mean_so_far_value");
    BigDecimal least = row.number("lower_limit_value");
    BigDecimal most = row.number("upper_limit_value");
    if (mean == null || mean.signum() <= 0 || least != null && most != null) {
      return null;
    }
    return least == null
        ? mean.divide(most, MathContext.DECIMAL64)
        : least.divide(mean, MathContext.DECIMAL64);
  }

  /** {@code ≤ 0.2}, {@code ≥ 5}, {@code 6 ~ 9}: rounded so that keeping it is safe. */
  private static Object range(Line row, String leastColumn, String mostColumn) {
    BigDecimal bound = row.number(leastColumn);
    String least =
        bound == null || bound.signum() <= 0 ? null : number(bound, RoundingMode.CEILING);
    String most = number(row.number(mostColumn), RoundingMode.FLOOR);
    if (least == null && most == null) {
      return new Said("不受限", "any");
    }
    return least == null ? "≤ " + most : most == null ? "≥ " + least : least + " ~ " + most;
  }

  private static String number(BigDecimal value, RoundingMode rounding) {
    if (value == null) {
      return null;
    }
    return value.setScale(DECIMALS, rounding).stripTrailingZeros().toPlainString();
  }

  /** How many sections are heading for a miss, in any item and span. */
  long headingSections() {
    return heading.stream().map(l -> l.text("section_code")).distinct().count();
  }

  Sheet sheet() {
    List<Line> lines = new ArrayList<>(heading);
    lines.addAll(tight);
    return Sheets.of(results, "water_headroom", Map.of("month", month), lines);
  }
}
