package org.dawen.diesel;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.registry.RegistryTables;
import org.dawen.registry.Validity;

/** What a vehicle did on a day, from its minutes: sums of raw values, scaled at the end. */
final class VehicleDayRules {
  /** No truck is faster: an odometer that grew by more leapt. Raw, 0.1 km in a second. */
  private static final String MOST_ODOMETER_STEPS = "150 / 360";

  /** The position at the begin or end of a day is one of its first or last so many seconds. */
  private static final int FRESH_SECONDS = 300;

  private VehicleDayRules() {}

  /** Rows of {@code diesel.vehicle_day}. */
  static Dataset<Row> vehicleDays(
      Dataset<Row> minutes, Dataset<Row> infos, Dataset<Row> vehicles, DieselThresholds t) {
    return sums(minutes, t)
        .join(
            lamp(infos),
            scala.jdk.javaapi.CollectionConverters.asScala(java.util.List.of("vin", "data_day"))
                .toSeq(),
            "full_outer")
        .transform(VehicleDayRules::scale)
        .transform(days -> attachRegistration(days, vehicles))
        .select(
            DieselTables.VEHICLE_DAY.columns().stream()
                .map(c -> col(c.name()))
                .toArray(Column[]::new));
  }

  /** Integer sums of a vehicle's day; first and last by the order of its minutes. */
  private static Dataset<Row> sums(Dataset<Row> minutes, DieselThresholds t) {
    return minutes
        .groupBy(col("vin"), col("data_day"))
        .agg(
            // Minute and second apart: adding an interval to a time costs more than all else of a
            // row.
            expr("min(minute_start) FILTER (WHERE first_second IS NOT NULL)").as("_first_minute"),
            expr("min_by(first_second, minute_start) FILTER (WHERE first_second IS NOT NULL)")
                .as("_first_second"),
            expr("max(minute_start) FILTER (WHERE last_second IS NOT NULL)").as("_last_minute"),
            expr("max_by(last_second, minute_start) FILTER (WHERE last_second IS NOT NULL)")
                .as("_last_second"),
            expr("CAST(sum(bit_count(second_map)) AS INT)").as("_seconds"),
            expr("max(IF(second_map = 0, NULL, trip_no))").as("_trips"),
            expr("sum(running_seconds)").as("_running"),
            expr("sum(driving_seconds)").as("_driving"),
            expr("sum(CAST(speed_raw_sum AS BIGINT))").as("_speed"),
            expr("min_by(odometer_raw_first, minute_start) FILTER (WHERE odometer_count > 0)")
                .as("_odometer_first"),
            expr("max_by(odometer_raw_last, minute_start) FILTER (WHERE odometer_count > 0)")
                .as("_odometer_last"),
            expr("max(odometer_raw_fall)").as("_odometer_fall"),
            expr("sum(CAST(fuel_raw_sum AS BIGINT))").as("_fuel"),
            expr("min_by(reagent_raw_first, minute_start) FILTER (WHERE reagent_count > 0)")
                .as("_reagent_first"),
            expr("max_by(reagent_raw_last, minute_start) FILTER (WHERE reagent_count > 0)")
                .as("_reagent_last"),
            expr("max(reagent_raw_max)").as("_reagent_max"),
            expr(t.fill(
                    "coalesce(sum(reagent_raw_rise) FILTER (WHERE reagent_raw_rise * 0.4 >="
                        + " {refill_percent}), 0)"))
                .as("_refill"),
            expr("CAST(sum(hot_seconds) AS INT)").as("_hot"),
            expr("CAST(sum(window_seconds) AS INT)").as("_window"),
            expr("sum(CAST(window_nox_up_sum AS BIGINT))").as("_up"),
            expr("sum(CAST(window_nox_down_sum AS BIGINT))").as("_down"),
            expr("sum(nox_mass_sum)").as("_mass"),
            expr("CAST(sum(mass_seconds) AS INT)").as("_mass_seconds"),
            expr("CAST(sum(conflict_seconds) AS INT)").as("_conflicts"),
            // No struct among them: Spark would sort all minutes instead of hashing vehicles.
            expr("min(minute_start) FILTER (WHERE position_count > 0)").as("_begin_at"),
            expr("min_by(first_longitude_raw, minute_start) FILTER (WHERE position_count > 0)")
                .as("_begin_longitude"),
            expr("min_by(first_latitude_raw, minute_start) FILTER (WHERE position_count > 0)")
                .as("_begin_latitude"),
            expr("max(minute_start) FILTER (WHERE position_count > 0)").as("_end_at"),
            expr("max_by(last_longitude_raw, minute_start) FILTER (WHERE position_count > 0)")
                .as("_end_longitude"),
            expr("max_by(last_latitude_raw, minute_start) FILTER (WHERE position_count > 0)")
                .as("_end_latitude"));
  }

  /** What was told last of the lamp; told at the same time, on counts. */
  private static Dataset<Row> lamp(Dataset<Row> infos) {
    return infos
        .groupBy(col("vin"), col("data_day"))
        .agg(
            expr("max_by(is_mil_on, named_struct('at', last_at, 'on', is_mil_on)) FILTER (WHERE"
                    + " is_mil_on IS NOT NULL)")
                .as("is_mil_on"));
  }

