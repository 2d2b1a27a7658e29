package org.dawen.water;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.dawen.standard.BodyKind;
import org.dawen.standard.Fraction;
import org.dawen.standard.WaterClass;
import org.dawen.standard.WaterItem;
import org.dawen.standard.WaterMean;
import org.dawen.standard.WaterPeriods;
import org.dawen.standard.WaterPurpose;
import org.dawen.standard.WaterVerdict;

/** The means of a month while its values are revised one by one. */
final class RevisedMonth {
  private final BodyKind body;
  private final LocalDate start;
  private final Map<WaterItem, TreeMap<LocalDate, WaterMean>> days = new EnumMap<>(WaterItem.class);
  private final Map<WaterItem, Map<LocalDateTime, BigDecimal>> inForce =
      new EnumMap<>(WaterItem.class);

  RevisedMonth(BodyKind body, YearMonth month) {
    this.body = body;
    this.start = month.atDay(1);
  }

  /** Takes the first version of a value. */
  void begin(WaterValue value) {
    BigDecimal used = value.measured().usedValue(value.dataDay());
    if (used != null) {
      inForce.computeIfAbsent(value.item(), i -> new HashMap<>()).put(value.observedAt(), used);
      day(value).add(used);
    }
  }

  /** Replaces a value by a later version. */
  void revise(WaterValue value) {
    BigDecimal before = inForce.getOrDefault(value.item(), Map.of()).get(value.observedAt());
    if (before != null) {
      day(value).remove(before);
    }
    begin(value);
  }

  private WaterMean day(WaterValue value) {
    return days.computeIfAbsent(value.item(), i -> new TreeMap<>())
        .computeIfAbsent(value.dataDay(), d -> new WaterMean(value.item()));
  }

  /** The class of the means now; null: there is none. */
  WaterClass waterClass() {
    Map<WaterItem, BigDecimal> means = new EnumMap<>(WaterItem.class);
    days.forEach((item, of) -> means.put(item, ItemFigures.judged(mean(item, of))));
    return WaterVerdict.of(means, body, WaterPurpose.MONTH, start).waterClass();
  }

  private Fraction mean(WaterItem item, TreeMap<LocalDate, WaterMean> of) {
    if (WaterPeriods.isMonthOfDayMeans(start)) {
      return WaterMean.ofMeans(of.values());
    }
    WaterMean all = new WaterMean(item);
    inForce.get(item).values().forEach(all::add);
    return all.exact();
  }
}
