package org.dawen.ground;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dawen.registry.GroundPoint;
import org.dawen.standard.Confidence;
import org.dawen.standard.GroundClass;
import org.dawen.standard.GroundItem;
import org.dawen.standard.GroundRule;
import org.dawen.standard.GroundRule.Name;
import org.dawen.standard.WaterMean;

/** The years of a point: means of the samples by item, the worst item, the year before. */
final class PointYears {
  private final GroundRegister register;

  PointYears(GroundRegister register) {
    this.register = register;
  }

  /** The years in order; a year is compared with the one before, if that has samples. */
  List<PointYear> of(String pointCode, List<SampleItem> items) {
    TreeMap<LocalDate, List<SampleItem>> byYear =
        items.stream()
            .collect(
                Collectors.groupingBy(
                    i -> i.dataDay().withDayOfYear(1), TreeMap::new, Collectors.toList()));
    List<PointYear> years = new ArrayList<>();
    byYear.forEach(
        (start, of) ->
            years.add(
                year(pointCode, start, of, byYear.getOrDefault(start.minusYears(1), List.of()))));
    return years;
  }

  private PointYear year(
      String pointCode, LocalDate start, List<SampleItem> items, List<SampleItem> lastYear) {
    LocalDate last =
        items.stream().map(SampleItem::dataDay).max(LocalDate::compareTo).orElseThrow();
    GroundPoint point = register.on(pointCode, last);
    Map<GroundItem, ItemVerdict> verdicts = verdicts(items);
    Map<GroundItem, ItemVerdict> before = verdicts(lastYear);
    GroundClass worst = worst(verdicts);
    GroundClass worstBefore = worst(before);
    Integer change =
        worst == null || worstBefore == null
            ? null
            : (Integer) (worst.ordinal() - worstBefore.ordinal());
    GroundClass target = GroundRegister.target(point);
    return new PointYear(
        pointCode,
        start,
        point != null,
        point == null ? null : point.countyCode(),
        point == null ? null : point.level(),
        (int) items.stream().map(SampleItem::sampledAt).distinct().count(),
        last,
        known(verdicts).size(),
        worst,
        worst == null
            ? null
            : known(verdicts).stream()
                .filter(i -> verdicts.get(i).itemClass() == worst)
                .map(GroundItem::label)
                .collect(Collectors.joining(";")),
        undetermined(verdicts),
        worstBefore,
        change,
        change == null ? null : PointYear.Trend.of(change),
        change == null ? null : (Boolean) known(verdicts).equals(known(before)),
        target,
        GroundRegister.isMet(worst, possible(verdicts), target),
        items.stream().anyMatch(i -> Samples.isProvisional(i.item(), last))
            || List.of(Name.values()).stream()
                .anyMatch(
                    n ->
                        GroundRule.inForce(n, last).provision().confidence()
                            != Confidence.VERIFIED));
  }

  /** The class of the mean of each item; of values that were never detected what they prove. */
  private static Map<GroundItem, ItemVerdict> verdicts(List<SampleItem> items) {
    Map<GroundItem, List<SampleItem>> byItem =
        items.stream()
            .collect(Collectors.groupingBy(SampleItem::item, TreeMap::new, Collectors.toList()));
    Map<GroundItem, ItemVerdict> verdicts = new TreeMap<>();
    byItem.forEach((item, of) -> verdicts.put(item, verdict(item, of)));
    return verdicts;
  }

  private static ItemVerdict verdict(GroundItem item, List<SampleItem> samples) {
    LocalDate last =
        samples.stream().map(SampleItem::dataDay).max(LocalDate::compareTo).orElseThrow();
    if (samples.stream().allMatch(SampleItem::isBelowDetection)) {
      return ItemVerdict.below(
          item,
          samples.stream()
              .map(SampleItem::detectionLimitValue)
              .filter(l -> l != null)
              .max(BigDecimal::compareTo)
              .orElse(null),
          last);
    }
    WaterMean mean = new WaterMean(item);
    BigDecimal share = GroundRule.number(Name.NON_DETECT_SHARE, last);
    samples.forEach(s -> mean.add(s.usedValue(share)));
    return ItemVerdict.ofValue(item, mean.value(), last);
  }

  private static Set<GroundItem> known(Map<GroundItem, ItemVerdict> verdicts) {
    return verdicts.entrySet().stream()
        .filter(e -> e.getValue().itemClass() != null)
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static GroundClass worst(Map<GroundItem, ItemVerdict> verdicts) {
    return verdicts.values().stream().map(ItemVerdict::itemClass).reduce(null, GroundClass::worse);
  }

  /** The worst class that limits of detection leave possible. */
  private static GroundClass possible(Map<GroundItem, ItemVerdict> verdicts) {
    return verdicts.values().stream()
        .map(ItemVerdict::notBetterThanKnown)
        .reduce(worst(verdicts), GroundClass::worse);
  }

  private static String undetermined(Map<GroundItem, ItemVerdict> verdicts) {
    String names =
        verdicts.entrySet().stream()
            .filter(e -> e.getValue().notBetterThanKnown() != null)
            .map(e -> e.getKey().label() + " " + e.getValue().notBetterThanKnown())
            .collect(Collectors.joining(";"));
    return names.isEmpty() ? null : names;
  }
}
