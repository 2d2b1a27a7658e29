package org.dawen.air;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dawen.air.HeadroomDay.GoalKind;
import org.dawen.air.HeadroomDay.GoalState;
import org.dawen.air.Standings.Standing;
import org.dawen.lake.DaySet;
import org.dawen.registry.Target;
import org.dawen.standard.AirPollutant;
import org.dawen.standard.Mean;
import org.dawen.standard.Ranks;
import org.dawen.standard.Rounding;

/**
 * What the rest of a month, quarter or year may cost the areas of one kind, for their targets and
 * for better ranks; the arithmetic is {@link Headroom}.
 */
final class Goals {
  private final RulesAsOf rulesAsOf;
  private final Map<String, List<Target>> targets = new TreeMap<>();

  Goals(List<Target> targets, RulesAsOf rulesAsOf) {
    this.rulesAsOf = rulesAsOf;
    targets.forEach(t -> this.targets.computeIfAbsent(t.areaCode(), a -> new ArrayList<>()).add(t));
  }

  /**
   * The rows of the days wanted; none if no area of the kind has a target.
   *
   * @param areaDays days of all areas of one kind, in order, from the first of the year on
   */
  List<HeadroomDay> of(List<AreaDayFigures> areaDays, DaySet wanted) {
    if (areaDays.stream().noneMatch(d -> targets.containsKey(d.areaCode()))) {
      return List.of();
    }
    Map<List<Object>, List<AreaDayFigures>> years = new LinkedHashMap<>();
    for (AreaDayFigures day : areaDays) {
      years
          .computeIfAbsent(List.of(day.areaCode(), day.dataDay().getYear()), k -> new ArrayList<>())
          .add(day);
    }
    Standings standings = new Standings(rulesAsOf);
    Map<List<Object>, List<Standing>> groups = new LinkedHashMap<>();
    for (List<AreaDayFigures> year : years.values()) {
      List<Target> ofArea = targets.getOrDefault(year.get(0).areaCode(), List.of());
      for (Standing standing : standings.of(year, ofArea, wanted)) {
        groups
            .computeIfAbsent(
                List.of(standing.day(), standing.kind(), standing.dust()), k -> new ArrayList<>())
            .add(standing);
      }
    }
    List<HeadroomDay> rows = new ArrayList<>();
    groups.values().forEach(group -> addRows(group, rows));
    return rows;
  }

  /** Of areas of one kind on one day, in one kind of period and treatment of dust. */
  private void addRows(List<Standing> group, List<HeadroomDay> rows) {
    Ranks ranks = Ranks.of(group.stream().map(Standing::indexNow).toList());
    for (Standing standing : group) {
      for (Standing.OfTarget item : standing.items()) {
        if (item.target().item().equals(Target.GOOD_DAYS)) {
          rows.add(goodDays(standing, item));
          continue;
        }
        rows.add(target(standing, item));
        if (standing.indexNow() != null) {
          for (BigDecimal better : ranks.betterThan(standing.indexNow())) {
            rows.add(rank(standing, item, better, ranks.of(better)));
          }
        }
      }
    }
  }

  /** A least share of days: more of them is better, and no mean of the days left says anything. */
  private static HeadroomDay goodDays(Standing standing, Standing.OfTarget item) {
    BigDecimal goal = Headroom.publishedGoodDays(item.target().targetValue());
    BigDecimal published = Rounding.halfEvenOfMeans(item.figure(), 1);
    GoalState state = item.aboveLeft() < 0 ? GoalState.OUT_OF_REACH : GoalState.OPEN;
    if (standing.daysLeft() == 0) {
      state =
          published == null
              ? GoalState.NO_DATA
              : published.compareTo(goal) >= 0 ? GoalState.REACHED : GoalState.MISSED;
    }
    return new Goal(GoalKind.TARGET, 0, null, item.target().targetValue(), goal, item.aboveLeft())
        .row(standing, item, "%", published, null, null, null, null, state);
  }

  private static HeadroomDay target(Standing standing, Standing.OfTarget item) {
    AirPollutant pollutant = Standings.pollutant(item.target().item());
    BigDecimal target = item.target().targetValue();
    Goal goal =
        new Goal(
            GoalKind.TARGET,
            0,
            null,
            target,
            Headroom.publishedGoal(pollutant, target),
            item.aboveLeft());
    return pollutantRow(standing, item, goal);
  }

