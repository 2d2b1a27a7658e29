package org.dawen.power;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.dawen.intake.ReceivedTables.CURRENT_A;
import static org.dawen.intake.ReceivedTables.DATA_DAY;
import static org.dawen.intake.ReceivedTables.ENERGY_KWH;
import static org.dawen.intake.ReceivedTables.FILE_ID;
import static org.dawen.intake.ReceivedTables.FILE_ORDER;
import static org.dawen.intake.ReceivedTables.INTERVAL_END;
import static org.dawen.intake.ReceivedTables.POWER_KW;
import static org.dawen.intake.ReceivedTables.RECEIVED_AT;
import static org.dawen.intake.ReceivedTables.RECORD_NO;
import static org.dawen.intake.ReceivedTables.VOLTAGE_V;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.dawen.intake.Revisions;

/** How the intervals of meters follow from what was received. */
final class IntervalRules {
  private static final String SECONDS = "_seconds";

  private IntervalRules() {}

  /** Rows of {@code power.meter_interval}. */
  static Dataset<Row> meterIntervals(
      Dataset<Row> received, Dataset<Row> meters, PowerThresholds thresholds) {
    return received
        .transform(IntervalRules::keepRevisionInForce)
        .transform(intervals -> attachLength(intervals, thresholds))
        .transform(intervals -> MeterRules.attachRegistration(intervals, meters))
        .transform(IntervalRules::attachMeanPower)
        .transform(intervals -> attachPlausibility(intervals, thresholds))
        .select(
            PowerTables.METER_INTERVAL.columns().stream()
                .map(org.dawen.lake.Column::col)
                .toArray(Column[]::new));
  }

  /** One row per meter and end of interval: the revision in force. */
  static Dataset<Row> keepRevisionInForce(Dataset<Row> received) {
    // By meter and day, so that the neighbours of an interval need no second shuffle.
    return Revisions.keepRevisionInForce(
        received
            .select(
                PowerTables.METER_CODE.col(),
                DATA_DAY.col(),
                INTERVAL_END.col(),
                ENERGY_KWH.col(),
                POWER_KW.col(),
                CURRENT_A.col(),
                VOLTAGE_V.col(),
                RECEIVED_AT.col(),
                FILE_ORDER.col(),
                FILE_ID.col(),
                RECORD_NO.col())
            .repartition(PowerTables.METER_CODE.col(), DATA_DAY.col()),
        List.of(PowerTables.METER_CODE.col(), DATA_DAY.col(), INTERVAL_END.col()),
        List.of(ENERGY_KWH.col(), POWER_KW.col(), CURRENT_A.col(), VOLTAGE_V.col()));
  }

  /**
   * Adds length and start. Meters report the end of an interval only; its length is the smaller
   * distance to a neighbour, because a gap can only make a distance larger. Where both neighbours
   * are missing or too far away, the default holds. Ours, not a rule.
   */
  static Dataset<Row> attachLength(Dataset<Row> intervals, PowerThresholds thresholds) {
    WindowSpec ofDay =
        Window.partitionBy(PowerTables.METER_CODE.col(), DATA_DAY.col())
            .orderBy(INTERVAL_END.col());
    Column nearer = least(col("_since_last"), col("_until_next"));
    long longest = 60L * thresholds.longestIntervalMinutes();
    long usual = 60L * thresholds.defaultIntervalMinutes();
    return intervals
        .withColumn("_last", lag(INTERVAL_END.col(), 1).over(ofDay))
        .withColumn("_next", lead(INTERVAL_END.col(), 1).over(ofDay))
        .withColumn("_since_last", secondsOf("interval_end - _last"))
        .withColumn("_until_next", secondsOf("_next - interval_end"))
        .withColumn(SECONDS, when(nearer.between(1, longest), nearer).otherwise(lit(usual)))
        .withColumn(
            PowerTables.INTERVAL_START.name(),
            expr("interval_end - make_dt_interval(0, 0, 0, CAST(_seconds AS DECIMAL(18, 6)))"))
        .withColumn(
            PowerTables.INTERVAL_MINUTES.name(),
            col(SECONDS).cast("decimal(10,0)").divide(lit(60)).cast("decimal(12,6)"))
        .drop("_last", "_next", "_since_last", "_until_next");
  }

  /** Whole seconds of a difference of civil times, without a time zone in between. */
  private static Column secondsOf(String difference) {
    return expr(
        """
        86400L * extract(DAY FROM %1$s) + 3600L * extract(HOUR FROM %1$s)
          + 60L * extract(MINUTE FROM %1$s) + CAST(extract(SECOND FROM %1$s) AS BIGINT)"""
            .formatted("(" + difference + ")"));
  }

  /** Adds the mean power: energy · 3600 s/h / length. */
  static Dataset<Row> attachMeanPower(Dataset<Row> intervals) {
    Column power =
        ENERGY_KWH
            .col()
            .multiply(lit(3600))
            .divide(col(SECONDS).cast("decimal(10,0)"))
            .cast("decimal(18,4)");
    return intervals.withColumn(PowerTables.MEAN_POWER_KW.name(), power).drop(SECONDS);
  }

  /** Adds whether the mean power is at most the rated power times the factor. Ours, not a rule. */
  static Dataset<Row> attachPlausibility(Dataset<Row> intervals, PowerThresholds thresholds) {
    Column most = PowerTables.RATED_KW.col().multiply(lit(thresholds.plausibleTimesRated()));
    return intervals.withColumn(
        PowerTables.IS_PLAUSIBLE.name(), PowerTables.MEAN_POWER_KW.col().leq(most));
  }
}
