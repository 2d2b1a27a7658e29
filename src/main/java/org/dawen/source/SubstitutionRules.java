package org.dawen.source;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.dawen.intake.ReceivedTables.DATA_DAY;
import static org.dawen.intake.ReceivedTables.HOUR_START;

import java.math.BigDecimal;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.dawen.lake.DaySet;

/**
 * What stands for the mass of hours without a valid value (缺失数据处理), HJ 75-2017, as public code
 * implements it; text not checked. For SO2, NOx and dust only, and for the mass, never for the
 * concentration.
 *
 * <p>With a capture rate (有效数据捕集率) of the quarter up to the day of 90 % and more the largest of the
 * 180 valid hours before the failure, after more than 24 hours lost of 720; from 75 to 90 % of
 * 2160; below that nothing.
 */
final class SubstitutionRules {
  /** Days looked back at for valid hours; a quarter of them is 2160 hours. Ours. */
  static final int LOOKBACK_DAYS = 180;

  private static final Object[] POLLUTANTS = {"a21026", "a21002", "a34013"};
  private static final BigDecimal HIGH = new BigDecimal("90");
  private static final BigDecimal LOW = new BigDecimal("75");
  private static final int FEW_HOURS = 24;
  private static final int SHORT_WINDOW = 180;
  private static final int LONG_WINDOW = 720;
  private static final int LONGEST_WINDOW = 2160;

  private SubstitutionRules() {}

  /** True for pollutants whose mass is substituted. */
  static Column isSubstituted() {
    return SourceTables.POLLUTANT_CODE.col().isin(POLLUTANTS);
  }

  /**
   * Adds hours and mass substituted, the rules applied, the capture rate and the total mass.
   *
   * @param days one row per outlet, pollutant and day
   * @param due their due hours and those looked back at
   * @param asked the days computed
   */
  static Dataset<Row> attachSubstitutedMass(Dataset<Row> days, Dataset<Row> due, DaySet asked) {
    Dataset<Row> states =
        due.where(isSubstituted().and(not(col(DayRules.IS_SHUT))))
            .select(
                SourceTables.OUTLET_CODE.col(),
                SourceTables.POLLUTANT_CODE.col(),
                HOUR_START.col(),
                DATA_DAY.col(),
                col(DayRules.IS_VALID),
                col(DayRules.HOUR_MASS_KG));
    Dataset<Row> withRate =
        days.join(captureRates(states), onKeyAndDay(), "left")
            .withColumn(
                SourceTables.CAPTURE_RATE_PERCENT.name(),
                SourceTables.CAPTURE_RATE_PERCENT.col().cast("decimal(12,6)"));
    Dataset<Row> replaced = replaced(states, withRate, asked);
    return withRate
        .join(replaced, onKeyAndDay(), "left")
        .withColumn(
            SourceTables.SUBSTITUTED_HOURS.name(),
            coalesce(SourceTables.SUBSTITUTED_HOURS.col(), lit(0L)))
        .withColumn(
            SourceTables.TOTAL_MASS_KG.name(),
            coalesce(
                SourceTables.MASS_KG
                    .col()
                    .plus(SourceTables.SUBSTITUTED_MASS_KG.col())
                    .cast("decimal(18,6)"),
                SourceTables.MASS_KG.col(),
                SourceTables.SUBSTITUTED_MASS_KG.col()));
  }

  private static scala.collection.immutable.Seq<String> onKeyAndDay() {
    return scala.jdk.javaapi.CollectionConverters.asScala(
            java.util.List.of(
                SourceTables.OUTLET_CODE.name(),
                SourceTables.POLLUTANT_CODE.name(),
                DATA_DAY.name()))
        .toSeq();
  }

  /** (H − invalid − stop) / (H − stop) over the quarter up to and with each day. */
  private static Dataset<Row> captureRates(Dataset<Row> states) {
    WindowSpec quarterSoFar =
        Window.partitionBy(
                SourceTables.OUTLET_CODE.col(),
                SourceTables.POLLUTANT_CODE.col(),
                date_trunc("quarter", DATA_DAY.col()))
            .orderBy(DATA_DAY.col())
            .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
    return states
        .groupBy(SourceTables.OUTLET_CODE.col(), SourceTables.POLLUTANT_CODE.col(), DATA_DAY.col())
        .agg(count_if(col(DayRules.IS_VALID)).as("_valid"), count(lit(1)).as("_due"))
        .select(
            SourceTables.OUTLET_CODE.col(),
            SourceTables.POLLUTANT_CODE.col(),
            DATA_DAY.col(),
            sum(col("_valid"))
                .over(quarterSoFar)
                .multiply(lit(100))
                .cast("decimal(18,6)")
                .divide(sum(col("_due")).over(quarterSoFar).cast("decimal(12,0)"))
                .cast("decimal(12,6)")
                .as(SourceTables.CAPTURE_RATE_PERCENT.name()));
  }

