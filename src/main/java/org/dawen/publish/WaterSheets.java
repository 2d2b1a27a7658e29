package org.dawen.publish;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dawen.lake.DaySet;

/** The sheets of surface water in the workbook of a county branch. */
final class WaterSheets {
  private static final String[] OF_DAY = {
    "data_day",
    "way",
    "water_class",
    "target_class",
    "is_target_met",
    "exceeding_items",
    "main_pollutants",
    "missing_items",
    "no_class_reason",
    "used_count",
    "excluded_count",
    "is_provisional",
    "section_code"
  };
  private static final String[] OF_MONTH = {
    "month_start",
    "way",
    "last_day",
    "day_count",
    "water_class",
    "target_class",
    "is_target_met",
    "exceeding_items",
    "main_pollutants",
    "last_month_class",
    "last_year_class",
    "cwqi",
    "cwqi_missing_items",
    "no_class_reason",
    "is_provisional",
    "section_code"
  };

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
        sheet("water_days", "断面日", "Sections, day", "water.section_day", OF_DAY, county, days),
        sheet(
            "water_months",
            "断面月",
            "Sections, month",
            "water.section_month",
            OF_MONTH,
            county,
            months),
        WaterChanges.sheet(results, day, of(county, changes)));
  }

  private List<Line> of(String county, List<Line> lines) {
    return lines.stream().filter(l -> sections.isOf(county, l)).toList();
  }

  private Sheet sheet(
      String name,
      String zh,
      String en,
      String table,
      String[] columns,
      String county,
      List<Line> lines) {
    List<Field> fields = new ArrayList<>();
    fields.add(Field.named("section_name", "断面", "Section"));
    fields.add(Field.named("water_body", "水体", "Water body"));
    fields.add(Field.named("level", "级别", "Level"));
    fields.addAll(results.fields(table, columns));
    boolean isDay = table.endsWith("_day");
    return new Sheet(
        name,
        zh,
        en,
        table + (isDay ? ", data_day = " + day : ", month_start = " + day.withDayOfMonth(1)),
        fields,
        List.of("section_code", "way"),
        of(county, lines),
        isDay ? "当日本区县没有断面数据。" : "本月本区县没有断面数据。",
        isDay ? "No section has data that day." : "No section has data this month.");
  }
}
