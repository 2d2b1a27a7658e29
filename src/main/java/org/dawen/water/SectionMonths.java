package org.dawen.water;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dawen.registry.WaterSection;
import org.dawen.standard.BodyKind;
import org.dawen.standard.Cwqi;
import org.dawen.standard.Fraction;
import org.dawen.standard.WaterClass;
import org.dawen.standard.WaterItem;
import org.dawen.standard.WaterMethod;
import org.dawen.standard.WaterPeriods;
import org.dawen.standard.WaterPurpose;
import org.dawen.standard.WaterStates;
import org.dawen.standard.WaterVerdict;

/** How months of a section follow from their items by method. */
final class SectionMonths {
  private final SectionRegister register;

  SectionMonths(SectionRegister register) {
    this.register = register;
  }

  /** A manual result that fills the index of later months. */
  record LastManual(YearMonth month, ItemFigures figures) {}

  /** What of a month is judged and what fills its index. */
  record Given(
      String section,
      YearMonth month,
      Way way,
      LocalDate lastDay,
      Map<WaterItem, ItemFigures> figures,
      Map<WaterItem, LastManual> fills,
      WaterSection registered,
      BodyKind body) {

    LocalDate start() {
      return month.atDay(1);
    }
  }

  /**
   * All months, each by the three ways.
   *
   * @param rows of one section. Changes and the last manual results are told by the months among
   *     them
   */
  List<SectionFigures.Month> of(List<SectionMethodMonth> rows) {
    TreeMap<YearMonth, List<SectionMethodMonth>> byMonth =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    r -> YearMonth.from(r.monthStart()), TreeMap::new, Collectors.toList()));
    Map<Way, Map<YearMonth, WaterClass>> classes = new EnumMap<>(Way.class);
    Map<WaterItem, LastManual> lastManual = new EnumMap<>(WaterItem.class);
    List<SectionFigures.Month> months = new ArrayList<>();
    byMonth.forEach(
        (month, of) -> {
          List<MethodFigures> figures = SectionMethodMonth.figures(of);
          remember(lastManual, month, figures);
          for (Way way : Way.values()) {
            Map<YearMonth, WaterClass> before = classes.computeIfAbsent(way, w -> new HashMap<>());
            SectionFigures.Month made =
                month(given(of.get(0).sectionCode(), month, figures, way, lastManual), before);
            before.put(month, made.month().verdict().waterClass());
            months.add(made);
          }
        });
    return months;
  }

  private static void remember(
      Map<WaterItem, LastManual> lastManual, YearMonth month, List<MethodFigures> figures) {
    for (MethodFigures of : figures) {
      if (of.method() == WaterMethod.MANUAL && of.screened().isUsed()) {
        lastManual.put(of.item(), new LastManual(month, of.screened()));
      }
    }
  }

  private Given given(
      String section,
      YearMonth month,
      List<MethodFigures> byMethod,
      Way way,
      Map<WaterItem, LastManual> lastManual) {
    LocalDate lastDay =
        byMethod.stream().map(MethodFigures::lastDay).max(LocalDate::compareTo).orElseThrow();
    Map<WaterItem, ItemFigures> figures = PeriodItems.of(byMethod, way);
    Map<WaterItem, LastManual> fills = new EnumMap<>(WaterItem.class);
    if (way == Way.PROVINCE_RULE) {
      fills.putAll(lastManual);
      fills.keySet().removeAll(figures.keySet());
      fills
          .values()
          .removeIf(
              l -> l.month.plusMonths(WaterPeriods.manualValidMonths(lastDay)).isBefore(month));
    }
    return new Given(
        section,
        month,
        way,
        lastDay,
        figures,
        fills,
        register.on(section, lastDay),
        register.bodyKind(section, lastDay));
  }

  private SectionFigures.Month month(Given given, Map<YearMonth, WaterClass> before) {
    Map<WaterItem, BigDecimal> means = new EnumMap<>(WaterItem.class);
    given.figures.forEach(
        (item, f) -> means.put(item, ItemFigures.judged(f.monthMean(given.start()))));
    WaterVerdict verdict = WaterVerdict.of(means, given.body, WaterPurpose.MONTH, given.start());
    return new SectionFigures.Month(
        sectionMonth(given, verdict, before), MonthItems.of(given, means));
  }

  private SectionMonth sectionMonth(
      Given given, WaterVerdict verdict, Map<YearMonth, WaterClass> before) {
    WaterClass target = SectionRegister.target(given.registered);
    int days = given.figures.values().stream().mapToInt(ItemFigures::dayCount).max().orElse(0);
    return new SectionMonth(
        given.section,
        given.start(),
        given.way,
        given.lastDay,
        place(given),
        days,
        isFewDays(given, days),
        Verdicts.of(verdict, WaterPeriods.confidenceOfMean(WaterPurpose.MONTH, given.start())),
        WaterStates.of(verdict.waterClass(), given.start()),
        target,
        SectionDays.isMet(verdict.waterClass(), target),
        changes(
            verdict.waterClass(),
            before.get(given.month.minusMonths(1)),
            before.get(given.month.minusYears(1))),
        index(given));
  }

  private SectionMonth.Place place(Given given) {
    WaterSection section = given.registered;
    return section == null
        ? new SectionMonth.Place(false, null, null, null, null, null, null)
        : new SectionMonth.Place(
            true,
            section.name(),
            section.waterBody(),
            given.body,
            section.level() == null ? null : section.level().toString(),
            section.countyCode(),
            register.cityCode(section, given.lastDay));
  }

  /** Only of automatic values: a manual section is sampled once a month. */
  private static boolean isFewDays(Given given, int days) {
    return given.figures.values().stream().anyMatch(f -> f.method() == WaterMethod.AUTOMATIC)
        && days < WaterPeriods.fewDays(given.start());
  }

  private static SectionMonth.Changes changes(
      WaterClass now, WaterClass lastMonth, WaterClass lastYear) {
    return new SectionMonth.Changes(
        lastMonth, difference(now, lastMonth), lastYear, difference(now, lastYear));
  }

  private static Integer difference(WaterClass now, WaterClass then) {
    return now == null || then == null ? null : Integer.valueOf(now.number() - then.number());
  }

  /** Without a known kind of water body total phosphorus has no limit, and there is no index. */
  private static SectionMonth.Index index(Given given) {
    Cwqi cwqi = given.body == null ? null : Cwqi.of(indexMeans(given), given.body, given.start());
    return cwqi == null
        ? new SectionMonth.Index(null, null, null)
        : new SectionMonth.Index(
            Cwqi.published(cwqi.exact()),
            Cwqi.unrounded(cwqi.exact()),
            Verdicts.labels(cwqi.missing()));
  }

  private static Map<WaterItem, Fraction> indexMeans(Given given) {
    Map<WaterItem, Fraction> means = new EnumMap<>(WaterItem.class);
    given.fills.forEach((item, l) -> means.put(item, l.figures.monthMean(l.month.atDay(1))));
    given.figures.forEach((item, f) -> means.put(item, f.monthMean(given.start())));
    return means;
  }
}
