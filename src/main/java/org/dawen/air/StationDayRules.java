package org.dawen.air;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.hour;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.dawen.intake.ReceivedTables.CO_MG_M3;
import static org.dawen.intake.ReceivedTables.DATA_DAY;
import static org.dawen.intake.ReceivedTables.HOUR_START;
import static org.dawen.intake.ReceivedTables.NO2_UG_M3;
import static org.dawen.intake.ReceivedTables.O3_UG_M3;
import static org.dawen.intake.ReceivedTables.PM10_UG_M3;
import static org.dawen.intake.ReceivedTables.PM2_5_UG_M3;
import static org.dawen.intake.ReceivedTables.SO2_UG_M3;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.standard.AirPollutant;
import org.dawen.standard.AveragingPeriod;

/** How the days of stations follow from their hours. */
final class StationDayRules {
  private StationDayRules() {}

  private static final String OZONE_HOURS = "_ozone_hours";
  private static final String OZONE_WINDOWS = "_ozone_windows";
  private static final String LARGEST_OZONE_HOUR = "_largest_ozone_hour";

  /**
   * A pollutant judged by its daily mean.
   *
   * @param withDust whether hours under sand and dust count
   */
  private record MeanItem(
      AirPollutant pollutant,
      org.dawen.lake.Column hourly,
      String validHours,
      org.dawen.lake.Column mean,
      boolean withDust) {

    MeanItem(
        AirPollutant pollutant,
        org.dawen.lake.Column hourly,
        org.dawen.lake.Column validHours,
        org.dawen.lake.Column mean) {
      this(pollutant, hourly, validHours.name(), mean, true);
    }

    String sum() {
      return "_sum_" + mean.name();
    }

    Column hours() {
      return withDust ? hourly.col() : when(not(AirTables.IS_DUST.col()), hourly.col());
    }
  }

  private static final List<MeanItem> MEAN_ITEMS =
      List.of(
          new MeanItem(
              AirPollutant.SO2, SO2_UG_M3, AirTables.SO2_VALID_HOURS, AirTables.SO2_MEAN_UG_M3),
          new MeanItem(
              AirPollutant.NO2, NO2_UG_M3, AirTables.NO2_VALID_HOURS, AirTables.NO2_MEAN_UG_M3),
          new MeanItem(
              AirPollutant.CO, CO_MG_M3, AirTables.CO_VALID_HOURS, AirTables.CO_MEAN_MG_M3),
          new MeanItem(
              AirPollutant.PM10, PM10_UG_M3, AirTables.PM10_VALID_HOURS, AirTables.PM10_MEAN_UG_M3),
          new MeanItem(
              AirPollutant.PM2_5,
              PM2_5_UG_M3,
              AirTables.PM2_5_VALID_HOURS,
              AirTables.PM2_5_MEAN_UG_M3),
          new MeanItem(
              AirPollutant.PM10,
              PM10_UG_M3,
              "_pm10_other_hours",
              AirTables.PM10_WITHOUT_DUST_UG_M3,
              false),
          new MeanItem(
              AirPollutant.PM2_5,
              PM2_5_UG_M3,
              "_pm2_5_other_hours",
              AirTables.PM2_5_WITHOUT_DUST_UG_M3,
              false));

  /** Rows of {@code air.station_day}. */
  static Dataset<Row> stationDays(Dataset<Row> hours, RulesAsOf rulesAsOf) {
    return hours
        .transform(StationDayRules::collectDays)
        .transform(days -> attachMeans(days, rulesAsOf))
        .transform(days -> attachLargestOzoneHour(days, rulesAsOf))
        .transform(days -> attachLargestOzoneMean(days, rulesAsOf))
        .transform(days -> attachIndices(days, rulesAsOf));
  }

  /**
   * One row per station and day: number and sum of the valid hours, and the 24 ozone hours as an
   * array. A valid hour is one with a value; negative values are refused at intake.
   */
  static Dataset<Row> collectDays(Dataset<Row> hours) {
    List<Column> totals = new ArrayList<>();
    for (MeanItem item : MEAN_ITEMS) {
      totals.add(count(item.hours()).cast("int").as(item.validHours()));
      totals.add(sum(item.hours()).as(item.sum()));
    }
    totals.add(count(when(AirTables.IS_DUST.col(), 1)).cast("int").as(AirTables.DUST_HOURS.name()));
    totals.add(
        count(AirTables.SUSPECT_REASON.col()).cast("int").as(AirTables.SUSPECT_HOURS.name()));
    totals.add(count(O3_UG_M3.col()).cast("int").as(AirTables.O3_VALID_HOURS.name()));
    totals.add(max(O3_UG_M3.col()).as(LARGEST_OZONE_HOUR));
    totals.add(
        array(
                IntStream.range(0, OzoneWindows.HOURS_OF_DAY)
                    .mapToObj(h -> max(when(col("_hour").equalTo(h), O3_UG_M3.col())))
                    .toArray(Column[]::new))
            .as(OZONE_HOURS));
    return hours
        .withColumn("_hour", hour(HOUR_START.col()))
        // Registration is one for a station and day; as a key it keeps the aggregation hashed.
        .groupBy(
            AirTables.STATION_CODE.col(),
            DATA_DAY.col(),
            AirTables.IS_REGISTERED.col(),
            AirTables.COUNTY_CODE.col(),
            AirTables.UNMONITORED_ITEMS.col())
        .agg(totals.get(0), totals.subList(1, totals.size()).toArray(Column[]::new));
  }