  /**
   * A better rank: the figure less the distance in index times limit by weight, the other items
   * unchanged.
   */
  private HeadroomDay rank(
      Standing standing, Standing.OfTarget item, BigDecimal goalIndex, int rank) {
    AirPollutant pollutant = Standings.pollutant(item.target().item());
    BigDecimal perIndex = rulesAsOf.concentrationPerIndex(pollutant, standing.day());
    BigDecimal index = standing.indexUnrounded();
    BigDecimal published = Rounding.halfEvenOfMeans(item.figure(), pollutant.decimals());
    BigDecimal distance = Rounding.halfEvenOfMeans(index, 2).subtract(goalIndex);
    Goal goal =
        new Goal(
            GoalKind.RANK,
            rank,
            goalIndex,
            item.figure().subtract(distance.multiply(perIndex)),
            Headroom.publishedForIndex(pollutant, published, index, goalIndex, perIndex),
            null);
    return pollutantRow(standing, item, goal);
  }

  private static HeadroomDay pollutantRow(Standing standing, Standing.OfTarget item, Goal goal) {
    AirPollutant pollutant = Standings.pollutant(item.target().item());
    Headroom.Progress now =
        new Headroom.Progress(item.validDays(), item.sum(), standing.daysLeft());
    BigDecimal remaining = item.countsDays() ? null : Headroom.remainingMean(goal.value(), now);
    BigDecimal rounded =
        item.countsDays()
            ? null
            : Headroom.remainingMean(Headroom.roundingBound(pollutant, goal.published()), now);
    return goal.row(
        standing,
        item,
        pollutant.unit().replace("ug/m3", "µg/m³").replace("mg/m3", "mg/m³"),
        Rounding.halfEvenOfMeans(item.figure(), pollutant.decimals()),
        remaining,
        rounded,
        item.countsDays() ? null : Headroom.isBoundIncluded(pollutant, goal.published()),
        goal.kind() == GoalKind.RANK ? null : change(item, goal, now, remaining),
        state(pollutant, item, goal, now, rounded));
  }

  /** What the day cost: mean the days left may have less that of the day before. */
  private static BigDecimal change(
      Standing.OfTarget item, Goal goal, Headroom.Progress now, BigDecimal remaining) {
    if (remaining == null) {
      return null;
    }
    BigDecimal value = item.dayValue();
    Headroom.Progress before =
        new Headroom.Progress(
            now.validDays() - (value == null ? 0 : 1),
            value == null ? now.sum() : now.sum().subtract(value),
            now.daysLeft() + 1);
    return remaining.subtract(Headroom.remainingMean(goal.value(), before));
  }

  private static GoalState state(
      AirPollutant pollutant,
      Standing.OfTarget item,
      Goal goal,
      Headroom.Progress now,
      BigDecimal rounded) {
    if (now.daysLeft() == 0) {
      return Headroom.stateAtEnd(pollutant, goal.published(), item.figure());
    }
    if (goal.aboveLeft() != null) {
      return goal.aboveLeft() < 0 ? GoalState.OUT_OF_REACH : GoalState.OPEN;
    }
    return item.countsDays()
        ? GoalState.OPEN
        : Headroom.state(pollutant, goal.published(), item.figure(), rounded);
  }

  /**
   * A goal.
   *
   * @param rank to take; 0: a target
   * @param index of the rank to take; null: a target
   * @param value figure that reaches it
   * @param published largest published figure that reaches it
   * @param aboveLeft days left that may lie above it; null: days are not counted
   */
  private record Goal(
      GoalKind kind,
      int rank,
      BigDecimal index,
      BigDecimal value,
      BigDecimal published,
      Integer aboveLeft) {

    HeadroomDay row(
        Standing standing,
        Standing.OfTarget item,
        String unit,
        BigDecimal publishedSoFar,
        BigDecimal remaining,
        BigDecimal rounded,
        Boolean isBoundIncluded,
        BigDecimal change,
        GoalState state) {
      AreaDayFigures area = standing.latest();
      return new HeadroomDay(
          area.areaKind(),
          area.areaCode(),
          area.areaName(),
          item.target().item(),
          standing.kind(),
          standing.dust(),
          kind,
          rank,
          standing.day(),
          standing.kind().firstDay(standing.day()),
          standing.periodEnd(),
          unit,
          value.setScale(Mean.DECIMALS, RoundingMode.HALF_UP),
          published,
          standing.indexNow(),
          index,
          item.figure(),
          publishedSoFar,
          item.validDays(),
          standing.daysLeft(),
          remaining,
          rounded,
          isBoundIncluded,
          aboveLeft,
          item.dayValue(),
          item.figure() == null || item.figureBefore() == null
              ? null
              : item.figure().subtract(item.figureBefore()),
          change,
          state);
    }
  }
}
