package org.dawen.air;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.month;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Ranks of areas among those of their kind, 环办〔2014〕64号 and 环办监测〔2018〕19号 (recalled): by the index
 * as published, smaller is better, equal indices share a rank and the next rank is left out.
 */
final class RankingRules {
  private RankingRules() {}

  private static final String CENTS = "_cents";

  /**
   * Rows of {@code air.ranking_month} for every month given.
   *
   * @param areaMonths rows of {@code air.area_month}, those of last year included
   */
  static Dataset<Row> rankings(Dataset<Row> areaMonths, RulesAsOf rulesAsOf) {
    return areaMonths
        .transform(RankingRules::attachLastYear)
        .transform(RankingRules::attachRanks)
        .transform(RankingRules::attachImprovement)
        .transform(rows -> attachFalls(rows, rulesAsOf));
  }

  /** Adds index and change of the same month of last year. */
  static Dataset<Row> attachLastYear(Dataset<Row> months) {
    WindowSpec sameMonth =
        Window.partitionBy(
                AreaTables.AREA_KIND.col(),
                AreaTables.AREA_CODE.col(),
                AreaTables.PERIOD_KIND.col(),
                AreaTables.DUST.col(),
                month(AreaTables.MONTH_START.col()))
            .orderBy(AreaTables.MONTH_START.col());
    Column isLastYear =
        lag(year(AreaTables.MONTH_START.col()), 1)
            .over(sameMonth)
            .equalTo(year(AreaTables.MONTH_START.col()).minus(1));
    Column before = lag(AreaTables.INDEX_TO_DATE.col(), 1).over(sameMonth);
    Column limitsBefore = lag(AreaTables.LIMITS_OF.col(), 1).over(sameMonth);
    Column change =
        AreaTables.INDEX_TO_DATE.col().minus(AreaTables.LAST_YEAR_INDEX.col()).cast("decimal(8,2)");
    return months
        .withColumn(AreaTables.LAST_YEAR_INDEX.name(), when(isLastYear, before))
        .withColumn(
            AreaTables.IS_COMPARABLE.name(),
            when(
                AreaTables.LAST_YEAR_INDEX.col().isNotNull(),
                limitsBefore.equalTo(AreaTables.LIMITS_OF.col())))
        .withColumn(AreaTables.INDEX_CHANGE.name(), change)
        .withColumn(
            AreaTables.INDEX_CHANGE_PERCENT.name(),
            when(
                AreaTables.LAST_YEAR_INDEX.col().gt(0),
                AreaTables.INDEX_CHANGE
                    .col()
                    .multiply(lit(100))
                    .divide(AreaTables.LAST_YEAR_INDEX.col())
                    .cast("decimal(18,10)")));
  }

  /** Adds the rank, the number ranked, and the distances to the ranks beside. */
  static Dataset<Row> attachRanks(Dataset<Row> months) {
    WindowSpec group = group();
    WindowSpec byIndex = group.orderBy(col(CENTS).asc_nulls_last());
    Column index = AreaTables.INDEX_TO_DATE.col();
    Column better = max(index).over(byIndex.rangeBetween(Window.unboundedPreceding(), -1));
    Column worse = min(index).over(byIndex.rangeBetween(1, Window.unboundedFollowing()));
    return months
        .withColumn(CENTS, index.multiply(lit(100)).cast("long"))
        .withColumn(
            AreaTables.RANK_NO.name(), when(index.isNotNull(), rank().over(byIndex)).cast("int"))
        .withColumn(AreaTables.RANKED_COUNT.name(), count(index).over(group).cast("int"))
        .withColumn(
            AreaTables.UNRANKED_BECAUSE.name(),
            when(index.isNull(), AreaTables.NOT_VALID_BECAUSE.col()))
        .withColumn(
            AreaTables.DISTANCE_UP.name(),
            when(index.isNotNull(), index.minus(better)).cast("decimal(8,2)"))
        .withColumn(
            AreaTables.DISTANCE_DOWN.name(),
            when(index.isNotNull(), worse.minus(index)).cast("decimal(8,2)"))
        .drop(CENTS);
  }

  /** Adds the rank by the change in percent; the largest fall is rank 1. */
  static Dataset<Row> attachImprovement(Dataset<Row> months) {
    Column change = AreaTables.INDEX_CHANGE_PERCENT.col();
    return months.withColumn(
        AreaTables.IMPROVEMENT_RANK.name(),
        when(change.isNotNull(), rank().over(group().orderBy(change.asc_nulls_last())))
            .cast("int"));
  }

  /** Adds by how much each item alone must fall: distance · limit / weight. */
  static Dataset<Row> attachFalls(Dataset<Row> months, RulesAsOf rulesAsOf) {
    Dataset<Row> result = months;
    for (int i = 0; i < PeriodFigures.ITEM_COUNT; i++) {
      Column perIndex =
          rulesAsOf.concentrationPerIndex(PeriodFigures.ITEMS.get(i), AreaTables.MONTH_START.col());
      result =
          result.withColumn(
              AreaTables.FALLS.get(i).name(),
              abs(AreaTables.DISTANCE_UP.col()).multiply(perIndex).cast("decimal(18,6)"));
    }
    return result;
  }

  private static WindowSpec group() {
    return Window.partitionBy(
        AreaTables.AREA_KIND.col(),
        AreaTables.PERIOD_KIND.col(),
        AreaTables.DUST.col(),
        AreaTables.MONTH_START.col());
  }
}
