package org.dawen.water;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
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
 * @param usedCount of them those that count
 * @param nonDetectCount of these those below their limit of detection
 * @param dayCount days with a value that counts
 * @param ofValues mean of the values; null: none counts
 * @param ofDayMeans mean of the means of days; null as above
 * @param highestLimit largest limit of detection among values below it; null: none is
 */
record ItemFigures(
    WaterItem item,
    WaterMethod method,
    int receivedCount,
    int usedCount,
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
   * @param values of one item and method
   * @param isScreened whether what screening excludes does not count
   */
  static ItemFigures of(List<CountedValue> values, boolean isScreened) {
    WaterItem item = values.get(0).item();
    int received = 0;
    int used = 0;
    int nonDetects = 0;
    TreeMap<LocalDate, WaterMean> days = new TreeMap<>();
    BigDecimal least = null;
    BigDecimal largest = null;
    BigDecimal highestLimit = null;
    for (CountedValue v : values) {
      BigDecimal value = v.usedValue();
      received += value == null ? 0 : 1;
      if (value == null || isScreened && v.screenReason() != null) {
        continue;
      }
      used++;
      days.computeIfAbsent(v.dataDay(), d -> new WaterMean(item)).add(value);
      least = least == null ? value : least.min(value);
      largest = largest == null ? value : largest.max(value);
      if (v.isBelowDetection()) {
        nonDetects++;
        BigDecimal limit = v.detectionLimitValue();
        highestLimit = highestLimit == null ? limit : highestLimit.max(limit);
      }
    }
    WaterMean all = new WaterMean(item);
    days.values().forEach(all::addAll);
    Fraction ofValues = all.exact();
    return new ItemFigures(
        item,
        values.get(0).method(),
        received,
        used,
        nonDetects,
        days.size(),
        ofValues,
        days.size() == 1 ? ofValues : WaterMean.ofMeans(days.values()),
        least,
        largest,
        highestLimit);
  }

  boolean isUsed() {
    return usedCount > 0;
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
