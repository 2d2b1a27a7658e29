package org.dawen.source;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.dawen.intake.Provenance;
import org.dawen.lake.DaySet;

/** From the hours of an outlet to its days that trip a screening rule. */
final class SuspectScreening {
  private static final String TOTAL_NITROGEN = "w21001";

  private final SuspectThresholds thresholds;
  private final SuspectRules rules;

  SuspectScreening(SuspectThresholds thresholds) {
    this.thresholds = thresholds;
    this.rules = new SuspectRules(thresholds);
  }

  /**
   * The days that trip a rule.
   *
   * @param hours of one outlet in order of time, of the days asked and of those compared with
   */
  List<SuspectSeries> of(List<HourOfOutlet> hours, DaySet asked) {
    Map<LocalDateTime, BigDecimal> flows = new HashMap<>();
    Map<LocalDateTime, BigDecimal> nitrogen = new HashMap<>();
    for (HourOfOutlet hour : hours) {
      if (hour.isNormal() && hour.isFlow() && hour.couValue() != null) {
        flows.merge(hour.hourStart(), hour.couValue(), BigDecimal::max);
      }
      if (hour.isNormal()
          && hour.pollutantCode().equals(TOTAL_NITROGEN)
          && hour.avgValue() != null) {
        nitrogen.put(hour.hourStart(), hour.avgValue());
      }
    }
    TreeMap<String, TreeMap<LocalDate, List<ScreenedHour>>> series = new TreeMap<>();
    for (HourOfOutlet hour : hours) {
      if (hour.isLimited()) {
        series
            .computeIfAbsent(hour.pollutantCode(), c -> new TreeMap<>())
            .computeIfAbsent(hour.dataDay(), d -> new ArrayList<>())
            .add(
                new ScreenedHour(
                    hour, flows.get(hour.hourStart()), nitrogen.get(hour.hourStart())));
      }
    }
    List<SuspectSeries> rows = new ArrayList<>();
    series.forEach((code, days) -> screen(code, days, asked, rows));
    return rows;
  }

  private void screen(
      String code,
      TreeMap<LocalDate, List<ScreenedHour>> days,
      DaySet asked,
      List<SuspectSeries> rows) {
    List<ScreenedDay> earlier = new ArrayList<>();
    for (Map.Entry<LocalDate, List<ScreenedHour>> entry : days.entrySet()) {
      ScreenedDay before = earlier.isEmpty() ? null : earlier.get(earlier.size() - 1);
      ScreenedDay day =
          ScreenedDay.of(entry.getKey(), entry.getValue(), before, thresholds.flatLineHours());
      if (asked.contains(day.day())) {
        rules.hits(code, day, earlier).forEach(hit -> rows.add(row(code, day, hit)));
      }
      earlier.add(day);
      if (earlier.size() > thresholds.copiedDaysBack()) {
        earlier.remove(0);
      }
    }
  }

  private static SuspectSeries row(String code, ScreenedDay day, SuspectRules.Hit hit) {
    List<ScreenedHour> hours = hit.hours();
    return new SuspectSeries(
        hours.get(0).hour().outletCode(),
        code,
        day.day(),
        hit.rule(),
        largest(day, HourOfOutlet::enterpriseCode),
        largest(day, HourOfOutlet::countyCode),
        hours.get(0).at(),
        hours.get(hours.size() - 1).at(),
        hours.size(),
        hit.figures());
  }

  private static String largest(ScreenedDay day, Function<HourOfOutlet, String> code) {
    return day.hours().stream()
        .map(h -> code.apply(h.hour()))
        .filter(Objects::nonNull)
        .max(Provenance::compareTexts)
        .orElse(null);
  }
}
