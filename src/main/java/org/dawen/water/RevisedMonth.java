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
import org.dawen.standard.WaterMethod;
import org.dawen.standard.WaterPeriods;
import org.dawen.standard.WaterPurpose;
import org.dawen.standard.WaterVerdict;

/** The means of a month while its values are revised one by one; automatic before manual. */
final class RevisedMonth {
  private final BodyKind body;
  private final LocalDate start;
  private final Map<WaterItem, Map<WaterMethod, Values>> values = new EnumMap<>(WaterItem.class);

  /** Values of one item and method, and their means day by day. */
  private record Values(
      Map<LocalDateTime, BigDecimal> inForce, TreeMap<LocalDate, WaterMean> days) {}

  RevisedMonth(BodyKind body, YearMonth month) {
    this.body = body;
    this.start = month.atDay(1);
  }

  /** Takes the first version of a value. */
  void begin(WaterValue value) {
    BigDecimal used = value.measured().usedValue(value.dataDay());
    if (used != null) {
      of(value).inForce.put(value.observedAt(), used);
      day(value).add(used);
    }
  }

  /** Replaces a value by a later version. */
  void revise(WaterValue value) {
    BigDecimal before = of(value).inForce.remove(value.observedAt());
    if (before != null) {
      day(value).remove(before);
    }
    begin(value);
  }

  private Values of(WaterValue value) {
    return values
        .computeIfAbsent(value.item(), i -> new EnumMap<>(WaterMethod.class))
        .computeIfAbsent(value.method(), m -> new Values(new HashMap<>(), new TreeMap<>()));
  }

  private WaterMean day(WaterValue value) {
    return of(value).days.computeIfAbsent(value.dataDay(), d -> new WaterMean(value.item()));
  }

  /** The class of the means now; null: there is none. */
  WaterClass waterClass() {
    Map<WaterItem, BigDecimal> means = new EnumMap<>(WaterItem.class);
    values.forEach(
        (item, byMethod) ->
            byMethod.values().stream()
                .filter(of -> !of.inForce.isEmpty())
                .findFirst()
                .ifPresent(of -> means.put(item, ItemFigures.judged(mean(item, of)))));
    return WaterVerdict.of(means, body, WaterPurpose.MONTH, start).waterClass();
  }

  private Fraction mean(WaterItem item, Values of) {
    if (WaterPeriods.isMonthOfDayMeans(start)) {
      return WaterMean.ofMeans(of.days.values());
    }
    WaterMean all = new WaterMean(item);
    of.days.values().forEach(all::addAll);
    return all.exact();
  }
}
