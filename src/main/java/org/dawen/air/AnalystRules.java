package org.dawen.air;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.hour;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.weekday;
import static org.apache.spark.sql.functions.when;
import static org.dawen.intake.ReceivedTables.DATA_DAY;
import static org.dawen.intake.ReceivedTables.HOUR_START;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.dawen.registry.RegistryTables;
import org.dawen.registry.Validity;

/** Profiles of hours and weekdays, and episodes of pollution. */
final class AnalystRules {
  private AnalystRules() {}

  private static final String SUM = "_sum_";
  private static final String COUNT = "_count_";
  private static final int POLLUTED_ABOVE = 100;

  /**
   * Rows of {@code air.profile_month}.
   *
   * @param hours rows of {@code air.station_hour}
   * @param stations rows of {@code registry.station}
   */
  static Dataset<Row> profiles(Dataset<Row> hours, Dataset<Row> stations) {
    return attachPlaces(hours, stations)
        .transform(AnalystRules::sumByHourAndWeekday)
        .transform(AnalystRules::meanBySlot);
  }

  /** Adds {@code _places}: the station, and the areas in whose evaluation it counts that day. */
  private static Dataset<Row> attachPlaces(Dataset<Row> hours, Dataset<Row> stations) {
    Dataset<Row> counted =
        stations
            .where(coalesce(RegistryTables.IS_EVALUATION.col(), lit(true)))
            .select(
                RegistryTables.STATION_CODE.col().as("_station_code"),
                array(
                        place("township", RegistryTables.TOWNSHIP_CODE.col()),
                        place("county", RegistryTables.COUNTY_CODE.col()),
                        place("city", RegistryTables.CITY_CODE.col()))
                    .as("_areas"),
                RegistryTables.VALID_FROM.col(),
                RegistryTables.VALID_TO.col());
    return hours.join(
        broadcast(counted),
        hours
            .col(AirTables.STATION_CODE.name())
            .equalTo(counted.col("_station_code"))
            .and(Validity.isValidOn(hours.col(DATA_DAY.name()), counted)),
        "left");
  }

  private static Column place(String kind, Column code) {
    return struct(lit(kind).as("place_kind"), code.as("place_code"));
  }

  private static Dataset<Row> sumByHourAndWeekday(Dataset<Row> hours) {
    List<Column> totals = new ArrayList<>();
    for (org.dawen.lake.Column c : AirTables.HOUR_CONCENTRATIONS) {
      totals.add(sum(c.col()).as(SUM + c.name()));
      totals.add(count(c.col()).as(COUNT + c.name()));
    }
    return hours
        .groupBy(
            AirTables.STATION_CODE.col(),
            col("_areas"),
            trunc(DATA_DAY.col(), "MM").as(AreaTables.MONTH_START.name()),
            hour(HOUR_START.col()).as("_hour"),
            weekday(DATA_DAY.col()).plus(1).as("_weekday"))
        .agg(totals.get(0), totals.subList(1, totals.size()).toArray(Column[]::new));
  }

  private static Dataset<Row> meanBySlot(Dataset<Row> sums) {
    Column places =
        expr(
            "filter(concat(array(named_struct('place_kind', 'station', 'place_code',"
                + " station_code)), coalesce(_areas, array())), p -> p.place_code IS NOT NULL)");
    Column slots =
        array(
            struct(lit("hour_of_day").as("profile"), col("_hour").as("slot")),
            struct(lit("day_of_week").as("profile"), col("_weekday").as("slot")));
    List<Column> totals = new ArrayList<>();
    for (org.dawen.lake.Column c : AirTables.HOUR_CONCENTRATIONS) {
      totals.add(sum(col(SUM + c.name())).cast("decimal(28,6)").as(SUM + c.name()));
      totals.add(sum(col(COUNT + c.name())).as(COUNT + c.name()));
    }
    Dataset<Row> result =
        sums.withColumn("_place", explode(places))
            .withColumn("_slot", explode(slots))
            .groupBy(
                col("_place.place_kind"),
                col("_place.place_code"),
                AreaTables.MONTH_START.col(),
                col("_slot.profile"),
                col("_slot.slot"))
            .agg(totals.get(0), totals.subList(1, totals.size()).toArray(Column[]::new));
    for (int i = 0; i < AirTables.HOUR_CONCENTRATIONS.size(); i++) {
      String name = AirTables.HOUR_CONCENTRATIONS.get(i).name();
      result =
          result
              .withColumn(
                  name,
                  when(
                      col(COUNT + name).gt(0),
                      col(SUM + name)
                          .divide(col(COUNT + name).cast("decimal(10,0)"))
                          .cast("decimal(18,10)")))
              .withColumn(AnalystTables.SLOT_HOURS.get(i).name(), col(COUNT + name));
    }
    return result.withColumn(
        AreaTables.PM_RATIO.name(),
        when(
            col("pm10_ug_m3").gt(0),
            col("pm2_5_ug_m3").divide(col("pm10_ug_m3")).cast("decimal(18,10)")));
  }

  /**
   * Rows of {@code air.episode}.
   *
   * @param areaDays rows of {@code air.area_day}, whole years
   */
  static Dataset<Row> episodes(Dataset<Row> areaDays) {
    Column aqi = AirTables.AQI_PUBLISHED.col();
    Column yearStart = trunc(DATA_DAY.col(), "YEAR");
    Column place =
        row_number()
            .over(
                Window.partitionBy(
                        AreaTables.AREA_KIND.col(),
                        AreaTables.AREA_CODE.col(),
                        AnalystTables.YEAR_START.col())
                    .orderBy(DATA_DAY.col()));
    // Of equal peaks the first day counts.
    Column order = struct(aqi, unix_date(DATA_DAY.col()).multiply(-1));
    return areaDays
        .where(aqi.gt(POLLUTED_ABOVE))
        .withColumn(AnalystTables.YEAR_START.name(), yearStart)
        // Days in a row less their number give one and the same date.
        .withColumn("_run", unix_date(DATA_DAY.col()).minus(place))
        .groupBy(
            AreaTables.AREA_KIND.col(),
            AreaTables.AREA_CODE.col(),
            AnalystTables.YEAR_START.col(),
            col("_run"))
        .agg(
            min(DATA_DAY.col()).as(AnalystTables.BEGIN_DAY.name()),
            max(DATA_DAY.col()).as(AnalystTables.END_DAY.name()),
            count(lit(1)).cast("int").as(AnalystTables.EPISODE_DAYS.name()),
            max(aqi).as(AnalystTables.PEAK_AQI.name()),
            max_by(DATA_DAY.col(), order).as(AnalystTables.PEAK_DAY.name()),
            max_by(AirTables.PRIMARY_POLLUTANT.col(), order)
                .as(AnalystTables.PEAK_POLLUTANT.name()),
            mean(aqi.cast("decimal(18,10)")).as(AnalystTables.MEAN_AQI.name()),
            max(AreaTables.PM2_5_UG_M3.col()).as(AnalystTables.PEAK_PM2_5_UG_M3.name()),
            mean(AreaTables.PM2_5_UG_M3.col()).as(AnalystTables.EPISODE_PM2_5_UG_M3.name()),
            mean(AreaTables.O3_8H_UG_M3.col()).as(AnalystTables.EPISODE_O3_8H_UG_M3.name()));
  }

  /** Sum by count, ten decimals; null without values. */
  private static Column mean(Column values) {
    return when(count(values).gt(0), sum(values).divide(count(values).cast("decimal(10,0)")))
        .cast("decimal(18,10)");
  }
}
