package org.dawen.source;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;
import static org.dawen.intake.ReceivedTables.DATA_DAY;
import static org.dawen.intake.ReceivedTables.HOUR_START;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Runs of exceeding hours (超标时段). An hour that cannot be judged neither counts nor ends a run; two
 * in a row end it; an hour that complies ends it. Our definition.
 */
final class EpisodeRules {
  private EpisodeRules() {}

  /**
   * Rows of {@code source.exceedance_episode}.
   *
   * @param exceedances all rows of {@code source.exceedance_hour} up to the day after the last one
   *     wanted
   */
  static Dataset<Row> episodes(Dataset<Row> exceedances) {
    WindowSpec inOrder =
        Window.partitionBy(SourceTables.OUTLET_CODE.col(), SourceTables.POLLUTANT_CODE.col())
            .orderBy(HOUR_START.col());
    Column previous = lag(HOUR_START.col(), 1).over(inOrder);
    Column hourBetweenComplies =
        coalesce(
            SourceTables.PREVIOUS_HOUR_COMPLIES.col(),
            lag(SourceTables.NEXT_HOUR_COMPLIES.col(), 1).over(inOrder),
            lit(false));
    Column goesOn =
        previous
            .equalTo(HOUR_START.col().minus(expr("INTERVAL '1' HOUR")))
            .or(
                previous
                    .equalTo(HOUR_START.col().minus(expr("INTERVAL '2' HOUR")))
                    .and(hourBetweenComplies.equalTo(false)));
    return exceedances
        .withColumn("_is_first", when(coalesce(goesOn, lit(false)), 0).otherwise(1))
        .withColumn("_episode", sum(col("_is_first")).over(inOrder))
        .groupBy(SourceTables.OUTLET_CODE.col(), SourceTables.POLLUTANT_CODE.col(), col("_episode"))
        .agg(
            min(HOUR_START.col()).as(SourceTables.EPISODE_START.name()),
            max(HOUR_START.col()).as("_last_hour"),
            max_by(SourceTables.ENTERPRISE_CODE.col(), HOUR_START.col())
                .as(SourceTables.ENTERPRISE_CODE.name()),
            max_by(SourceTables.COUNTY_CODE.col(), HOUR_START.col())
                .as(SourceTables.COUNTY_CODE.name()),
            count(lit(1)).as(SourceTables.EXCEEDING_HOURS.name()),
            max(SourceTables.TIMES_OVER_LIMIT.col()).as(SourceTables.MOST_TIMES_OVER_LIMIT.name()),
            sum(SourceTables.TIMES_OVER_LIMIT.col()).as("_sum_times"),
            count(SourceTables.TIMES_OVER_LIMIT.col()).as("_count_times"),
            sum(SourceTables.EXCESS_MASS_KG.col())
                .cast("decimal(18,6)")
                .as(SourceTables.EXCESS_MASS_KG.name()),
            max(SourceTables.IS_PROVISIONAL.col()).as(SourceTables.IS_PROVISIONAL.name()))
        .withColumn(
            SourceTables.EPISODE_END.name(), col("_last_hour").plus(expr("INTERVAL '1' HOUR")))
        .withColumn(DATA_DAY.name(), to_date(col("_last_hour")))
        .withColumn(
            SourceTables.BRIDGED_HOURS.name(),
            expr("timestampdiff(HOUR, episode_start, episode_end) - exceeding_hours"))
        .withColumn(
            SourceTables.MEAN_TIMES_OVER_LIMIT.name(),
            when(
                col("_count_times").gt(0),
                col("_sum_times").divide(col("_count_times")).cast("decimal(20,10)")))
        .select(
            SourceTables.EXCEEDANCE_EPISODE.columns().stream()
                .map(org.dawen.lake.Column::col)
                .toArray(Column[]::new));
  }
}
