package org.dawen.water;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dawen.registry.County;
import org.dawen.standard.WaterPurpose;

/** Months of areas, and their years up to each month. */
final class AreaMonths {
  private final List<County> counties;

  AreaMonths(List<County> counties) {
    this.counties = counties;
  }

  /** Rows of one month. */
  record Rows(List<AreaMonth> months, List<AreaYear> years) {}

  /**
   * The areas in a month.
   *
   * @param months of sections by the province's rule: of that month and the earlier ones of its
   *     year, and of the same months a year before
   */
  Rows of(LocalDate monthStart, List<SectionFigures.Month> months) {
    LocalDate lastYear = monthStart.minusYears(1);
    List<AreaMonth> ofMonth = new ArrayList<>();
    List<AreaYear> ofYear = new ArrayList<>();
    for (SectionScope scope : SectionScope.values()) {
      for (AreaKind kind : AreaKind.values()) {
        new Areas(WaterPurpose.MONTH, monthStart)
            .of(
                kind,
                within(scope, inMonth(months, monthStart)),
                within(scope, inMonth(months, lastYear)))
            .forEach(
                (code, figures) ->
                    ofMonth.add(
                        new AreaMonth(
                            kind, code, name(kind, code, monthStart), scope, monthStart, figures)));
        new Areas(WaterPurpose.YEAR, monthStart)
            .of(
                kind,
                within(scope, inYear(months, monthStart)),
                within(scope, inYear(months, lastYear)))
            .forEach(
                (code, figures) ->
                    ofYear.add(
                        new AreaYear(
                            kind,
                            code,
                            name(kind, code, monthStart),
                            scope,
                            monthStart,
                            monthStart.withDayOfYear(1),
                            figures)));
      }
    }
    return new Rows(ofMonth, ofYear);
  }

  private static List<SectionFigures> within(SectionScope scope, List<SectionFigures> sections) {
    return sections.stream().filter(scope::holds).toList();
  }

  private static List<SectionFigures> inMonth(
      List<SectionFigures.Month> months, LocalDate monthStart) {
    return months.stream()
        .filter(m -> m.month().monthStart().equals(monthStart))
        .map(SectionFigures::ofMonth)
        .toList();
  }

  /** Of each section its months of the year up to that one. */
  private static List<SectionFigures> inYear(
      List<SectionFigures.Month> months, LocalDate monthStart) {
    Map<String, List<SectionFigures.Month>> bySection =
        months.stream()
            .filter(m -> m.month().monthStart().getYear() == monthStart.getYear())
            .filter(m -> !m.month().monthStart().isAfter(monthStart))
            .collect(
                Collectors.groupingBy(
                    m -> m.month().sectionCode(), TreeMap::new, Collectors.toList()));
    return bySection.values().stream().map(SectionFigures::ofYear).toList();
  }

  /** Null: the registry has no name. */
  private String name(AreaKind kind, String code, LocalDate day) {
    Map<String, String> names = new HashMap<>();
    for (County county : counties) {
      if (county.period().holdsOn(day)) {
        names.putIfAbsent(
            kind == AreaKind.CITY ? county.cityCode() : county.countyCode(),
            kind == AreaKind.CITY ? county.cityName() : county.name());
      }
    }
    return names.get(code);
  }
}
