package org.dawen.source;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.dawen.intake.ReceivedTables.AVG_VALUE;
import static org.dawen.intake.ReceivedTables.COMMAND_CODE;
import static org.dawen.intake.ReceivedTables.DATA_DAY;
import static org.dawen.intake.ReceivedTables.DATA_FLAG;
import static org.dawen.intake.ReceivedTables.DATA_TIME;
import static org.dawen.intake.ReceivedTables.FACTOR_CODE;
import static org.dawen.intake.ReceivedTables.GROUP_NO;
import static org.dawen.intake.ReceivedTables.HOUR_START;
import static org.dawen.intake.ReceivedTables.RECORD_NO;
import static org.dawen.intake.ReceivedTables.ZS_AVG_VALUE;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.dawen.intake.Revisions;

/** What the minute records (CN 2051) of a device say about its hours, HJ 212-2017 annex D. */
final class MinuteRules {
  /** Minute data, HJ 212-2017 6.6.5. */
  private static final String MINUTE_DATA = "2051";

  /** Intervals a device may be set to, HJ 212-2017 table 4 (MinInterval). */
  private static final Object[] INTERVALS = {1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30};

  /** Number of minute records of factor and hour that are not valid; null: no minutes known. */
  static final String ABNORMAL_MINUTE_RECORDS = "_abnormal_minute_records";

  private static final long GROUPS_A_RECORD = 10_000;

  private MinuteRules() {}

  /**
   * Adds {@code valid_minutes}: valid minute records times the device's interval. A record is valid
   * with flag N and a mean.
   *
   * @param received rows of {@code received.hj212}
   */
  static Dataset<Row> attachValidMinutes(Dataset<Row> hours, Dataset<Row> received) {
    Dataset<Row> minutes = minutesInForce(received);
    Column isValid =
        coalesce(DATA_FLAG.col(), lit(""))
            .equalTo(PacketRules.NORMAL)
            .and(AVG_VALUE.col().isNotNull().or(ZS_AVG_VALUE.col().isNotNull()));
    Dataset<Row> ofHour =
        minutes
            .groupBy(
                SourceTables.MN.col().as("_minute_mn"),
                DATA_DAY.col().as("_minute_day"),
                HOUR_START.col().as("_minute_hour"),
                FACTOR_CODE.col().as("_minute_factor"))
            .agg(
                count_if(isValid).as("_valid_records"),
                count_if(not(isValid)).as(ABNORMAL_MINUTE_RECORDS))
            .join(
                intervals(minutes),
                col("_minute_mn")
                    .equalTo(col("_interval_mn"))
                    .and(col("_minute_day").equalTo(col("_interval_day"))),
                "left")
            .withColumn(
                SourceTables.VALID_MINUTES.name(),
                least(col("_valid_records").multiply(col("_interval")), lit(60)).cast("int"))
            .drop("_interval_mn", "_interval_day", "_interval", "_valid_records");
    return hours
        .join(
            ofHour,
            hours
                .col(SourceTables.MN.name())
                .equalTo(ofHour.col("_minute_mn"))
                .and(hours.col(DATA_DAY.name()).equalTo(ofHour.col("_minute_day")))
                .and(hours.col(HOUR_START.name()).equalTo(ofHour.col("_minute_hour")))
                .and(
                    hours
                        .col(SourceTables.POLLUTANT_CODE.name())
                        .equalTo(ofHour.col("_minute_factor"))),
            "left")
        .drop("_minute_mn", "_minute_day", "_minute_hour", "_minute_factor");
  }

  /** Hours of devices that send no minutes: nothing is known. */
  static Dataset<Row> withoutMinutes(Dataset<Row> hours) {
    return hours
        .withColumn(SourceTables.VALID_MINUTES.name(), lit(null).cast("int"))
        .withColumn(ABNORMAL_MINUTE_RECORDS, lit(null).cast("long"));
  }

  /** True if there is any minute record. */
  static boolean areKnown(Dataset<Row> received) {
    return !received.where(COMMAND_CODE.col().equalTo(MINUTE_DATA)).isEmpty();
  }

  private static Dataset<Row> minutesInForce(Dataset<Row> received) {
    Dataset<Row> minutes =
        received
            .where(COMMAND_CODE.col().equalTo(MINUTE_DATA))
            .withColumn(HOUR_START.name(), expr(PacketRules.HOUR_OF_DATA_TIME))
            .withColumn(
                RECORD_NO.name(),
                RECORD_NO.col().multiply(lit(GROUPS_A_RECORD)).plus(GROUP_NO.col()));
    return Revisions.keepRevisionInForce(
        minutes,
        List.of(SourceTables.MN.col(), DATA_DAY.col(), DATA_TIME.col(), FACTOR_CODE.col()),
        List.of(AVG_VALUE.col(), DATA_FLAG.col()));
  }

  /**
   * The interval of each device and day: the distance that lies between most neighbouring records,
   * of equally frequent ones the shorter. Gaps make single distances longer, so the smallest would
   * do as well, were it not for clocks that jump.
   */
  private static Dataset<Row> intervals(Dataset<Row> minutes) {
    Dataset<Row> times =
        minutes
            .select(
                SourceTables.MN.col().as("_interval_mn"),
                DATA_DAY.col().as("_interval_day"),
                DATA_TIME.col().as("_time"))
            .distinct();
    WindowSpec ofDevice =
        Window.partitionBy(col("_interval_mn"), col("_interval_day")).orderBy(col("_time"));
    Dataset<Row> distances =
        times
            .withColumn("_before", lag(col("_time"), 1).over(ofDevice))
            .withColumn("_interval", expr("timestampdiff(MINUTE, _before, _time)"))
            .where(col("_interval").isin(INTERVALS))
            .groupBy(col("_interval_mn"), col("_interval_day"), col("_interval"))
            .count()
            .groupBy(col("_interval_mn"), col("_interval_day"))
            .agg(expr("max(struct(count, -_interval)).col2").multiply(lit(-1)).as("_interval"));
    return broadcast(distances);
  }
}
