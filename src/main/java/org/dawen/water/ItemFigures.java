package org.dawen.water;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.dawen.standard.Fraction;
import org.dawen.standard.WaterItem;
import org.dawen.standard.WaterMean;
import org.dawen.standard.WaterMethod;
import org.dawen.standard.WaterPeriods;

/**
 * What the values of one item, measured by one method, say over a day or a month.
 *
 * @param receivedCount values in force
 * @param used of them those that count
 * @param nonDetectCount of these those below their limit of detection
 * @param dayCount days with a value that counts
 * @param ofValues mean of the values
 * @param ofDayMeans mean of the means of days
 * @param highestLimit largest limit of detection among values below it; null: none is
 */
record ItemFigures(
    WaterItem item,
    WaterMethod method,
    int receivedCount,
    List<WaterObservation> used,
    int nonDetectCount,
    int dayCount,
    Fraction ofValues,
    Fraction ofDayMeans,
    BigDecimal least,
    BigDecimal largest,
    BigDecimal highestLimit) {

  /** More digits than any item is rounded to, so that no half is made by dividing. */
  private static final int JUDGED_DECIMALS = 30;

  /**
   * Sums up values.
   *
   * @param observations of one item and method, at least one with a value
   * @param isScreened whether what screening excludes does not count
   */
  static ItemFigures of(List<WaterObservation> observations, boolean isScreened) {
    WaterItem item = observations.get(0).item();
    int received = 0;
    List<WaterObservation> used = new ArrayList<>(observations.size());
    TreeMap<LocalDate, WaterMean> days = new TreeMap<>();
    for (WaterObservation o : observations) {
      if (o.usedValue() == null) {
        continue;
      }
      received++;
      if (!isScreened || o.isUsed()) {
        used.add(o);
        days.computeIfAbsent(o.dataDay(), d -> new WaterMean(item)).add(o.usedValue());
      }
    }
    WaterMean all = new WaterMean(item);
    days.values().forEach(all::addAll);
    Fraction ofValues = all.exact();
    List<Measured> nonDetects =
        used.stream().map(WaterObservation::measured).filter(Measured::isBelowDetection).toList();
    return new ItemFigures(
        item,
        observations.get(0).method(),
        received,
        used,
        nonDetects.size(),
        days.size(),
        ofValues,
        days.size() == 1 ? ofValues : WaterMean.ofMeans(days.values()),
        used.stream().map(WaterObservation::usedValue).min(BigDecimal::compareTo).orElse(null),
        used.stream().map(WaterObservation::usedValue).max(BigDecimal::compareTo).orElse(null),
        nonDetects.stream()
            .map(Measured::detectionLimitValue)
            .max(BigDecimal::compareTo)
            .orElse(null));
  }

  int usedCount() {
    return used.size();
  }

  boolean isUsed() {
    return !used.isEmpty();
  }

  /** Mean of the values at night; null: none. */
  BigDecimal nightMean() {
    WaterMean night = new WaterMean(item);
    used.stream()
        .filter(o -> WaterPeriods.isNight(o.observedAt()))
        .forEach(o -> night.add(o.usedValue()));
    return night.value();
  }

  /** The mean that judges a month ({@code water_periods.csv}); null without values. */
  Fraction monthMean(LocalDate month) {
    return WaterPeriods.isMonthOfDayMeans(month) ? ofDayMeans : ofValues;
  }

  /** A mean as it is judged; null gives null. */
  static BigDecimal judged(Fraction mean) {
    return mean == null ? null : mean.atDecimals(JUDGED_DECIMALS);
  }

  /** A mean as tables hold it; null gives null. */
  static BigDecimal stored(Fraction mean) {
    return mean == null ? null : mean.atDecimals(WaterMean.DECIMALS);
  }

  /** A value as tables of means hold it; null gives null. */
  static BigDecimal stored(BigDecimal value) {
    return value == null ? null : value.setScale(WaterMean.DECIMALS, RoundingMode.HALF_EVEN);
  }
}
