package org.dawen.source;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.dawen.intake.ReceivedTables.DATA_DAY;
import static org.dawen.intake.ReceivedTables.HOUR_START;

import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.lake.DaySet;
import org.dawen.registry.RegistryTables;
import org.dawen.registry.Validity;

/**
 * Which hours are due (应传) from which outlet: all hours of the days on which the city's outlets
 * send hours, or are silent for a short while only, while the outlet is registered, less those of a
 * shutdown.
 */
final class DueRules {
  /** Kinds of marks under which nothing is due; 停运 of the national interface. */
  private static final Object[] SHUTDOWN = {"shutdown", "long_shutdown", "停运", "停产", "停炉", "长期停产"};

  /** Stopped, HJ 212-2017 table 8; left out of what is due. */
  private static final String STOPPED = "F";

  private DueRules() {}

  /** True for a row of {@code source.outlet_hour} that lies in a shutdown. */
  static Column isShutDown() {
    return org.apache
        .spark
        .sql
        .functions
        .coalesce(org.dawen.intake.ReceivedTables.DATA_FLAG.col().equalTo(STOPPED), lit(false))
        .or(
            org.apache.spark.sql.functions.coalesce(
                SourceTables.MARK_KIND.col().isin(SHUTDOWN), lit(false)));
  }

  /** Silent days of the whole city that count as due if it sends again within so many days. */
  static final int SILENT_DAYS = 7;

  /**
   * Days on which the city sent hours, and those before them on which it was silent for a while.
   */
  static Dataset<Row> cityDays(Dataset<Row> hours) {
    return hours
        .select(DATA_DAY.col())
        .distinct()
        .select(
            explode(expr("sequence(date_sub(data_day, %d), data_day)".formatted(SILENT_DAYS)))
                .as(DATA_DAY.name()))
        .distinct();
  }

  /** Days of each month from the first to the last on which the city sent hours. */
  static Dataset<Row> cityDaysOfMonths(Dataset<Row> hours) {
    return hours
        .groupBy(org.apache.spark.sql.functions.trunc(DATA_DAY.col(), "month"))
        .agg(
            org.apache.spark.sql.functions.min(DATA_DAY.col()).as("_first"),
            org.apache.spark.sql.functions.max(DATA_DAY.col()).as("_last"))
        .select(explode(expr("sequence(_first, _last)")).as(DATA_DAY.name()));
  }

  /**
   * Outlets with the days on which they are registered: outlet, enterprise, county, medium,
   * industry, {@code data_day}.
   *
   * @param cityDays days on which anything is due from the city
   */
  static Dataset<Row> outletDays(Dataset<Row> cityDays, Dataset<Row> outlets) {
    return outlets
        .join(broadcast(cityDays), Validity.isValidOn(cityDays.col(DATA_DAY.name()), outlets))
        .select(
            SourceTables.OUTLET_CODE.col(),
            SourceTables.ENTERPRISE_CODE.col(),
            SourceTables.COUNTY_CODE.col(),
            SourceTables.MEDIUM.col(),
            RegistryTables.INDUSTRY_CODE.col(),
            DATA_DAY.col());
  }

  /** Each row for the 24 hours of its day, with {@code hour_start}. */
  static Dataset<Row> everyHour(Dataset<Row> days) {
    return days.withColumn(
        HOUR_START.name(),
        explode(
            expr(
                "transform(sequence(0, 23), h -> CAST(data_day AS TIMESTAMP_NTZ)"
                    + " + make_dt_interval(0, h, 0, 0))")));
  }

  /** The hours that are not due because the whole outlet is marked as shut down. */
  static Dataset<Row> withoutMarkedShutdown(
      Dataset<Row> outletHours, Dataset<Row> marks, DaySet days) {
    if (days.isEmpty()) {
      return outletHours;
    }
    LocalDate first = days.first();
    LocalDate end = days.last().plusDays(1);
    Dataset<Row> shut =
        marks
            .where(RegistryTables.MARK_KIND.col().isin(SHUTDOWN))
            .where(RegistryTables.POLLUTANT_CODE.col().isNull())
            .select(
                SourceTables.OUTLET_CODE.col().as("_shut_outlet"),
                greatest(RegistryTables.STARTS_AT.col(), lit(first.atStartOfDay())).as("_from"),
                least(
                        org.apache.spark.sql.functions.coalesce(
                            RegistryTables.ENDS_AT.col(), lit(end.atStartOfDay())),
                        lit(end.atStartOfDay()))
                    .as("_to"));
    return outletHours.join(
        broadcast(shut),
        outletHours
            .col(SourceTables.OUTLET_CODE.name())
            .equalTo(shut.col("_shut_outlet"))
            .and(outletHours.col(HOUR_START.name()).lt(shut.col("_to")))
            .and(
                outletHours
                    .col(HOUR_START.name())
                    .plus(expr("INTERVAL '1' HOUR"))
                    .gt(shut.col("_from"))),
        "left_anti");
  }
}
