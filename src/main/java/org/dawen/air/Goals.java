package org.dawen.air;

import static org.apache.spark.sql.functions.udf;

import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.dawen.registry.RegistryTables;
import org.dawen.standard.AirPollutant;
import org.dawen.standard.Rounding;
import scala.collection.Seq;

/** What a goal allows the days left, as a Spark function; the arithmetic is {@link Headroom}. */
final class Goals implements UDF3<String, Seq<Integer>, Seq<BigDecimal>, Row> {
  private static final long serialVersionUID = 1L;

  /** What the function answers, in its order. */
  static final List<org.dawen.lake.Column> FIELDS =
      List.of(
          AreaTables.UNIT,
          AreaTables.GOAL_VALUE,
          AreaTables.GOAL_PUBLISHED_VALUE,
          AreaTables.PUBLISHED_SO_FAR,
          AreaTables.REMAINING_MEAN,
          AreaTables.REMAINING_MEAN_ROUNDED,
          AreaTables.IS_BOUND_INCLUDED,
          AreaTables.REMAINING_CHANGE,
          AreaTables.GOAL_STATE);

  private static final UserDefinedFunction FUNCTION = udf(new Goals(), IndexFields.typeOf(FIELDS));

  /**
   * A struct of {@link #FIELDS}.
   *
   * @param item label of the pollutant
   * @param counts valid days, days left, days that may lie above, 1 if these judge and no mean does
   * @param numbers sum so far, figure so far, value of the day, target (null: a rank), unrounded
   *     index of the published figures, index to reach, concentration per index
   */
  static Column of(Column item, Column counts, Column numbers) {
    return FUNCTION.apply(item, counts, numbers);
  }

  @Override
  public Row call(String itemLabel, Seq<Integer> counts, Seq<BigDecimal> numbers) {
    if (itemLabel.equals(RegistryTables.GOOD_DAYS)) {
      return goodDays(counts, numbers.apply(1), numbers.apply(3));
    }
    AirPollutant item =
        PeriodFigures.ITEMS.stream()
            .filter(i -> i.label().equals(itemLabel))
            .findFirst()
            .orElseThrow();
    Headroom.Progress now =
        new Headroom.Progress(counts.apply(0), numbers.apply(0), counts.apply(1));
    Integer aboveLeft = counts.apply(2);
    boolean isPercentile = counts.apply(3) == 1;
    BigDecimal figure = numbers.apply(1);
    BigDecimal dayValue = numbers.apply(2);
    BigDecimal target = numbers.apply(3);
    BigDecimal published = rounded(item, figure);
    BigDecimal goal = target;
    BigDecimal goalPublished = target == null ? null : Headroom.publishedGoal(item, target);
    if (target == null) {
      BigDecimal index = numbers.apply(4);
      BigDecimal goalIndex = numbers.apply(5);
      BigDecimal perIndex = numbers.apply(6);
      BigDecimal indexPublished = Rounding.halfEvenOfMeans(index, 2);
      goal = figure.subtract(indexPublished.subtract(goalIndex).multiply(perIndex));
      goalPublished = Headroom.publishedForIndex(item, published, index, goalIndex, perIndex);
    }
    BigDecimal remaining = isPercentile ? null : Headroom.remainingMean(goal, now);
    BigDecimal rounded =
        isPercentile
            ? null
            : Headroom.remainingMean(Headroom.roundingBound(item, goalPublished), now);
    BigDecimal change = null;
    if (remaining != null && target != null) {
      Headroom.Progress before =
          new Headroom.Progress(
              now.validDays() - (dayValue == null ? 0 : 1),
              dayValue == null ? now.sum() : now.sum().subtract(dayValue),
              now.daysLeft() + 1);
      change = remaining.subtract(Headroom.remainingMean(goal, before));
    }
    String state =
        now.daysLeft() == 0
            ? Headroom.stateAtEnd(item, goalPublished, figure)
            : aboveLeft != null
                ? aboveLeft < 0 ? "out_of_reach" : "open"
                : isPercentile ? "open" : Headroom.state(item, goalPublished, figure, rounded);
    return RowFactory.create(
        item.unit().replace("ug/m3", "µg/m³").replace("mg/m3", "mg/m³"),
        goal,
        goalPublished,
        published,
        remaining,
        rounded,
        isPercentile ? null : Headroom.isBoundIncluded(item, goalPublished),
        change,
        state);
  }

  /** A least share of days: more of them is better, and no mean of the days left says anything. */
  private static Row goodDays(Seq<Integer> counts, BigDecimal percent, BigDecimal target) {
    BigDecimal goal = Headroom.publishedGoodDays(target);
    BigDecimal published = Rounding.halfEvenOfMeans(percent, 1);
    String state = counts.apply(2) < 0 ? "out_of_reach" : "open";
    if (counts.apply(1) == 0) {
      state = published == null ? "no_data" : published.compareTo(goal) >= 0 ? "reached" : "missed";
    }
    return RowFactory.create("%", target, goal, published, null, null, null, null, state);
  }

  private static BigDecimal rounded(AirPollutant item, BigDecimal figure) {
    return Rounding.halfEvenOfMeans(figure, item.decimals());
  }
}