  /** Adds the unrounded daily means; null with too few valid hours, GB 3095 table 4. */
  static Dataset<Row> attachMeans(Dataset<Row> days, RulesAsOf rulesAsOf) {
    Dataset<Row> result = days;
    for (MeanItem item : MEAN_ITEMS) {
      Column minimum =
          rulesAsOf.requirement(item.pollutant(), "day", "minimum_hours", DATA_DAY.col());
      // A count of ten digits makes the quotient keep 17 decimals, so the cast rounds only once.
      Column mean = col(item.sum()).divide(col(item.validHours()).cast("decimal(10,0)"));
      result =
          result.withColumn(
              item.mean().name(),
              when(col(item.validHours()).geq(minimum), mean).cast(item.mean().type()));
    }
    return result;
  }

  /** Adds the largest ozone hour; null with too few valid hours (own definition, as for means). */
  static Dataset<Row> attachLargestOzoneHour(Dataset<Row> days, RulesAsOf rulesAsOf) {
    Column minimum =
        rulesAsOf.requirement(AirPollutant.O3, "day_max_1h", "minimum_hours", DATA_DAY.col());
    return days.withColumn(
        AirTables.O3_1H_MAX_UG_M3.name(),
        when(AirTables.O3_VALID_HOURS.col().geq(minimum), col(LARGEST_OZONE_HOUR)));
  }

  /**
   * Adds the number of valid 8-hour windows and the largest mean of them. The mean is valid with
   * enough windows, or if it exceeds the grade-2 limit, for more hours could only raise it; GB 3095
   * table 4, HJ 663-2026 6.1.2.
   */
  static Dataset<Row> attachLargestOzoneMean(Dataset<Row> days, RulesAsOf rulesAsOf) {
    Column dataDay = DATA_DAY.col();
    AirPollutant o3 = AirPollutant.O3;
    Column windows = col(OZONE_WINDOWS + "." + AirTables.O3_8H_WINDOWS.name());
    Column largest = col(OZONE_WINDOWS + "." + AirTables.O3_8H_UG_M3.name());
    Column enough =
        windows.geq(rulesAsOf.requirement(o3, "day_max_8h", "minimum_windows", dataDay));
    Column exceeds = largest.gt(rulesAsOf.gradeTwoLimit(o3, AveragingPeriod.DAY_MAX_8H, dataDay));
    return days.withColumn(
            OZONE_WINDOWS,
            OzoneWindows.of(
                col(OZONE_HOURS),
                rulesAsOf.requirement(o3, "day_max_8h", "first_window_end_hour", dataDay),
                rulesAsOf.requirement(o3, "day_max_8h", "last_window_end_hour", dataDay),
                rulesAsOf.requirement(o3, "mean_8h", "minimum_hours", dataDay)))
        .withColumn(AirTables.O3_8H_WINDOWS.name(), windows)
        .withColumn(AirTables.O3_8H_UG_M3.name(), when(enough.or(exceeds), largest));
  }

  /**
   * Adds the daily indices: seven items with the ozone hour until 2026-02-28 (HJ 633-2012 5.1.2),
   * then six (HJ 633-2026 4.2.2); concentrations are rounded first.
   */
  static Dataset<Row> attachIndices(Dataset<Row> days, RulesAsOf rulesAsOf) {
    Column indices =
        DayIndices.of(
            rulesAsOf.dayFor(DATA_DAY.col()),
            new Column[] {
              AirTables.SO2_MEAN_UG_M3.col(),
              AirTables.NO2_MEAN_UG_M3.col(),
              AirTables.PM10_MEAN_UG_M3.col(),
              AirTables.CO_MEAN_MG_M3.col(),
              AirTables.O3_8H_UG_M3.col(),
              AirTables.O3_1H_MAX_UG_M3.col(),
              AirTables.PM2_5_MEAN_UG_M3.col()
            },
            AirTables.UNMONITORED_ITEMS.col());
    return IndexFields.attach(days, indices, AirTables.DAY_INDICES)
        .withColumn(AirTables.IS_VALID.name(), coalesce(AirTables.IS_VALID.col(), lit(false)));
  }
}
