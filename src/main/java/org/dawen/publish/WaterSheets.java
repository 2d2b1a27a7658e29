package org.dawen.publish;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dawen.lake.DaySet;

/** The sheets of surface water in the workbook of a county branch. */
final class WaterSheets {
  private final Results results;
  private final LocalDate day;
  private final WaterSections sections;
  private final List<Line> days;
  private final List<Line> months;
  private final List<Line> changes;

  WaterSheets(Results results, Names names, LocalDate day) {
    this.results = results;
    this.day = day;
    this.sections = new WaterSections(results, names, day);
    this.days = lines("water.section_day", day);
    this.months = lines("water.section_month", day.withDayOfMonth(1));
    this.changes = WaterChanges.lines(results, sections, day);
  }

  private List<Line> lines(String table, LocalDate of) {
    return results.lines(table, DaySet.of(of)).stream()
        .filter(sections::has)
        .map(sections::named)
        .map(l -> l.with("way", Words.zh(l.text("way"))))
        .sorted(Results.by("level_no", "section_code"))
        .toList();
  }

  /** Days, months and changed classes of the sections of a county. */
  List<Sheet> of(String county) {
    return List.of(
        Sheets.of(results, "water_days", Map.of("day", day), of(county, days)),
        Sheets.of(
            results, "water_months", Map.of("month", day.withDayOfMonth(1)), of(county, months)),
        WaterChanges.sheet(results, day, of(county, changes)));
  }

  private List<Line> of(String county, List<Line> lines) {
    return lines.stream().filter(l -> sections.isOf(county, l)).toList();
  }
}
