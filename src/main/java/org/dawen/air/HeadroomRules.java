package org.dawen.air;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.dawen.registry.RegistryTables;
import org.dawen.standard.AirPollutant;

/** What the rest of a month, quarter or year may cost: for targets and for better ranks. */
final class HeadroomRules {
  private HeadroomRules() {}

  private static final String TARGETS = "_targets";
  private static final String GOAL = "_goal";
  private static final Column NO_NUMBER = lit(null).cast("decimal(18,10)");

  /**
   * Rows of {@code air.headroom_day}.
   *
   * @param areaDays rows of {@code air.area_day} from the first day of each day's year on
   * @param targets rows of {@code registry.target}
   * @param days the days wanted
   */
  static Dataset<Row> headroom(
      Dataset<Row> areaDays, Dataset<Row> targets, Set<LocalDate> days, RulesAsOf rulesAsOf) {
    Dataset<Row> toDate = standings(areaDays, targets, days, rulesAsOf);
    return targetGoals(toDate)
        .unionByName(rankGoals(toDate, rulesAsOf))
        .transform(HeadroomRules::attachHeadroom);
  }

  /**
   * Where every area of a kind that has targets stands at the end of each day wanted, and each
   * target of it, see {@link AreaToDate}.
   */
  static Dataset<Row> standings(
      Dataset<Row> areaDays, Dataset<Row> targets, Set<LocalDate> days, RulesAsOf rulesAsOf) {
    Column text =
        array(
            RegistryTables.AIR_ITEM.col(),
            RegistryTables.TARGET_PERIOD.col(),
            RegistryTables.TARGET_VALUE.col().cast("string"),
            RegistryTables.VALID_FROM.col().cast("string"),
            RegistryTables.VALID_TO.col().cast("string"));
    Dataset<Row> byArea =
        targets.groupBy(RegistryTables.AREA_CODE.col()).agg(collect_list(text).as(TARGETS));
    Dataset<Row> kinds =
        areaDays
            .join(broadcast(byArea.select("area_code")), "area_code")
            .select(AreaTables.AREA_KIND.col())
            .distinct();
    return AreaMonthRules.collectYears(
            areaDays.join(
                broadcast(kinds),
                areaDays.col("area_kind").equalTo(kinds.col("area_kind")),
                "left_semi"))
        .join(broadcast(byArea), AreaMonthRules.names("area_code"), "left")
        .withColumn(
            GOAL,
            explode(
                new AreaToDate(days, rulesAsOf).of(col("_days.d"), col("_days.n"), col(TARGETS))))
        .select(
            AreaTables.AREA_KIND.col(),
            AreaTables.AREA_CODE.col(),
            AreaTables.AREA_NAME.col(),
            col(GOAL + ".*"));
  }

  /** One row per target. */
  static Dataset<Row> targetGoals(Dataset<Row> standings) {
    return standings
        .where(AreaTables.ITEM.col().isNotNull())
        .withColumn(AreaTables.GOAL_KIND.name(), lit("target"))
        .withColumn(AreaTables.GOAL_RANK.name(), lit(0))
        .withColumn(AreaTables.GOAL_INDEX.name(), lit(null).cast("decimal(8,2)"))
        .withColumn("_per_index", NO_NUMBER);
  }

  /** One row per target and rank better than the area's own, in the same period to date. */
  static Dataset<Row> rankGoals(Dataset<Row> standings, RulesAsOf rulesAsOf) {
    Column[] group = {AreaTables.AREA_KIND.col(), col("period_kind"), col("dust"), col("data_day")};
    Dataset<Row> ranks =
        standings
            .where(AreaTables.ITEM.col().isNull().and(AreaTables.INDEX_NOW.col().isNotNull()))
            .withColumn(
                AreaTables.GOAL_RANK.name(),
                rank().over(Window.partitionBy(group).orderBy(AreaTables.INDEX_NOW.col())))
            .select(
                AreaTables.AREA_KIND.col(),
                col("period_kind"),
                col("dust"),
                col("data_day"),
                AreaTables.GOAL_RANK.col().cast("int"),
                AreaTables.INDEX_NOW.col().as(AreaTables.GOAL_INDEX.name()))
            .distinct();
    Column perIndex = NO_NUMBER;
    for (AirPollutant item : PeriodFigures.ITEMS) {
      perIndex =
          when(
                  AreaTables.ITEM.col().equalTo(item.label()),
                  rulesAsOf.concentrationPerIndex(item, col("data_day")))
              .otherwise(perIndex);
    }
    return standings
        .where(AreaTables.ITEM.col().notEqual(RegistryTables.GOOD_DAYS))
        .join(ranks, AreaMonthRules.names("area_kind", "period_kind", "dust", "data_day"))
        .where(AreaTables.GOAL_INDEX.col().lt(AreaTables.INDEX_NOW.col()))
        .withColumn(AreaTables.GOAL_KIND.name(), lit("rank"))
        .withColumn("target_value", NO_NUMBER)
        .withColumn("above_left", lit(null).cast("int"))
        .withColumn("_per_index", perIndex.cast("decimal(18,10)"));
  }

  /** Adds what the goal allows the days left and what the day cost. */
  static Dataset<Row> attachHeadroom(Dataset<Row> goals) {
    Column counts =
        array(
            col("valid_days"),
            col("days_left"),
            col("above_left"),
            when(col("counts_days"), 1).otherwise(0));
    Column numbers =
        array(
            col("sum"),
            col("figure").cast("decimal(28,10)"),
            col("day_value").cast("decimal(28,10)"),
            col("target_value").cast("decimal(28,10)"),
            col("index_unrounded").cast("decimal(28,10)"),
            AreaTables.GOAL_INDEX.col().cast("decimal(28,10)"),
            col("_per_index").cast("decimal(28,10)"));
    return IndexFields.attach(goals, Goals.of(AreaTables.ITEM.col(), counts, numbers), Goals.FIELDS)
        .withColumn(AreaTables.FIGURE_SO_FAR.name(), col("figure"))
        .withColumn(AreaTables.VALID_DAYS_SO_FAR.name(), col("valid_days"))
        .withColumn(AreaTables.LEFT_DAYS.name(), col("days_left"))
        .withColumn(AreaTables.ABOVE_LEFT_DAYS.name(), col("above_left"))
        .withColumn(
            AreaTables.FIGURE_CHANGE.name(),
            col("figure").minus(col("figure_before")).cast("decimal(18,10)"));
  }
}
