package org.dawen.publish;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.dawen.lake.DaySet;

/**
 * Classes of sections that a later version changed, as the brief and the workbooks of a day show
 * them.
 */
final class WaterChanges {
  private static final String TABLE = "water.class_change";
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
  private static final Map<String, Said> KINDS =
      Map.of(
          "observation", new Said("时次", "observation"),
          "sample", new Said("手工样", "sample"),
          "month", new Said("月均", "month"));

  private WaterChanges() {}

  /**
   * Those of the day, those whose later version was received that day, and those of the month so
   * far of which no file tells when it was received; national sections first.
   */
  static List<Line> lines(Results results, WaterSections sections, LocalDate day) {
    return results.lines(TABLE, DaySet.ALWAYS).stream()
        .filter(sections::has)
        .filter(l -> isWanted(l, day))
        .map(sections::named)
        .map(WaterChanges::shown)
        .sorted(Results.by("level_no", "section_code", "starts_at", "change_kind", "change_no"))
        .toList();
  }

  private static boolean isWanted(Line change, LocalDate day) {
    LocalDate of = change.day("data_day");
    if (of.equals(day)) {
      return true;
    }
    return change.at("received_at") instanceof Instant at
        ? at.atZone(BEIJING).toLocalDate().equals(day)
        : !of.isBefore(day.withDayOfMonth(1)) && !of.isAfter(day);
  }

  private static Line shown(Line change) {
    Object received =
        change.at("received_at") instanceof Instant at
            ? LocalDateTime.ofInstant(at, BEIJING)
            : new Said("文件未注明", "not stated in the file");
    return change
        .with("kind_said", KINDS.get(change.text("change_kind")))
        .with("received_at", received)
        .with("target_class", orElse(change, "target_class", "无目标", "no target"))
        .with("record_no", orElse(change, "record_no", "整份文件", "whole file"));
  }

  private static Object orElse(Line line, String column, String zh, String en) {
    return line.at(column) == null ? new Said(zh, en) : line.at(column);
  }

  static Sheet sheet(Results results, LocalDate day, List<Line> lines) {
    return Sheets.of(results, "water_changes", Map.of("day", day), lines);
  }
}