  /** Scaling, GB 17691-2018 annex Q; gas density ratio of NOx in diesel exhaust by UN R49. */
  private static Dataset<Row> scale(Dataset<Row> sums) {
    Column byOdometer = col("_odometer_last").minus(col("_odometer_first"));
    return places(times(sums))
        .withColumn("sampled_seconds", expr("coalesce(_seconds, 0)"))
        .withColumn("trip_count", expr("coalesce(_trips, 0)"))
        .withColumn("engine_hours", expr(hours("_running")))
        .withColumn("driving_hours", expr(hours("_driving")))
        .withColumn("_by_odometer", byOdometer)
        .withColumn(
            "distance_km",
            expr(
                """
                CASE WHEN _odometer_fall = 0 AND _by_odometer IS NOT NULL
                          AND _by_odometer <= 10 + %s * timestampdiff(SECOND, first_sample_at, last_sample_at)
                     THEN CAST(_by_odometer * 0.1 AS DECIMAL(14,3))
                     ELSE CAST(CAST(coalesce(_speed, 0) AS DECIMAL(20,0)) / 921600 AS DECIMAL(14,3)) END"""
                    .formatted(MOST_ODOMETER_STEPS)))
        .withColumn("odometer_first_km", expr("CAST(_odometer_first * 0.1 AS DECIMAL(14,1))"))
        .withColumn("odometer_last_km", expr("CAST(_odometer_last * 0.1 AS DECIMAL(14,1))"))
        .withColumn("odometer_fall_km", expr("CAST(_odometer_fall * 0.1 AS DECIMAL(14,1))"))
        .withColumn(
            "fuel_litres",
            expr("CAST(CAST(coalesce(_fuel, 0) AS DECIMAL(20,0)) / 72000 AS DECIMAL(14,6))"))
        .withColumn("reagent_first_percent", expr("CAST(_reagent_first * 0.4 AS DECIMAL(6,1))"))
        .withColumn("reagent_last_percent", expr("CAST(_reagent_last * 0.4 AS DECIMAL(6,1))"))
        .withColumn("reagent_max_percent", expr("CAST(_reagent_max * 0.4 AS DECIMAL(6,1))"))
        .withColumn(
            "reagent_refill_percent", expr("CAST(coalesce(_refill, 0) * 0.4 AS DECIMAL(8,1))"))
        .withColumn(
            "reagent_used_percent",
            expr("CAST((_reagent_first - _reagent_last + _refill) * 0.4 AS DECIMAL(8,1))"))
        .withColumn("hot_day_seconds", expr("coalesce(_hot, 0)"))
        .withColumn("window_day_seconds", expr("coalesce(_window, 0)"))
        .withColumn(
            "conversion_percent",
            expr(
                """
                CASE WHEN _up > 0
                     THEN TRY_CAST(100 - 100 * CAST(_down AS DECIMAL(18,0)) / CAST(_up AS DECIMAL(18,0))
                                   AS DECIMAL(12,6)) END"""))
        .withColumn(
            "nox_mass_g",
            expr(
                """
                CASE WHEN _mass_seconds > 0
                     THEN CAST(0.001586 * CAST(_mass AS DECIMAL(22,0)) / 28800000
                               AS DECIMAL(18,6)) END"""))
        .withColumn("nox_mass_day_seconds", expr("coalesce(_mass_seconds, 0)"))
        .withColumn("conflict_day_seconds", expr("coalesce(_conflicts, 0)"));
  }

  /** When the first and the last sample of the day were taken; null without any. */
  private static Dataset<Row> times(Dataset<Row> sums) {
    return sums.withColumn(
            "first_sample_at", expr("_first_minute + make_dt_interval(0, 0, 0, _first_second)"))
        .withColumn(
            "last_sample_at", expr("_last_minute + make_dt_interval(0, 0, 0, _last_second)"));
  }

  /** Where the vehicle was when its day began and ended, if that was known near enough to it. */
  private static Dataset<Row> places(Dataset<Row> sums) {
    String isBegin =
        "timestampdiff(SECOND, first_sample_at, _begin_at) <= %d".formatted(FRESH_SECONDS);
    String isEnd =
        "timestampdiff(SECOND, _end_at, last_sample_at) < 60 + %d".formatted(FRESH_SECONDS);
    return sums.withColumn(
            "first_longitude_raw", expr("IF(" + isBegin + ", _begin_longitude, NULL)"))
        .withColumn("first_latitude_raw", expr("IF(" + isBegin + ", _begin_latitude, NULL)"))
        .withColumn("last_longitude_raw", expr("IF(" + isEnd + ", _end_longitude, NULL)"))
        .withColumn("last_latitude_raw", expr("IF(" + isEnd + ", _end_latitude, NULL)"));
  }

  private static String hours(String seconds) {
    return "CAST(CAST(coalesce(%s, 0) AS DECIMAL(12,0)) / 3600 AS DECIMAL(12,6))"
        .formatted(seconds);
  }

  /** County and whether the registry has the vehicle; one it lacks stays. */
  private static Dataset<Row> attachRegistration(Dataset<Row> days, Dataset<Row> vehicles) {
    Dataset<Row> reference =
        vehicles.select(
            col("vin").as("_vin"),
            RegistryTables.COUNTY_CODE.col(),
            RegistryTables.VALID_FROM.col(),
            RegistryTables.VALID_TO.col());
    return days.join(
            broadcast(reference),
            days.col("vin")
                .equalTo(reference.col("_vin"))
                .and(Validity.isValidOn(days.col("data_day"), reference)),
            "left")
        .withColumn("is_registered", col("_vin").isNotNull());
  }
}
