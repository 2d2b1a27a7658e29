package org.dawen.water;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;
import org.dawen.standard.Fraction;
import org.dawen.standard.WaterItem;
import org.dawen.standard.WaterItems;
import org.dawen.standard.WaterMethod;

/**
 * An item measured by one method in a month of a section, before a rule chooses among methods. A
 * later month is compared with, and filled from, these rows and need not read observations again.
 */
@OfTable(
    name = "water.section_method_month",
    grain =
        "One row per section, month, item, method and way: by all values in force, and by those"
            + " that screening leaves.",
    sources = {"water.observation"},
    warnings = {
      "An open month tells about the days so far",
      "No rule has chosen among methods; water.section_item_month says what counts"
    })
public record SectionMethodMonth(
    @Key String sectionCode,
    @Key @Day LocalDate monthStart,
    @Key WaterItem item,
    @Key WaterMethod method,
    @Key Way way,
    String unit,
    LocalDate lastDay,
    int receivedCount,
    int usedCount,
    int nonDetectCount,
    int dayCount,
    @Nullable @Digits(value = 38, scale = MEAN_DECIMALS) BigDecimal meanOfValuesValue,
    @Nullable @Digits(value = 38, scale = MEAN_DECIMALS) BigDecimal meanOfDayMeansValue,
    @Nullable @Digits(value = 28, scale = 16) BigDecimal leastValue,
    @Nullable @Digits(value = 28, scale = 16) BigDecimal largestValue,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal detectionLimitValue) {

  /** So many that rounding a mean again, to the digits that judge it, makes no other half. */
  static final int MEAN_DECIMALS = 26;

  /**
   * The rows of a month.
   *
   * @param values of one section and month
   */
  static List<SectionMethodMonth> of(LocalDate monthStart, List<CountedValue> values) {
    List<SectionMethodMonth> rows = new ArrayList<>();
    String section = values.get(0).sectionCode();
    for (MethodFigures figures : MethodFigures.of(values)) {
      for (Way way : List.of(Way.AS_RECEIVED, Way.SCREENED)) {
        rows.add(row(section, monthStart, way, figures.lastDay(), figures.by(way)));
      }
    }
    return rows;
  }

  private static SectionMethodMonth row(
      String section, LocalDate monthStart, Way way, LocalDate lastDay, ItemFigures f) {
    return new SectionMethodMonth(
        section,
        monthStart,
        f.item(),
        f.method(),
        way,
        WaterItems.unit(f.item()),
        lastDay,
        f.receivedCount(),
        f.usedCount(),
        f.nonDetectCount(),
        f.dayCount(),
        mean(f.ofValues()),
        mean(f.ofDayMeans()),
        f.least(),
        f.largest(),
        f.highestLimit());
  }

  private static BigDecimal mean(Fraction exact) {
    return exact == null ? null : exact.atDecimals(MEAN_DECIMALS);
  }

  /**
   * The figures again, in order of items, automatic before manual.
   *
   * @param rows of one section and month
   */
  static List<MethodFigures> figures(List<SectionMethodMonth> rows) {
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                r -> r.item.ordinal() * WaterMethod.values().length + r.method.ordinal(),
                TreeMap::new,
                Collectors.toList()))
        .values()
        .stream()
        .map(
            of ->
                new MethodFigures(
                    of.get(0).lastDay, figures(of, Way.AS_RECEIVED), figures(of, Way.SCREENED)))
        .toList();
  }

  private static ItemFigures figures(List<SectionMethodMonth> ways, Way way) {
    SectionMethodMonth r = ways.stream().filter(w -> w.way == way).findFirst().orElseThrow();
    return new ItemFigures(
        r.item,
        r.method,
        r.receivedCount,
        r.usedCount,
        r.nonDetectCount,
        r.dayCount,
        exact(r.meanOfValuesValue),
        exact(r.meanOfDayMeansValue),
        r.leastValue,
        r.largestValue,
        r.detectionLimitValue);
  }

  private static Fraction exact(BigDecimal mean) {
    return mean == null ? null : Fraction.of(mean);
  }
}
