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
import org.dawen.standard.Mean;
import org.dawen.standard.Percentile;
import org.dawen.standard.Rounding;

/**
 * The figures of a period as its days come in: means, percentiles, index. An item is judged by its
 * mean or by a percentile of its days, as {@code standards/composite_index.csv} says for the day
 * whose rules judge; HJ 663, percentile at k = 1 + (n − 1) · p.
 */
final class PeriodFigures {
  private final Map<AirPollutant, BigDecimal> percentiles = new EnumMap<>(AirPollutant.class);
  private final Six<Mean> means = Six.of(item -> new Mean());
  private final Six<List<BigDecimal>> sorted = Six.of(item -> new ArrayList<>());

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
  }

  /** Adds a day; null: not valid. */
  void add(Six<BigDecimal> day) {
    for (AirPollutant item : Six.ITEMS) {
      BigDecimal value = day.of(item);
      means.of(item).add(value);
      if (value != null && percentiles.containsKey(item)) {
        List<BigDecimal> values = sorted.of(item);
        int place = Collections.binarySearch(values, value);
        values.add(place < 0 ? -place - 1 : place, value);
      }
    }
  }

  int dayCount(AirPollutant item) {
    return means.of(item).count();
  }

  BigDecimal sum(AirPollutant item) {
    return means.of(item).sum();
  }

  /** The percentile that is the figure of an item, as in 0.90; null: its mean is. */
  BigDecimal percentile(AirPollutant item) {
    return percentiles.get(item);
  }

  /** The days of a percentile item above a value. */
  int daysAbove(AirPollutant item, BigDecimal value) {
    return (int) sorted.of(item).stream().filter(v -> v.compareTo(value) > 0).count();
  }

  /** The figure of an item, ten decimals, unrounded; null without a valid day. */
  BigDecimal figure(AirPollutant item) {
    BigDecimal fraction = percentiles.get(item);
    return fraction == null || dayCount(item) == 0
        ? means.of(item).value()
        : Percentile.of(sorted.of(item), fraction).setScale(Mean.DECIMALS, RoundingMode.HALF_UP);
  }

  /** The figure as published: an integer, CO with one decimal, half to even (GB/T 8170). */
  BigDecimal published(AirPollutant item) {
    return Rounding.halfEvenOfMeans(figure(item), item.decimals());
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
    for (AirPollutant item : Six.ITEMS) {
      BigDecimal figure = isPublished ? published(item) : figure(item);
      if (figure == null) {
        return null;
      }
      figures.put(item, figure);
    }
    return CompositeIndex.of(rulesDay, figures);
  }
}
