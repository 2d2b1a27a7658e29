package org.dawen.air;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dawen.lake.DaySet;
import org.dawen.registry.Target;
import org.dawen.standard.AirPollutant;
import org.dawen.standard.CompositeIndex;
import org.dawen.standard.Mean;

/** Where one area is at the end of each day wanted, in its month, quarter and year to date. */
final class Standings {
  private static final int BEST_TWO_CLASSES = 100;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final RulesAsOf rulesAsOf;

  Standings(RulesAsOf rulesAsOf) {
    this.rulesAsOf = rulesAsOf;
  }

  /**
   * The standings of the days wanted.
   *
   * @param year the area's days of one calendar year, in order
   * @param targets the targets of the area
   */
  List<Standing> of(List<AreaDayFigures> year, List<Target> targets, DaySet wanted) {
    List<Standing> standings = new ArrayList<>();
    for (Dust dust : Dust.values()) {
      for (PeriodKind kind : PeriodKind.values()) {
        LocalDate start = null;
        PeriodFigures figures = null;
        GoodDays goodDays = GoodDays.NONE;
        for (AreaDayFigures day : year) {
          if (!kind.firstDay(day.dataDay()).equals(start)) {
            start = kind.firstDay(day.dataDay());
            figures = new PeriodFigures(rulesAsOf.dayFor(kind.lastDay(day.dataDay())));
            goodDays = GoodDays.NONE;
          }
          goodDays = goodDays.and(day.aqi(dust));
          boolean isWanted = wanted.contains(day.dataDay());
          Six<BigDecimal> before = isWanted ? Six.of(figures::figure) : null;
          figures.add(day.values(dust));
          if (isWanted) {
            standings.add(standing(day, kind, dust, figures, before, goodDays, targets));
          }
        }
      }
    }
    return standings;
  }

  /** The days of a period so far that have a class, and those of class 1 or 2. */
  private record GoodDays(int classed, int good, Integer last) {
    static final GoodDays NONE = new GoodDays(0, 0, null);

    GoodDays and(Integer aqi) {
      return new GoodDays(classed + (aqi == null ? 0 : 1), good + (isGood(aqi) ? 1 : 0), aqi);
    }

    private static boolean isGood(Integer aqi) {
      return aqi != null && aqi <= BEST_TWO_CLASSES;
    }

    GoodDays before() {
      return last == null ? this : new GoodDays(classed - 1, good - (isGood(last) ? 1 : 0), null);
    }

    BigDecimal sum() {
      return HUNDRED.multiply(BigDecimal.valueOf(good));
    }

    BigDecimal percent() {
      return classed == 0
          ? null
          : sum().divide(BigDecimal.valueOf(classed), Mean.DECIMALS, RoundingMode.HALF_UP);
    }

    /** A day counts 100 or 0, so that the share is the mean of the days. */
    Standing.OfTarget ofTarget(Target target, int daysLeft) {
      return new Standing.OfTarget(
          target,
          classed,
          sum(),
          percent(),
          before().percent(),
          last == null ? null : isGood(last) ? HUNDRED : BigDecimal.ZERO,
          Headroom.otherDaysLeft(
              classed, good, daysLeft, Headroom.publishedGoodDays(target.targetValue())),
          true);
    }
  }

  private Standing standing(
      AreaDayFigures day,
      PeriodKind kind,
      Dust dust,
      PeriodFigures figures,
      Six<BigDecimal> before,
      GoodDays goodDays,
      List<Target> targets) {
    CompositeIndex index =
        figures.publishedIndex(rulesAsOf.dayFor(day.dataDay().withDayOfMonth(1)));
    List<Standing.OfTarget> items = new ArrayList<>();
    Standing standing =
        new Standing(
            day,
            kind,
            dust,
            index == null ? null : index.value(),
            index == null ? null : index.unrounded().setScale(Mean.DECIMALS, RoundingMode.HALF_UP),
            items);
    for (Target target : targets) {
      if (target.period().equals(kind.toString()) && target.validity().holdsOn(day.dataDay())) {
        items.add(
            target.item().equals(Target.GOOD_DAYS)
                ? goodDays.ofTarget(target, standing.daysLeft())
                : ofPollutant(target, standing, figures, before));
      }
    }
    return standing;
  }

  private static Standing.OfTarget ofPollutant(
      Target target, Standing standing, PeriodFigures figures, Six<BigDecimal> before) {
    AirPollutant item = pollutant(target.item());
    BigDecimal percentile = figures.percentile(item);
    Integer aboveLeft =
        percentile == null
            ? null
            : Headroom.daysAboveLeft(
                figures.dayCount(item),
                standing.daysLeft(),
                percentile,
                figures.daysAbove(item, target.targetValue()));
    return new Standing.OfTarget(
        target,
        figures.dayCount(item),
        figures.sum(item),
        figures.figure(item),
        before.of(item),
        standing.latest().values(standing.dust()).of(item),
        aboveLeft,
        percentile != null);
  }

  /** The pollutant of a label in the registry. */
  static AirPollutant pollutant(String label) {
    return Six.ITEMS.stream().filter(i -> i.label().equals(label)).findFirst().orElseThrow();
  }

  /**
   * Where an area is at the end of a day in a period to date.
   *
   * @param latest the area's day
   * @param indexNow index of the published figures so far, as published; null: an item is missing
   * @param indexUnrounded the same, ten decimals
   * @param items the targets of the area for this kind of period
   */
  record Standing(
      AreaDayFigures latest,
      PeriodKind kind,
      Dust dust,
      BigDecimal indexNow,
      BigDecimal indexUnrounded,
      List<OfTarget> items) {

    /**
     * The figure a target is about.
     *
     * @param validDays valid days so far
     * @param sum of their values
     * @param figure so far, unrounded; null: no valid day
     * @param figureBefore the same a day before
     * @param dayValue value of the day; null: not valid
     * @param aboveLeft days left that may lie above the target; null: a mean judges
     * @param countsDays whether days are counted and no mean judges
     */
    record OfTarget(
        Target target,
        int validDays,
        BigDecimal sum,
        BigDecimal figure,
        BigDecimal figureBefore,
        BigDecimal dayValue,
        Integer aboveLeft,
        boolean countsDays) {}

    LocalDate day() {
      return latest.dataDay();
    }

    LocalDate periodEnd() {
      return kind.lastDay(day());
    }

    int daysLeft() {
      return (int) (periodEnd().toEpochDay() - day().toEpochDay());
    }
  }
}
