package org.dawen.source;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.dawen.intake.ReceivedTables.DATA_DAY;
import static org.dawen.intake.ReceivedTables.FILE_ID;
import static org.dawen.intake.ReceivedTables.HOUR_START;
import static org.dawen.intake.ReceivedTables.RECEIVED_AT;
import static org.dawen.intake.ReceivedTables.RECORD_NO;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.registry.RegistryTables;
import org.dawen.registry.Validity;
import org.dawen.source.WithdrawnTables.Change;

/**
 * Which exceedances a later version of the hour withdrew or changed. Each version is judged like
 * the hour itself, by the limits, marks and minutes known now, so that nothing but the packets
 * makes a difference.
 */
final class WithdrawnRules {
  private WithdrawnRules() {}

  /** Hours of outlets of which a factor was received more than once. */
  static Dataset<Row> severalTimes(Dataset<Row> outletHours) {
    return outletHours
        .where(SourceTables.REVISION_COUNT.col().gt(1))
        .select(
            SourceTables.OUTLET_CODE.col(),
            SourceTables.POLLUTANT_CODE.col(),
            HOUR_START.col(),
            DATA_DAY.col());
  }

  /** Days of these hours. */
  static DaySet days(Dataset<Row> several) {
    return DaySet.of(
        Lake.all(several.select(DATA_DAY.col()).distinct()).stream()
            .map(r -> r.day(DATA_DAY))
            .toList());
  }

  /**
   * Rows of {@code source.withdrawn_exceedance}.
   *
   * @param received rows of {@code received.hj212} of the days of {@code several}
   * @param several as {@link #severalTimes} gives them
   * @param days the bounded days computed
   */
  static Dataset<Row> withdrawn(
      Dataset<Row> received,
      Dataset<Row> several,
      Dataset<Row> outlets,
      Dataset<Row> limits,
      Dataset<Row> marks,
      DaySet days) {
    Dataset<Row> versions =
        PacketRules.versions(
            ofTheirDevices(received, several, outlets), Devices.of(Lake.all(outlets)));
    return changes(
        OutletHourRules.judged(ofTheirFactors(versions, several), outlets, limits, marks, days));
  }

  private static Dataset<Row> ofTheirDevices(
      Dataset<Row> received, Dataset<Row> several, Dataset<Row> outlets) {
    Dataset<Row> theirs =
        several
            .select(SourceTables.OUTLET_CODE.col().as("_outlet"), DATA_DAY.col().as("_day"))
            .distinct();
    Dataset<Row> devices =
        theirs
            .join(
                broadcast(outlets),
                col("_outlet")
                    .equalTo(outlets.col(RegistryTables.OUTLET_CODE.name()))
                    .and(Validity.isValidOn(col("_day"), outlets)))
            .select(RegistryTables.MN.col().as("_mn"), col("_day"))
            .distinct();
    Column isTheirs =
        SourceTables.MN.col().equalTo(col("_mn")).and(DATA_DAY.col().equalTo(col("_day")));
    return received.join(broadcast(devices), isTheirs, "left_semi");
  }

  /** A factor received more than once, or any factor of an hour whose oxygen was. */
  private static Dataset<Row> ofTheirFactors(Dataset<Row> versions, Dataset<Row> several) {
    Dataset<Row> theirs =
        several.select(
            SourceTables.OUTLET_CODE.col().as("_outlet"),
            SourceTables.POLLUTANT_CODE.col().as("_factor"),
            HOUR_START.col().as("_hour"));
    Column isTheirs =
        SourceTables.OUTLET_CODE
            .col()
            .equalTo(col("_outlet"))
            .and(HOUR_START.col().equalTo(col("_hour")))
            .and(col("_factor").isin(SourceTables.POLLUTANT_CODE.col(), lit(PacketRules.OXYGEN)));
    return versions.join(theirs, isTheirs, "left_semi");
  }

  /** From judged versions to those that follow an exceedance and say otherwise. */
  private static Dataset<Row> changes(Dataset<Row> judged) {
    WindowSpec inOrder =
        Window.partitionBy(
                SourceTables.OUTLET_CODE.col(), SourceTables.POLLUTANT_CODE.col(), HOUR_START.col())
            .orderBy(col(HourVersions.VERSION_NO));
    Column isAbove = coalesce(SourceTables.IS_ABOVE_LIMIT.col(), lit(false));
    Column isOther = not(SourceTables.JUDGED_VALUE.col().equalTo(col("_before.judged_value")));
    return judged
        .withColumn("_is_above", isAbove)
        .withColumn(
            "_before",
            lag(
                    struct(
                        col("_is_above"),
                        SourceTables.JUDGED_VALUE.col(),
                        SourceTables.TIMES_OVER_LIMIT.col(),
                        FILE_ID.col(),
                        RECORD_NO.col()),
                    1)
                .over(inOrder))
        .where(col("_before._is_above").and(not(col("_is_above")).or(isOther)))
        .select(
            SourceTables.OUTLET_CODE.col(),
            SourceTables.POLLUTANT_CODE.col(),
            HOUR_START.col(),
            col(HourVersions.VERSION_NO).as(WithdrawnTables.VERSION_NO.name()),
            DATA_DAY.col(),
            SourceTables.ENTERPRISE_CODE.col(),
            SourceTables.COUNTY_CODE.col(),
            when(col("_is_above"), Change.CHANGED.name())
                .otherwise(Change.WITHDRAWN.name())
                .as(WithdrawnTables.CHANGE.name()),
            SourceTables.UNIT.col(),
            SourceTables.LIMIT_VALUE.col(),
            SourceTables.LOWER_LIMIT_VALUE.col(),
            SourceTables.LIMIT_ID.col(),
            SourceTables.IS_PROVISIONAL.col(),
            col("_before.judged_value").as(WithdrawnTables.FROM_VALUE.name()),
            col("_before.times_over_limit").as(WithdrawnTables.FROM_TIMES_OVER_LIMIT.name()),
            col("_before.file_id").as(WithdrawnTables.FROM_FILE_ID.name()),
            col("_before.record_no").as(WithdrawnTables.FROM_RECORD_NO.name()),
            SourceTables.JUDGED_VALUE.col().as(WithdrawnTables.TO_VALUE.name()),
            SourceTables.TIMES_OVER_LIMIT.col().as(WithdrawnTables.TO_TIMES_OVER_LIMIT.name()),
            SourceTables.UNJUDGEABLE_REASON.col(),
            col(HourVersions.BY_RECEIVED_AT).as(RECEIVED_AT.name()),
            col(HourVersions.BY_FILE_ID).as(FILE_ID.name()),
            col(HourVersions.BY_RECORD_NO).as(RECORD_NO.name()));
  }

  /** No rows. */
  static Dataset<Row> none(Dataset<Row> any) {
    return any.sparkSession()
        .createDataFrame(List.of(), WithdrawnTables.WITHDRAWN_EXCEEDANCE.schema());
  }
}
