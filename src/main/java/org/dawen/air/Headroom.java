package org.dawen.air;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.dawen.air.HeadroomDay.GoalState;
import org.dawen.standard.AirPollutant;
import org.dawen.standard.Rounding;

/** What the days left of a period may cost. Plain arithmetic; no day left gives null. */
final class Headroom {
  private static final int DECIMALS = 10;
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private Headroom() {}

  /**
   * Where a mean stands within its period.
   *
   * @param validDays valid days so far
   * @param sum sum of their values
   * @param daysLeft days of the period still to come
   */
  record Progress(int validDays, BigDecimal sum, int daysLeft) {}

  /**
   * The mean the days left may have so that the mean of all valid days is {@code goal}: (goal · (n
   * + r) − sum) / r, ten decimals, rounded down. Below 0: out of reach.
   */
  static BigDecimal remainingMean(BigDecimal goal, Progress progress) {
    if (progress.daysLeft() == 0) {
      return null;
    }
    BigDecimal days = BigDecimal.valueOf((long) progress.validDays() + progress.daysLeft());
    return goal.multiply(days)
        .subtract(progress.sum())
        .divide(BigDecimal.valueOf(progress.daysLeft()), DECIMALS, RoundingMode.FLOOR);
  }

  /** The largest published figure that is not above a target: 38.5 asks for 38. */
  static BigDecimal publishedGoal(AirPollutant item, BigDecimal target) {
    return target.setScale(item.decimals(), RoundingMode.FLOOR);
  }

  /** The largest mean still published as {@code published}, or the first that no longer is. */
  static BigDecimal roundingBound(AirPollutant item, BigDecimal published) {
    return published.add(HALF.movePointLeft(item.decimals()));
  }

  /** Whether {@link #roundingBound} itself is published as {@code published}: half goes to even. */
  static boolean isBoundIncluded(AirPollutant item, BigDecimal published) {
    return Rounding.halfEven(roundingBound(item, published), item.decimals()).compareTo(published)
        == 0;
  }

  /**
   * How many of the days left may lie above a target judged by a percentile: with N values the
   * value at position ⌈1 + (N − 1) · p⌉ must not be above it. Below 0: out of reach.
   */
  static int daysAboveLeft(int validDays, int daysLeft, BigDecimal fraction, int daysAbove) {
    int all = validDays + daysLeft;
    if (all == 0) {
      return 0;
    }
    int position =
        BigDecimal.valueOf(all - 1L)
            .multiply(fraction)
            .add(BigDecimal.ONE)
            .setScale(0, RoundingMode.CEILING)
            .intValueExact();
    return all - position - daysAbove;
  }

  /** The smallest published share of good days, in percent, that is not below a target. */
  static BigDecimal publishedGoodDays(BigDecimal target) {
    return target.setScale(1, RoundingMode.CEILING);
  }

  /**
   * How many of the days left may have a class above 2 so that the published share of good days
   * still is {@code goal}, all of them with a class. Below 0: as many days too few, out of reach.
   *
   * @param goal share in percent, one decimal, at most 100
   */
  static int otherDaysLeft(int days, int goodDays, int daysLeft, BigDecimal goal) {
    int all = days + daysLeft;
    int other = daysLeft;
    while (all > 0 && publishedShare(goodDays + daysLeft - other, all).compareTo(goal) < 0) {
      other--;
    }
    return other;
  }

  private static BigDecimal publishedShare(int goodDays, int days) {
    return BigDecimal.valueOf(100L * goodDays)
        .divide(BigDecimal.valueOf(days), 1, RoundingMode.HALF_EVEN);
  }

  /**
   * The largest published figure of an item with which the index is published as {@code goal} or
   * less, the other items unchanged.
   *
   * @param published the item's published figure now
   * @param index unrounded index of the published figures now
   * @param goal index to reach, two decimals
   * @param perIndex change of the figure that changes the index by 1: limit by weight
   */
  static BigDecimal publishedForIndex(
      AirPollutant item,
      BigDecimal published,
      BigDecimal index,
      BigDecimal goal,
      BigDecimal perIndex) {
    BigDecimal step = BigDecimal.ONE.movePointLeft(item.decimals());
    BigDecimal bound = goal.add(new BigDecimal("0.005"));
    BigDecimal figure =
        published
            .subtract(index.subtract(bound).multiply(perIndex))
            .setScale(item.decimals(), RoundingMode.FLOOR);
    BigDecimal indexThen =
        index.subtract(published.subtract(figure).divide(perIndex, DECIMALS, RoundingMode.HALF_UP));
    return Rounding.halfEvenOfMeans(indexThen, 2).compareTo(goal) <= 0
        ? figure
        : figure.subtract(step);
  }

  /** The state of a goal judged by a mean. */
  static GoalState state(
      AirPollutant item, BigDecimal goalPublished, BigDecimal figure, BigDecimal remaining) {
    if (remaining != null) {
      return remaining.signum() < 0 ? GoalState.OUT_OF_REACH : GoalState.OPEN;
    }
    return stateAtEnd(item, goalPublished, figure);
  }

  /** The state of a goal when no day is left. */
  static GoalState stateAtEnd(AirPollutant item, BigDecimal goalPublished, BigDecimal figure) {
    if (figure == null) {
      return GoalState.NO_DATA;
    }
    return Rounding.halfEvenOfMeans(figure, item.decimals()).compareTo(goalPublished) <= 0
        ? GoalState.REACHED
        : GoalState.MISSED;
  }
}
