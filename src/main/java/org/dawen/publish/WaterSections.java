package org.dawen.publish;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dawen.lake.DaySet;

/** The sections of surface water in the city, as the registry has them on a day. */
final class WaterSections {
  private static final String MONTH = "water.section_month";
  private static final Map<String, Said> LEVELS = new LinkedHashMap<>();

  static {
    LEVELS.put("national", new Said("国控", "national"));
    LEVELS.put("provincial", new Said("省控", "provincial"));
    LEVELS.put("city", new Said("市控", "city"));
  }

  private final Map<String, Line> sections = new LinkedHashMap<>();

  WaterSections(Results results, Names names, LocalDate day) {
    List<String> levels = List.copyOf(LEVELS.keySet());
    Names.valid(
            results,
            "registry.section",
            day,
            "section_code",
            "name",
            "water_body",
            "level",
            "county_code",
            "city_code",
            "target_class")
        .stream()
        .filter(
            s ->
                s.at("city_code") == null
                    ? names.counties().containsKey(s.text("county_code"))
                    : s.is("city_code", names.homeCity()))
        .map(s -> s.with("section_name", s.at("name")))
        .map(
            s ->
                s.with(
                    "level_no", Math.floorMod(levels.indexOf(s.text("level")), LEVELS.size() + 1)))
        .sorted(Results.by("level_no", "section_code"))
        .forEach(s -> sections.put(s.text("section_code"), s));
  }

  /** Those of the national network first, then by code. */
  List<Line> all() {
    return List.copyOf(sections.values());
  }

  boolean has(Line line) {
    return sections.containsKey(line.text("section_code"));
  }

  boolean isOf(String county, Line line) {
    return has(line)
        && Objects.equals(county, sections.get(line.text("section_code")).text("county_code"));
  }

  /** The line with name, water body and level of its section. */
  Line named(Line line) {
    Line section = sections.get(line.text("section_code"));
    return line.with("section_name", section.at("section_name"))
        .with("water_body", section.at("water_body"))
        .with("level_no", section.at("level_no"))
        .with(
            "level", LEVELS.getOrDefault(section.text("level"), new Said("未登记", "not registered")));
  }

  /** The rows of a month by section and way. */
  Map<String, Map<String, Line>> months(Results results, LocalDate month) {
    Map<String, Map<String, Line>> rows = new LinkedHashMap<>();
    for (Line row : results.lines(MONTH, DaySet.of(month))) {
      if (has(row)) {
        rows.computeIfAbsent(row.text("section_code"), c -> new LinkedHashMap<>())
            .put(row.text("way"), row);
      }
    }
    return rows;
  }
}
