package org.dawen.air;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dawen.standard.AirPollutant;
import org.dawen.standard.AirRuleSet;
import org.dawen.standard.CompositeIndex;
import org.dawen.standard.Percentile;
import org.dawen.standard.Rounding;

/**
 * The figures of a period as its days come in: means, percentiles, index. An item is judged by its
 * mean or by a percentile of its days, as {@code standards/composite_index.csv} says for the day
 * whose rules judge; HJ 663, percentile at k = 1 + (n − 1) · p.
 */
final class PeriodFigures {
  /** The items in the order in which this room passes them on. */
  static final List<AirPollutant> ITEMS =
      List.of(
          AirPollutant.SO2,
          AirPollutant.NO2,
          AirPollutant.CO,
          AirPollutant.O3,
          AirPollutant.PM10,
          AirPollutant.PM2_5);

  static final int ITEM_COUNT = ITEMS.size();
  private static final int MEAN_DECIMALS = 10;

  private final Map<AirPollutant, BigDecimal> percentiles = new EnumMap<>(AirPollutant.class);
  private final BigDecimal[] sums = new BigDecimal[ITEM_COUNT];
  private final int[] dayCounts = new int[ITEM_COUNT];
  private final List<List<BigDecimal>> sorted = new ArrayList<>();

  /**
   * Figures without days.
   *
   * @param rulesDay day whose rules say which items a percentile judges; before the first rules,
   *     theirs
   */
  PeriodFigures(LocalDate rulesDay) {
    LocalDate day =
        AirRuleSet.inForce(rulesDay) == null ? AirRuleSet.all().get(0).validFrom() : rulesDay;
    for (CompositeIndex.Term term : CompositeIndex.terms(day)) {
      if (term.percentileFraction() != null) {
        percentiles.put(term.pollutant(), term.percentileFraction());
      }
    }
    for (int i = 0; i < ITEM_COUNT; i++) {
      sums[i] = BigDecimal.ZERO;
      sorted.add(new ArrayList<>());
    }
  }

  /** Adds a day: six values in the order of {@link #ITEMS}, null = not valid. */
  void add(BigDecimal[] day) {
    for (int i = 0; i < ITEM_COUNT; i++) {
      if (day[i] == null) {
        continue;
      }
      dayCounts[i]++;
      sums[i] = sums[i].add(day[i]);
      if (percentiles.containsKey(ITEMS.get(i))) {
        List<BigDecimal> values = sorted.get(i);
        int place = Collections.binarySearch(values, day[i]);
        values.add(place < 0 ? -place - 1 : place, day[i]);
      }
    }
  }

  int dayCount(int item) {
    return dayCounts[item];
  }

  BigDecimal sum(int item) {
    return sums[item];
  }

  /** The percentile that is the figure of an item, as in 0.90; null: its mean is. */
  BigDecimal percentile(int item) {
    return percentiles.get(ITEMS.get(item));
  }

  /** The days of a percentile item above a value. */
  int daysAbove(int item, BigDecimal value) {
    return (int) sorted.get(item).stream().filter(v -> v.compareTo(value) > 0).count();
  }

  /** The figure of an item, ten decimals, unrounded; null without a valid day. */
  BigDecimal figure(int item) {
    if (dayCounts[item] == 0) {
      return null;
    }
    BigDecimal fraction = percentiles.get(ITEMS.get(item));
    return fraction == null
        ? sums[item].divide(
            BigDecimal.valueOf(dayCounts[item]), MEAN_DECIMALS, RoundingMode.HALF_UP)
        : Percentile.of(sorted.get(item), fraction).setScale(MEAN_DECIMALS, RoundingMode.HALF_UP);
  }

  /** The figure as published: an integer, CO with one decimal, half to even (GB/T 8170). */
  BigDecimal published(int item) {
    return Rounding.halfEvenOfMeans(figure(item), ITEMS.get(item).decimals());
  }

  /**
   * The index from the published figures; null with an item missing or no rules in force.
   *
   * @param rulesDay day whose limits and weights count
   */
  CompositeIndex publishedIndex(LocalDate rulesDay) {
    return index(rulesDay, true);
  }

  /** As {@link #publishedIndex}, from the unrounded figures. */
  CompositeIndex unroundedIndex(LocalDate rulesDay) {
    return index(rulesDay, false);
  }

  private CompositeIndex index(LocalDate rulesDay, boolean isPublished) {
    if (AirRuleSet.inForce(rulesDay) == null) {
      return null;
    }
    Map<AirPollutant, BigDecimal> figures = new EnumMap<>(AirPollutant.class);
    for (int i = 0; i < ITEM_COUNT; i++) {
      BigDecimal figure = isPublished ? published(i) : figure(i);
      if (figure == null) {
        return null;
      }
      figures.put(ITEMS.get(i), figure);
    }
    return CompositeIndex.of(rulesDay, figures);
  }
}
