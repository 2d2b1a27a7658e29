package org.dawen.power;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.dawen.intake.ReceivedTables.DATA_DAY;
import static org.dawen.intake.ReceivedTables.FILE_ID;
import static org.dawen.intake.ReceivedTables.INTERVAL_END;

import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.dawen.registry.RegistryTables;

/**
 * What the registry says about a meter on a day. A meter whose equipment depends on several
 * treatment facilities stands in several rows; it is still one meter.
 */
final class MeterRules {
  private static final Column FROM_EVER = lit(LocalDate.of(1, 1, 1));
  private static final Column FOR_EVER = lit(LocalDate.of(9999, 12, 31));

  private MeterRules() {}

  /**
   * Adds enterprise, role, facility, rated power and {@code is_registered} by the registry row
   * valid on the data day. A meter the registry does not know stays, with nulls and false.
   */
  static Dataset<Row> attachRegistration(Dataset<Row> intervals, Dataset<Row> meters) {
    Dataset<Row> reference = oneRowPerMeterAndPeriod(meters);
    return intervals
        .join(broadcast(reference), isMeterOf(intervals, reference), "left")
        .withColumn(PowerTables.IS_REGISTERED.name(), col("_meter").isNotNull())
        .drop("_meter", "_from", "_to");
  }

  /** Rows of {@code power.unknown_meter}. */
  static Dataset<Row> unknownMeters(Dataset<Row> received, Dataset<Row> meters) {
    Dataset<Row> reference = oneRowPerMeterAndPeriod(meters);
    return received
        .join(broadcast(reference), isMeterOf(received, reference), "left_anti")
        .groupBy(PowerTables.METER_CODE.col(), DATA_DAY.col())
        .agg(
            countDistinct(INTERVAL_END.col()).as(PowerTables.RECEIVED_INTERVAL_COUNT.name()),
            min(FILE_ID.col()).as(PowerTables.FIRST_FILE_ID.name()));
  }

  /** Periods {@code _from} to {@code _to} in which the rows of a meter stay the same. */
  static Dataset<Row> oneRowPerMeterAndPeriod(Dataset<Row> meters) {
    Dataset<Row> rows =
        meters.select(
            RegistryTables.METER_CODE.col().as("_meter"),
            struct(
                    PowerTables.ENTERPRISE_CODE.col(),
                    PowerTables.ROLE.col(),
                    PowerTables.FACILITY_CODE.col(),
                    PowerTables.RATED_KW.col(),
                    RegistryTables.ROLLS_OVER_AT_KWH.col())
                .as("_said"),
            coalesce(RegistryTables.VALID_FROM.col(), FROM_EVER).as("_valid_from"),
            coalesce(RegistryTables.VALID_TO.col(), FOR_EVER).as("_valid_to"));
    WindowSpec inOrder = Window.partitionBy(col("_start_meter")).orderBy(col("_from"));
    Dataset<Row> periods =
        rows.select(col("_meter").as("_start_meter"), col("_valid_from").as("_from"))
            .union(
                rows.where(col("_valid_to").lt(FOR_EVER))
                    .select(col("_meter"), date_add(col("_valid_to"), 1)))
            .distinct()
            .withColumn(
                "_to", coalesce(date_sub(lead(col("_from"), 1).over(inOrder), 1), FOR_EVER));
    return rows.join(
            periods,
            col("_meter")
                .equalTo(col("_start_meter"))
                .and(col("_from").between(col("_valid_from"), col("_valid_to"))))
        .groupBy(col("_meter"), col("_from"), col("_to"))
        // The rows differ in the facility they depend on only; should they differ in more, the
        // smallest in order stands, so that chance does not decide.
        .agg(min(col("_said")).as("_said"))
        .select(col("_meter"), col("_from"), col("_to"), col("_said.*"));
  }

  private static Column isMeterOf(Dataset<Row> rows, Dataset<Row> reference) {
    return rows.col(PowerTables.METER_CODE.name())
        .equalTo(reference.col("_meter"))
        .and(rows.col(DATA_DAY.name()).between(reference.col("_from"), reference.col("_to")));
  }
}