  /**
   * Failures (runs of due hours without a valid value) and what stands for their hours on the days
   * asked.
   */
  private static Dataset<Row> replaced(Dataset<Row> states, Dataset<Row> rates, DaySet asked) {
    WindowSpec inOrder =
        Window.partitionBy(SourceTables.OUTLET_CODE.col(), SourceTables.POLLUTANT_CODE.col())
            .orderBy(HOUR_START.col())
            .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
    Dataset<Row> numbered =
        states.withColumn("_valid_so_far", count_if(col(DayRules.IS_VALID)).over(inOrder));
    WindowSpec ofFailure =
        Window.partitionBy(
            SourceTables.OUTLET_CODE.col(),
            SourceTables.POLLUTANT_CODE.col(),
            col("_valid_so_far"));
    Dataset<Row> lost =
        numbered
            .where(not(col(DayRules.IS_VALID)))
            .withColumn("_lost", count(lit(1)).over(ofFailure))
            .where(asked.toSql(DATA_DAY.name()))
            .groupBy(
                SourceTables.OUTLET_CODE.col(),
                SourceTables.POLLUTANT_CODE.col(),
                DATA_DAY.col(),
                col("_valid_so_far"),
                col("_lost"))
            .agg(count(lit(1)).as("_hours"));
    Dataset<Row> valid =
        numbered
            .where(col(DayRules.IS_VALID))
            .select(
                SourceTables.OUTLET_CODE.col().as("_o"),
                SourceTables.POLLUTANT_CODE.col().as("_p"),
                DATA_DAY.col().as("_valid_day"),
                col("_valid_so_far").as("_no"),
                col(DayRules.HOUR_MASS_KG));
    Column back = col("_valid_so_far").minus(col("_no"));
    Dataset<Row> maxima =
        lost.join(
                valid,
                SourceTables.OUTLET_CODE
                    .col()
                    .equalTo(col("_o"))
                    .and(SourceTables.POLLUTANT_CODE.col().equalTo(col("_p")))
                    .and(back.geq(0))
                    .and(back.lt(LONGEST_WINDOW))
                    .and(col("_valid_day").geq(date_sub(DATA_DAY.col(), LOOKBACK_DAYS))),
                "left")
            .groupBy(
                SourceTables.OUTLET_CODE.col(),
                SourceTables.POLLUTANT_CODE.col(),
                DATA_DAY.col(),
                col("_valid_so_far"),
                col("_lost"),
                col("_hours"))
            .agg(
                max(when(back.lt(SHORT_WINDOW), col(DayRules.HOUR_MASS_KG))).as("_of_180"),
                max(when(back.lt(LONG_WINDOW), col(DayRules.HOUR_MASS_KG))).as("_of_720"),
                max(col(DayRules.HOUR_MASS_KG)).as("_of_2160"));
    Dataset<Row> rate =
        rates.select(
            SourceTables.OUTLET_CODE.col(),
            SourceTables.POLLUTANT_CODE.col(),
            DATA_DAY.col(),
            SourceTables.CAPTURE_RATE_PERCENT.col());
    Column capture = SourceTables.CAPTURE_RATE_PERCENT.col();
    Column value =
        when(capture.lt(lit(LOW)), lit(null))
            .when(capture.lt(lit(HIGH)), col("_of_2160"))
            .when(col("_lost").gt(FEW_HOURS), col("_of_720"))
            .otherwise(col("_of_180"));
    Column rule =
        when(capture.lt(lit(LOW)), "NONE_BELOW_75")
            .when(col("_of_2160").isNull(), "NO_HISTORY")
            .when(capture.lt(lit(HIGH)), "MAX_2160")
            .when(col("_lost").gt(FEW_HOURS), "MAX_720")
            .otherwise("MAX_180");
    return maxima
        .join(rate, onKeyAndDay())
        .withColumn("_rule", rule)
        .withColumn("_value", value.cast("decimal(18,8)"))
        .groupBy(SourceTables.OUTLET_CODE.col(), SourceTables.POLLUTANT_CODE.col(), DATA_DAY.col())
        .agg(
            sum(when(col("_value").isNotNull(), col("_hours")).otherwise(0))
                .as(SourceTables.SUBSTITUTED_HOURS.name()),
            sum(col("_value").multiply(col("_hours").cast("decimal(10,0)")))
                .cast("decimal(18,6)")
                .as(SourceTables.SUBSTITUTED_MASS_KG.name()),
            array_join(array_sort(collect_set(col("_rule"))), "+")
                .as(SourceTables.SUBSTITUTION_RULE.name()));
  }
}
