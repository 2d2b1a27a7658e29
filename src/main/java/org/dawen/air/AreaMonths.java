package org.dawen.air;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dawen.lake.DaySet;
import org.dawen.standard.AirPollutant;
import org.dawen.standard.AirRuleSet;
import org.dawen.standard.CompositeIndex;
import org.dawen.standard.Mean;

/** How months, quarters and years to date of an area follow from its days. */
final class AreaMonths {
  private static final int CLASSES = 6;

  private final RulesAsOf rulesAsOf;

  AreaMonths(RulesAsOf rulesAsOf) {
    this.rulesAsOf = rulesAsOf;
  }

  /**
   * The rows of the months of one year, where the area has a day in them.
   *
   * @param year the area's days of a calendar year, in order, at least one
   * @param lastOfKind the last day of each month of which any area of the kind has a row
   * @param months first days of the months wanted
   */
  List<AreaMonth> of(
      List<AreaDayFigures> year, Map<YearMonth, LocalDate> lastOfKind, DaySet months) {
    TreeMap<YearMonth, Six<Mean>> validDays = new TreeMap<>();
    for (AreaDayFigures day : year) {
      Six<Mean> ofMonth =
          validDays.computeIfAbsent(YearMonth.from(day.dataDay()), m -> Six.of(item -> new Mean()));
      Six.ITEMS.forEach(item -> ofMonth.of(item).add(day.values().six().of(item)));
    }
    List<AreaMonth> rows = new ArrayList<>();
    for (Dust dust : Dust.values()) {
      for (YearMonth month : validDays.keySet()) {
        if (months.contains(month.atDay(1))) {
          for (PeriodKind kind : PeriodKind.values()) {
            rows.add(row(new Period(kind, dust, month, lastOfKind.get(month)), year, validDays));
          }
        }
      }
    }
    return rows;
  }

  /**
   * A period up to a month.
   *
   * @param lastDay last day there are data of
   */
  private record Period(PeriodKind kind, Dust dust, YearMonth to, LocalDate lastDay) {
    YearMonth from() {
      return kind.firstMonth(to);
    }

    boolean holds(LocalDate day) {
      YearMonth month = YearMonth.from(day);
      return !month.isBefore(from()) && !month.isAfter(to);
    }
  }

  private AreaMonth row(
      Period period, List<AreaDayFigures> year, Map<YearMonth, Six<Mean>> validDays) {
    LocalDate rulesDay = rulesAsOf.dayFor(period.to().atDay(1));
    PeriodFigures figures = new PeriodFigures(rulesDay);
    List<AreaDayFigures> days = year.stream().filter(d -> period.holds(d.dataDay())).toList();
    days.forEach(d -> figures.add(d.values(period.dust())));
    PeriodValidity validity =
        PeriodValidity.of(
            period.from(),
            period.to(),
            period.lastDay(),
            rulesDay,
            period.kind() == PeriodKind.YEAR,
            validDays);
    AirRuleSet rules = AirRuleSet.inForce(rulesDay);
    AreaDayFigures latest = days.get(days.size() - 1);
    return new AreaMonth(
        latest.areaKind(),
        latest.areaCode(),
        latest.areaName(),
        period.kind(),
        period.dust(),
        period.to().atDay(1),
        period.from().atDay(1),
        period.lastDay(),
        AreaMonth.ValidDays.of(figures),
        AreaMonth.Figures.of(figures),
        AreaMonth.Published.of(figures),
        AreaDays.ratio(figures.figure(AirPollutant.PM2_5), figures.figure(AirPollutant.PM10)),
        index(figures, validity, rulesDay),
        classDays(days, period.dust()),
        validity.isValid(),
        validity.because(),
        rules == null ? null : rules.ambientStandard());
  }

  private static AreaMonth.Index index(
      PeriodFigures figures, PeriodValidity validity, LocalDate rulesDay) {
    CompositeIndex published = validity.canBeValid() ? figures.publishedIndex(rulesDay) : null;
    if (published == null) {
      return AreaMonth.Index.NONE;
    }
    BigDecimal unrounded = tenDecimals(figures.unroundedIndex(rulesDay).unrounded());
    Six<BigDecimal> parts = Six.of(item -> tenDecimals(published.singleIndices().get(item)));
    return new AreaMonth.Index(
        validity.isValid() ? published.value() : null,
        validity.isValid() ? unrounded : null,
        published.value(),
        unrounded,
        parts.so2(),
        parts.no2(),
        parts.co(),
        parts.o3(),
        parts.pm10(),
        parts.pm25(),
        published.mainPollutants().stream()
            .map(AirPollutant::label)
            .collect(Collectors.joining("+")));
  }

  private static BigDecimal tenDecimals(BigDecimal number) {
    return number.setScale(Mean.DECIMALS, RoundingMode.HALF_UP);
  }

  private AreaMonth.ClassDays classDays(List<AreaDayFigures> days, Dust dust) {
    int[] count = new int[CLASSES];
    int classed = 0;
    for (AreaDayFigures day : days) {
      Integer aqi = day.aqi(dust);
      AirRuleSet rules = AirRuleSet.inForce(rulesAsOf.dayFor(day.dataDay()));
      if (aqi != null && rules != null) {
        count[rules.classes().indexOf(rules.classOf(aqi))]++;
        classed++;
      }
    }
    BigDecimal good = BigDecimal.valueOf(100L * (count[0] + count[1]));
    BigDecimal all = BigDecimal.valueOf(classed);
    return new AreaMonth.ClassDays(
        count[0],
        count[1],
        count[2],
        count[3],
        count[4],
        count[5],
        count[4] + count[5],
        classed == 0 ? null : good.divide(all, Mean.DECIMALS, RoundingMode.HALF_UP),
        classed == 0 ? null : good.divide(all, 1, RoundingMode.HALF_EVEN));
  }
}
