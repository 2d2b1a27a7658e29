package org.dawen.source;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;
import static org.dawen.intake.ReceivedTables.AVG_VALUE;
import static org.dawen.intake.ReceivedTables.COMMAND_CODE;
import static org.dawen.intake.ReceivedTables.COU_VALUE;
import static org.dawen.intake.ReceivedTables.DATA_DAY;
import static org.dawen.intake.ReceivedTables.DATA_FLAG;
import static org.dawen.intake.ReceivedTables.FACTOR_CODE;
import static org.dawen.intake.ReceivedTables.FILE_ID;
import static org.dawen.intake.ReceivedTables.FILE_ORDER;
import static org.dawen.intake.ReceivedTables.GROUP_NO;
import static org.dawen.intake.ReceivedTables.HOUR_START;
import static org.dawen.intake.ReceivedTables.MAX_VALUE;
import static org.dawen.intake.ReceivedTables.MIN_VALUE;
import static org.dawen.intake.ReceivedTables.RECEIVED_AT;
import static org.dawen.intake.ReceivedTables.RECORD_NO;
import static org.dawen.intake.ReceivedTables.REQUEST_NO;
import static org.dawen.intake.ReceivedTables.ZS_AVG_VALUE;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.dawen.intake.Revisions;
import org.dawen.registry.RegistryTables;
import org.dawen.registry.Validity;

/** How the factors of hour packets become one row per outlet, factor and hour. */
final class PacketRules {
  /** Hour data, HJ 212-2017 6.6.5. */
  private static final String HOUR_DATA = "2061";

  /** Oxygen of flue gas, HJ 212-2017 table B.2. */
  private static final String OXYGEN = "a19001";

  /** Normal, HJ 212-2017 table 8. */
  static final String NORMAL = "N";

  /** More groups than a data segment of 9,999 characters can hold. */
  private static final long GROUPS_A_RECORD = 10_000;

  /** The hour in which DataTime lies. */
  static final String HOUR_OF_DATA_TIME =
      "data_time - make_dt_interval(0, 0, extract(MINUTE FROM data_time),"
          + " extract(SECOND FROM data_time))";

  private PacketRules() {}

  /**
   * Groups of hour packets with the start of their hour. DataTime is the start of the period, HJ
   * 212-2017 6.4; a clock some seconds off still means the hour it lies in.
   */
  static Dataset<Row> keepHourData(Dataset<Row> received) {
    Column hourStart = expr(HOUR_OF_DATA_TIME);
    return received
        .where(COMMAND_CODE.col().equalTo(HOUR_DATA))
        .select(
            SourceTables.MN.col(),
            hourStart.as(HOUR_START.name()),
            DATA_DAY.col(),
            FACTOR_CODE.col().as(SourceTables.POLLUTANT_CODE.name()),
            GROUP_NO.col(),
            AVG_VALUE.col(),
            ZS_AVG_VALUE.col(),
            MIN_VALUE.col(),
            MAX_VALUE.col(),
            COU_VALUE.col(),
            DATA_FLAG.col(),
            REQUEST_NO.col(),
            RECEIVED_AT.col(),
            FILE_ORDER.col(),
            FILE_ID.col(),
            RECORD_NO.col());
  }

  /**
   * The revision in force of each device, factor and hour. Parts of a split packet carry different
   * factors of the same hour and need no joining; of one factor sent twice in a packet the later
   * group is in force.
   */
  static Dataset<Row> keepRevisionInForce(Dataset<Row> groups) {
    // All windows of this room share one distribution, so that the rows are shuffled once.
    Dataset<Row> hours =
        groups
            .repartition(SourceTables.MN.col(), DATA_DAY.col())
            .withColumn(
                RECORD_NO.name(),
                RECORD_NO.col().multiply(lit(GROUPS_A_RECORD)).plus(GROUP_NO.col()));
    Dataset<Row> inForce =
        Revisions.keepRevisionInForce(
            hours,
            List.of(
                SourceTables.MN.col(),
                DATA_DAY.col(),
                HOUR_START.col(),
                SourceTables.POLLUTANT_CODE.col()),
            List.of(AVG_VALUE.col(), ZS_AVG_VALUE.col(), COU_VALUE.col(), DATA_FLAG.col()),
            Map.of(
                SourceTables.FIRST_RECEIVED_AT.name(), min(RECEIVED_AT.col()),
                SourceTables.FLAG_IN_TIME.name(), first(flagIfInTime(), true)));
    return inForce
        .withColumn(RECORD_NO.name(), expr("record_no div " + GROUPS_A_RECORD))
        .drop(GROUP_NO.name(), RECEIVED_AT.name(), FILE_ORDER.name());
  }

  /** The flag of a revision received by 13:00 of the day after the data day; else null. */
  private static Column flagIfInTime() {
    Column deadline =
        expr("CAST(CAST(data_day AS TIMESTAMP_NTZ) + INTERVAL 37 HOURS AS TIMESTAMP)");
    return when(RECEIVED_AT.col().leq(deadline), coalesce(DATA_FLAG.col(), lit("")));
  }

  /** Adds {@code o2_percent}: the hour's mean oxygen if the device flags it normal. */
  static Dataset<Row> attachOxygen(Dataset<Row> hours) {
    Column oxygen =
        when(
            SourceTables.POLLUTANT_CODE.col().equalTo(OXYGEN).and(DATA_FLAG.col().equalTo(NORMAL)),
            AVG_VALUE.col());
    return hours.withColumn(
        SourceTables.O2_PERCENT.name(),
        max(oxygen)
            .over(Window.partitionBy(SourceTables.MN.col(), DATA_DAY.col(), HOUR_START.col())));
  }

  /** Adds the outlet by the registry row valid on the data day; devices unknown that day go. */
  static Dataset<Row> attachOutlet(Dataset<Row> hours, Dataset<Row> outlets) {
    Dataset<Row> reference =
        outlets.select(
            RegistryTables.MN.col().as("_mn"),
            SourceTables.OUTLET_CODE.col(),
            SourceTables.ENTERPRISE_CODE.col(),
            SourceTables.COUNTY_CODE.col(),
            SourceTables.MEDIUM.col(),
            RegistryTables.VALID_FROM.col(),
            RegistryTables.VALID_TO.col());
    return hours
        .join(broadcast(reference), isDeviceOf(hours, reference))
        .drop("_mn", RegistryTables.VALID_FROM.name(), RegistryTables.VALID_TO.name());
  }

  /** Rows of {@code source.unknown_outlet}, from packets of every data command. */
  static Dataset<Row> unknownOutlets(Dataset<Row> received, Dataset<Row> outlets) {
    Dataset<Row> reference =
        outlets.select(
            RegistryTables.MN.col().as("_mn"),
            RegistryTables.VALID_FROM.col(),
            RegistryTables.VALID_TO.col());
    return received
        .select(SourceTables.MN.col(), DATA_DAY.col(), FILE_ID.col(), RECORD_NO.col())
        .transform(r -> r.join(broadcast(reference), isDeviceOf(r, reference), "left_anti"))
        .groupBy(SourceTables.MN.col(), DATA_DAY.col())
        .agg(
            countDistinct(FILE_ID.col(), RECORD_NO.col()).as(SourceTables.RECORD_COUNT.name()),
            min(FILE_ID.col()).as(SourceTables.FIRST_FILE_ID.name()));
  }

  private static Column isDeviceOf(Dataset<Row> rows, Dataset<Row> reference) {
    return rows.col(SourceTables.MN.name())
        .equalTo(reference.col("_mn"))
        .and(Validity.isValidOn(rows.col(DATA_DAY.name()), reference));
  }
}
