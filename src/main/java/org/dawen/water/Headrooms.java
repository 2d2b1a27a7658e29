package org.dawen.water;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dawen.standard.BodyKind;
import org.dawen.standard.Confidence;
import org.dawen.standard.WaterClass;
import org.dawen.standard.WaterItem;
import org.dawen.standard.WaterItems;
import org.dawen.standard.WaterLimit;
import org.dawen.standard.WaterMean;
import org.dawen.standard.WaterPeriods;
import org.dawen.standard.WaterPurpose;
import org.dawen.standard.WaterRegime;
import org.dawen.standard.WaterVerdict;
import org.dawen.water.HeadroomMonth.GoalState;
import org.dawen.water.HeadroomMonth.Span;

/** What each section may still have for its target class, item by item. */
final class Headrooms {
  private static final int MONTHS = 12;

  private Headrooms() {}

  /** What a row is about. */
  private record Goal(SectionMonth month, WaterClass target, LocalDate lastDay) {
    BodyKind body() {
      return month.place().bodyKind();
    }
  }

  /**
   * The headroom of a section in a month.
   *
   * @param months of the section by the province's rule, from January of the year to that month, in
   *     order, at least one
   * @param lastDay last day of which the feed has anything; a month that ended before is over
   * @return none without a target or without a known kind of water body
   */
  static List<HeadroomMonth> of(List<SectionFigures.Month> months, LocalDate lastDay) {
    SectionFigures.Month now =
        months.stream().max(Comparator.comparing(m -> m.month().monthStart())).orElseThrow();
    SectionMonth month = now.month();
    LocalDate end = month.monthStart().plusMonths(1).minusDays(1);
    Goal goal = new Goal(month, month.targetClass(), lastDay.isBefore(end) ? lastDay : end);
    List<HeadroomMonth> rows = new ArrayList<>();
    if (goal.target == null || goal.body() == null) {
      return rows;
    }
    for (SectionItemMonth item : now.items()) {
      if (item.usedCount() > 0 && counts(item.item(), month.monthStart())) {
        rows.add(ofMonth(goal, item, (int) ChronoUnit.DAYS.between(goal.lastDay, end)));
      }
    }
    for (WaterItem item : WaterItem.values()) {
      WaterMean mean = yearMean(item, months);
      if (mean.count() > 0 && counts(item, month.monthStart())) {
        rows.add(
            row(
                goal,
                Span.YEAR,
                item,
                mean.value(),
                mean.count(),
                MONTHS - month.monthStart().getMonthValue()));
      }
    }
    return rows;
  }

  private static boolean counts(WaterItem item, LocalDate month) {
    return WaterRegime.inForce(WaterPurpose.MONTH, month).items().contains(item);
  }

  /** Of one manual sample a month nothing is left: the next is of the next month. */
  private static HeadroomMonth ofMonth(Goal goal, SectionItemMonth item, int daysLeft) {
    return row(
        goal,
        Span.MONTH,
        item.item(),
        item.monthMeanValue(),
        item.dayCount(),
        item.itemSource() == ItemSource.AUTOMATIC ? daysLeft : 0);
  }

  private static WaterMean yearMean(WaterItem item, List<SectionFigures.Month> months) {
    WaterMean mean = new WaterMean(item);
    for (SectionFigures.Month month : months) {
      month.items().stream()
          .filter(i -> i.item() == item && i.usedCount() > 0)
          .forEach(i -> mean.add(i.monthMeanValue()));
    }
    return mean;
  }

  private static HeadroomMonth row(
      Goal goal, Span span, WaterItem item, BigDecimal mean, int count, int left) {
    LocalDate start = goal.month.monthStart();
    WaterLimit.Range range =
        WaterLimit.inForce(item, goal.body(), start).orElseThrow().range(goal.target);
    Headroom rest =
        left == 0 ? null : Headroom.of(item, range, new Headroom.Progress(mean, count, left));
    return new HeadroomMonth(
        goal.month.sectionCode(),
        start,
        span,
        item,
        goal.target,
        WaterItems.unit(item),
        goal.lastDay,
        range.least(),
        range.most(),
        mean,
        count,
        left,
        rest == null ? null : rest.least(),
        rest == null ? null : rest.most(),
        state(goal, span, item, mean, rest),
        WaterPeriods.confidenceOfMean(span.purpose(), start) != Confidence.VERIFIED);
  }

  private static GoalState state(
      Goal goal, Span span, WaterItem item, BigDecimal mean, Headroom rest) {
    if (rest != null) {
      return rest.isOutOfReach() ? GoalState.OUT_OF_REACH : GoalState.OPEN;
    }
    WaterClass found =
        WaterVerdict.ofItem(item, mean, goal.body(), span.purpose(), goal.month.monthStart())
            .waterClass();
    return found.isWorseThan(goal.target) ? GoalState.MISSED : GoalState.REACHED;
  }
}
