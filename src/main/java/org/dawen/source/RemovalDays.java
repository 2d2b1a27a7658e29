package org.dawen.source;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.dawen.source.RemovalHours.Judged;
import org.dawen.standard.Removal;

/**
 * Removal efficiency of a day: 1 − sum of what left / sum of what entered over the judged hours, by
 * the basis of the link. An hour in which more left than entered counts: leaving it out would make
 * the day better than it was.
 */
final class RemovalDays {
  private RemovalDays() {}

  /**
   * The day of a link.
   *
   * @param hours of one link and day, at least one
   */
  static RemovalDay of(List<Judged> hours) {
    RemovalHour last = hours.get(hours.size() - 1).row();
    List<Removal> judged = hours.stream().map(Judged::removal).filter(Objects::nonNull).toList();
    Removal sum = Removal.sum(judged);
    BigDecimal percent = judged.isEmpty() ? null : sum.percent();
    BigDecimal design = last.facility().designRemovalPercent();
    return new RemovalDay(
        last.outletCode(),
        last.pollutantCode(),
        last.dataDay(),
        last.facility(),
        hours.size(),
        count(hours, RemovalDays::isRunning),
        judged.size(),
        count(hours, h -> h.noRemovalReason() == NoRemoval.INLET_BELOW_OUTLET),
        count(hours, h -> Boolean.TRUE.equals(h.isBelowDesign())),
        percent,
        hours.stream()
            .map(h -> h.row().removalPercent())
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null),
        percent == null || design == null ? null : Boolean.valueOf(sum.isBelow(design)),
        percent != null ? null : judged.isEmpty() ? reason(hours) : NoRemoval.INLET_BELOW_OUTLET);
  }

  /** Inlet and outlet were received, and neither is shut down. */
  private static boolean isRunning(RemovalHour hour) {
    return hour.noRemovalReason() == null
        || hour.noRemovalReason().compareTo(NoRemoval.NOT_RUNNING) > 0;
  }

  private static int count(List<Judged> hours, Predicate<RemovalHour> which) {
    return (int) hours.stream().map(Judged::row).filter(which).count();
  }

  /** The most frequent; of equally frequent ones the first that is asked. */
  private static NoRemoval reason(List<Judged> hours) {
    Map<NoRemoval, Integer> reasons = new EnumMap<>(NoRemoval.class);
    hours.forEach(h -> reasons.merge(h.row().noRemovalReason(), 1, Integer::sum));
    return reasons.entrySet().stream()
        .max(
            Map.Entry.<NoRemoval, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElseThrow();
  }
}
