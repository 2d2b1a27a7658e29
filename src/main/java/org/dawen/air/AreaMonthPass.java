package org.dawen.air;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dawen.lake.Table;
import org.dawen.run.JobSpec;
import org.dawen.run.Pass;
import org.dawen.run.PassSpec;
import org.dawen.run.Reach;
import org.dawen.run.References;

/** One area at a time: its months, quarters and years to date. */
public final class AreaMonthPass implements Pass {
  private static final long serialVersionUID = 1L;

  @Override
  public PassSpec spec() {
    Table areaDay = Table.of(AreaDay.class);
    return PassSpec.of()
        .follows(
            areaDay,
            AreaDayFigures.class,
            d -> d.areaKind() + " " + d.areaCode(),
            Comparator.comparing(AreaDayFigures::dataDay))
        .looksUp(areaDay, AreaKindDay.class)
        .gives(
            JobSpec.writes(AreaMonth.class)
                .reach(Reach.monthsToDate())
                .settings(RulesAsOf.SETTING)
                .standards(
                    "air_limits.csv",
                    "air_validity.csv",
                    "aqi_classes.csv",
                    "aqi_reporting.csv",
                    "composite_index.csv"))
        .build();
  }

  @Override
  public Rule rule(References references) {
    AreaMonths months = new AreaMonths(RulesAsOf.of(references.settings().text(RulesAsOf.SETTING)));
    Map<AreaKind, Map<YearMonth, LocalDate>> lastOfKind = new EnumMap<>(AreaKind.class);
    references.forEach(
        AreaKindDay.class,
        d ->
            lastOfKind
                .computeIfAbsent(d.areaKind(), k -> new TreeMap<>())
                .merge(YearMonth.from(d.dataDay()), d.dataDay(), (a, b) -> a.isAfter(b) ? a : b));
    return (area, out) -> {
      Map<Integer, List<AreaDayFigures>> years = new TreeMap<>();
      for (AreaDayFigures day : area.rows(AreaDayFigures.class)) {
        years.computeIfAbsent(day.dataDay().getYear(), y -> new ArrayList<>()).add(day);
      }
      for (List<AreaDayFigures> year : years.values()) {
        months
            .of(year, lastOfKind.get(year.get(0).areaKind()), references.days(AreaMonth.class))
            .forEach(out::give);
      }
    };
  }

  /** A day of which an area of a kind has a row, from {@code air.area_day}. */
  record AreaKindDay(AreaKind areaKind, LocalDate dataDay) {}
}
