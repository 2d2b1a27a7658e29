package org.dawen.water;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dawen.intake.Provenance;
import org.dawen.standard.BodyKind;
import org.dawen.standard.WaterClass;
import org.dawen.standard.WaterItem;
import org.dawen.standard.WaterMean;
import org.dawen.standard.WaterPurpose;
import org.dawen.standard.WaterVerdict;

/**
 * What one section brings into its areas for a month or a year to date, by the province's rule.
 *
 * @param place where it is
 * @param waterClass null: none
 * @param means of items, those among them that fill the index alone
 * @param judgedMeans of the items measured in the period, which make the class
 * @param basis of each month with an index the items left out of it
 */
record SectionFigures(
    String sectionCode,
    SectionMonth.Place place,
    WaterClass waterClass,
    WaterClass targetClass,
    Map<WaterItem, BigDecimal> means,
    Map<WaterItem, BigDecimal> judgedMeans,
    Map<LocalDate, String> basis) {

  /** A month of a section by the province's rule. */
  record Month(SectionMonth month, List<SectionItemMonth> items) {}

  /** Months with their items, section by section and in order of time. */
  static List<Month> months(List<SectionMonth> months, List<SectionItemMonth> items) {
    Map<SectionAndMonth, List<SectionItemMonth>> byMonth =
        items.stream()
            .collect(
                Collectors.groupingBy(i -> new SectionAndMonth(i.sectionCode(), i.monthStart())));
    return months.stream()
        .sorted(
            Comparator.comparing(SectionMonth::sectionCode, Provenance::compareTexts)
                .thenComparing(SectionMonth::monthStart))
        .map(
            m ->
                new Month(
                    m,
                    byMonth
                        .getOrDefault(
                            new SectionAndMonth(m.sectionCode(), m.monthStart()), List.of())
                        .stream()
                        .sorted(Comparator.comparing(SectionItemMonth::item))
                        .toList()))
        .toList();
  }

  private record SectionAndMonth(String section, LocalDate month) {}

  /** Of these months those of the year up to one of them. */
  static List<Month> yearTo(List<Month> months, LocalDate monthStart) {
    return months.stream()
        .filter(m -> m.month.monthStart().getYear() == monthStart.getYear())
        .filter(m -> !m.month.monthStart().isAfter(monthStart))
        .toList();
  }

  /** The month as it is. */
  static SectionFigures ofMonth(Month of) {
    Map<WaterItem, BigDecimal> means = new EnumMap<>(WaterItem.class);
    Map<WaterItem, BigDecimal> judged = new EnumMap<>(WaterItem.class);
    for (SectionItemMonth item : of.items) {
      put(means, item.item(), item.monthMeanValue());
      if (item.usedCount() > 0) {
        put(judged, item.item(), item.monthMeanValue());
      }
    }
    SectionMonth month = of.month;
    return new SectionFigures(
        month.sectionCode(),
        month.place(),
        month.verdict().waterClass(),
        month.targetClass(),
        means,
        judged,
        basis(List.of(of)));
  }

  private static Map<LocalDate, String> basis(List<Month> months) {
    Map<LocalDate, String> basis = new TreeMap<>();
    for (Month of : months) {
      SectionMonth.Index index = of.month.index();
      if (index.cwqi() != null) {
        basis.put(of.month.monthStart(), String.valueOf(index.cwqiMissingItems()));
      }
    }
    return basis;
  }

  /** Whether all sections that have an index have it of the same months and of the same items. */
  static boolean areOfOneBasis(Collection<List<SectionFigures>> areas) {
    List<Map<LocalDate, String>> bases =
        areas.stream()
            .flatMap(List::stream)
            .map(SectionFigures::basis)
            .filter(basis -> !basis.isEmpty())
            .toList();
    return bases.stream().map(Map::keySet).distinct().count() <= 1
        && bases.stream().flatMap(b -> b.values().stream()).distinct().count() <= 1;
  }

  /**
   * The year up to its last month: of each item the mean of its months ({@code water_periods.csv}).
   * What no month measured is filled as in the last one.
   *
   * @param months of one section and year, at least one
   */
  static SectionFigures ofYear(List<Month> months) {
    Month last = months.stream().max(Comparator.comparing(m -> m.month.monthStart())).orElseThrow();
    Map<WaterItem, WaterMean> sums = new EnumMap<>(WaterItem.class);
    for (Month month : months) {
      for (SectionItemMonth item : month.items) {
        if (item.usedCount() > 0) {
          sums.computeIfAbsent(item.item(), WaterMean::new).add(item.monthMeanValue());
        }
      }
    }
    Map<WaterItem, BigDecimal> judged = new EnumMap<>(WaterItem.class);
    sums.forEach((item, mean) -> judged.put(item, mean.value()));
    Map<WaterItem, BigDecimal> means = ofMonth(last).means;
    means.putAll(judged);
    LocalDate start = last.month.monthStart();
    return new SectionFigures(
        last.month.sectionCode(),
        last.month.place(),
        WaterVerdict.of(judged, last.month.place().bodyKind(), WaterPurpose.YEAR, start)
            .waterClass(),
        last.month.targetClass(),
        means,
        judged,
        basis(months));
  }

  private static void put(Map<WaterItem, BigDecimal> means, WaterItem item, BigDecimal mean) {
    if (mean != null) {
      means.put(item, mean);
    }
  }

  BodyKind body() {
    return place.bodyKind();
  }

  /** Null: the registry does not say. */
  String areaCode(AreaKind kind) {
    return kind == AreaKind.CITY ? place.cityCode() : place.countyCode();
  }

  /** Whether it is not worse than its target; a section without target is not. */
  boolean meetsTarget() {
    return waterClass != null && !waterClass.isWorseThan(targetClass);
  }
}
