package org.dawen.diesel;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Screening of a day by the minutes of its vehicles: three readings of them, by day, by trip, and
 * by run or gap. Each rule is a line of SQL; thresholds stand in braces.
 */
final class MinuteAnomalyRules {
  private static final String KM =
      "CAST(CAST(sum(CAST(speed_raw_sum AS BIGINT)) AS DECIMAL(20,0)) / 921600 AS DECIMAL(14,3))";

  /** Which minutes a rule over the day looks at; named once, used in sum, begin and end. */
  private enum Condition {
    /** The mean distance of NOx up and down is below a share of NOx up. */
    EQUAL("window_seconds > 0 AND window_difference_sum < {nox_equal_share} * window_nox_up_sum"),
    /** Mean NOx up above the threshold and conversion below the share. */
    LOW_CONVERSION(
        """
        window_seconds > 0
        AND window_nox_up_sum > 20 * {low_conversion_nox_up_ppm} * window_seconds
        AND window_nox_down_sum > (1 - {low_conversion_share}) * window_nox_up_sum"""),
    HIGH("hot_nox_high_seconds > 0"),
    LOW_REAGENT("reagent_raw_max * 0.4 < {urea_low_percent} AND driving_seconds > 0"),
    VERY_LOW_REAGENT("reagent_raw_max * 0.4 < {urea_very_low_percent} AND driving_seconds > 0"),
    NO_REAGENT("reagent_raw_max = 0 AND fast_seconds > 0"),
    COLD_SCR("cold_scr_seconds > 0"),
    FALL("odometer_raw_fall > 0"),
    CONFLICT("conflict_metres > {vin_twice_metres}");

    private final String sql;

    Condition(String sql) {
      this.sql = sql;
    }

    String key() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Runs of an unchanged value and gaps, as a minute tells of them. */
  private enum Run {
    NOX(
        "nox_down_unchanged_since",
        "nox_down_unchanged_seconds",
        "least(60, {nox_stuck_seconds})",
        "nox_down_raw_min = nox_down_raw_max"),
    TEMP_IN(
        "scr_in_unchanged_since",
        "scr_in_unchanged_seconds",
        "least(60, {temp_stuck_seconds})",
        "scr_in_raw_min = scr_in_raw_max"),
    TEMP_EQUAL(
        "scr_equal_since",
        "scr_equal_seconds",
        "least(60, {temp_stuck_seconds})",
        """
        scr_in_raw_min = scr_out_raw_min AND scr_in_raw_max = scr_out_raw_max
        AND scr_in_raw_sum = scr_out_raw_sum"""),
    POSITION(
        "position_unchanged_since",
        "position_unchanged_seconds",
        "least(60, {gps_frozen_seconds})",
        "true"),
    GAP("minute_start", "gap_before_seconds", "least(600, {offline_gap_seconds})", "true");

    private final String since;
    private final String seconds;
    private final String least;
    private final String inside;

    /**
     * One kind.
     *
     * @param since the column of its begin
     * @param seconds the column of its length so far
     * @param least shorter ones are not looked at
     * @param inside whether the minute lies wholly in it
     */
    Run(String since, String seconds, String least, String inside) {
      this.since = since;
      this.seconds = seconds;
      this.least = least;
      this.inside = inside;
    }

    String condition() {
      return "%s >= CAST(%s AS INT)".formatted(seconds, least);
    }

    String struct() {
      return "named_struct('kind', '%s', 'since', %s, 'seconds', %s, 'least', CAST(%s AS INT), 'is_inside', %s)"
          .formatted(name().toLowerCase(java.util.Locale.ROOT), since, seconds, least, inside);
    }

    static String all(java.util.function.Function<Run, String> part, String between) {
      return java.util.Arrays.stream(values())
          .map(part)
          .collect(java.util.stream.Collectors.joining(between));
    }
  }

  /** How far the vehicle moved across a gap: driven, though nothing of it was sent. */
  private static final String OFFLINE_KM =
      "greatest(coalesce(odometer, 0) * 0.1, coalesce(metres, 0) * 0.001)";

  private MinuteAnomalyRules() {}

  /** Rules over a day. */
  static Dataset<Row> byDay(Dataset<Row> minutes, DieselThresholds t) {
    List<org.apache.spark.sql.Column> sums = new java.util.ArrayList<>();
    sums.add(expr(KM).as("km"));
    sums.add(expr("sum(hot_nox_down_seconds)").as("hot_nox_down"));
    sums.add(expr("sum(hot_nox_high_seconds)").as("hot_nox_high"));
    sums.add(sumWhere(t, Condition.EQUAL, "window_seconds"));
    sums.add(sumWhere(t, Condition.LOW_CONVERSION, "window_seconds"));
    sums.add(sumWhere(t, Condition.LOW_REAGENT, "driving_seconds"));
    sums.add(sumWhere(t, Condition.VERY_LOW_REAGENT, "driving_seconds"));
    sums.add(sumWhere(t, Condition.NO_REAGENT, "fast_seconds"));
    sums.add(sumWhere(t, Condition.COLD_SCR, "cold_scr_seconds"));
    sums.add(sumWhere(t, Condition.CONFLICT, "conflict_seconds"));
    sums.add(expr("max(odometer_raw_fall)").as("fall_value"));
    sums.add(expr("max(conflict_metres)").as("conflict_distance"));
    sums.add(
        expr(t.fill("sum(IF(" + Condition.LOW_CONVERSION.sql + ", window_nox_up_sum, 0))"))
            .as("low_up"));
    sums.add(
        expr(t.fill("sum(IF(" + Condition.LOW_CONVERSION.sql + ", window_nox_down_sum, 0))"))
            .as("low_down"));
    for (Condition c : Condition.values()) {
      sums.add(expr(t.fill("min(IF(" + c.sql + ", minute_start, NULL))")).as(c.key() + "_from"));
      sums.add(expr(t.fill("max(IF(" + c.sql + ", minute_start, NULL))")).as(c.key() + "_to"));
    }
    Dataset<Row> days =
        minutes
            .groupBy(col("vin"), col("data_day"))
            .agg(
                sums.get(0),
                sums.subList(1, sums.size()).toArray(org.apache.spark.sql.Column[]::new))
            .withColumn("trip_no", expr("CAST(NULL AS INT)"));
    return hits(
        days,
        t,
        hit(
            "OBD_NOX_EQUAL",
            "equal_value >= {nox_equal_seconds}",
            Condition.EQUAL,
            "equal_value",
            "{nox_equal_seconds}",
            "s",
            "'share_below={#nox_equal_share}'"),
        hit(
            "OBD_SCR_EFF_LOW",
            "low_conversion_value >= {low_conversion_seconds}",
            Condition.LOW_CONVERSION,
            "low_conversion_value",
            "{low_conversion_seconds}",
            "s",
            "concat('conversion=', CAST(1 - CAST(low_down AS DECIMAL(18,0)) / low_up AS"
                + " DECIMAL(10,4)), '; conversion_below={#low_conversion_share}')"),
        hit(
            "OBD_NOX_HIGH",
            "hot_nox_down >= {nox_high_hot_seconds} AND hot_nox_high > {nox_high_share} *"
                + " hot_nox_down",
            Condition.HIGH,
            "CAST(hot_nox_high AS DECIMAL(12,0)) / hot_nox_down",
            "{nox_high_share}",
            "1",
            "concat('high_seconds=', hot_nox_high, '; valid_hot_seconds=', hot_nox_down)"),
        hit(
            "OBD_UREA_LOW",
            "low_reagent_value >= {urea_low_seconds}",
            Condition.LOW_REAGENT,
            "low_reagent_value",
            "{urea_low_seconds}",
            "s",
            "concat('level_below_percent={#urea_low_percent}; seconds_below_{#urea_very_low_percent}_percent=',"
                + " very_low_reagent_value)"),
        hit(
            "OBD_UREA_EMPTY_DRIVE",
            "no_reagent_value >= {urea_empty_seconds}",
            Condition.NO_REAGENT,
            "no_reagent_value",
            "{urea_empty_seconds}",
            "s",
            "'level_percent=0'"),
        hit(
            "OBD_TEMP_IMPLAUS",
            "cold_scr_value >= {temp_implausible_seconds}",
            Condition.COLD_SCR,
            "cold_scr_value",
            "{temp_implausible_seconds}",
            "s",
            "'scr_in_below_coolant_under_load'"),
        hit(
            "OBD_ODO_BACK",
            "fall_value > 0",
            Condition.FALL,
            "fall_value * 0.1",
            "0",
            "km",
            "'within_the_day'"),
        hit(
            "OBD_VIN_TWICE",
            "conflict_value > 0",
            Condition.CONFLICT,
            "conflict_distance",
            "{vin_twice_metres}",
            "m",
            "concat('seconds=', conflict_value)"));
  }

  private static org.apache.spark.sql.Column sumWhere(
      DieselThresholds t, Condition c, String seconds) {
    return expr(t.fill("sum(IF(" + c.sql + ", " + seconds + ", 0))")).as(c.key() + "_value");
  }

  /** Rules over a trip. */
  static Dataset<Row> byTrip(Dataset<Row> minutes, DieselThresholds t) {
    Dataset<Row> trips =
        minutes
            .where("second_map <> 0")
            .groupBy(col("vin"), col("data_day"), col("trip_no"))
            .agg(
                expr(KM).as("km"),
                expr("sum(hot_seconds)").as("hot"),
                expr("sum(hot_nox_invalid_seconds)").as("invalid"),
                expr("CAST(sum(bit_count(second_map)) AS BIGINT)").as("received"),
                expr("min(minute_start)").as("trip_from"),
                expr("max(minute_start)").as("trip_to"),
                expr("min_by(first_second, minute_start)").as("first_second"),
                expr("max_by(last_second, minute_start)").as("last_second"))
            .withColumn(
                "expected",
                expr(
                    "unix_seconds(CAST(trip_to AS TIMESTAMP)) - unix_seconds(CAST(trip_from AS"
                        + " TIMESTAMP)) + last_second - first_second + 1"));
    return hits(
        trips,
        t,
        new Hit(
            "OBD_NOX_INVALID",
            "hot >= {nox_invalid_hot_seconds} AND invalid > {nox_invalid_share} * hot",
            "trip_from",
            "trip_to",
            "CAST(invalid AS DECIMAL(12,0)) / hot",
            "{nox_invalid_share}",
            "1",
            "concat('invalid_seconds=', invalid, '; hot_seconds=', hot)"),
        new Hit(
            "OBD_PACKET_LOSS",
            "expected >= {received_trip_seconds} AND received < {received_share} * expected",
            "trip_from",
            "trip_to",
            "CAST(received AS DECIMAL(12,0)) / expected",
            "{received_share}",
            "1",
            "concat('received_seconds=', received, '; expected_seconds=', expected)"));
  }

  /**
   * Rules over runs of an unchanged value and over gaps. A run is told by the minute in which it
   * began; fuel and torque are those of the minutes that lie wholly in it, for what the vehicle did
   * before and after says nothing about the run.
   */
  static Dataset<Row> byRun(Dataset<Row> minutes, DieselThresholds t) {
    Dataset<Row> runs =
        minutes
            // Few minutes lie in any: those that don't make no array.
            .where(t.fill(Run.all(Run::condition, " OR ")))
            .selectExpr(
                "vin",
                "data_day",
                "trip_no",
                "minute_start",
                "first_second",
                "fuel_count",
                "fuel_raw_sum",
                "fuel_raw_square_sum",
                "torque_raw_min",
                "torque_raw_max",
                "speed_raw_sum",
                "gap_before_odometer_raw",
                "gap_before_metres",
                t.fill(
                    "inline(filter(array("
                        + Run.all(Run::struct, ", ")
                        + "), r -> r.seconds >= r.least))"))
            .groupBy(col("vin"), col("data_day"), col("trip_no"), col("kind"), col("since"))
            .agg(
                expr("max(seconds)").as("seconds"),
                expr("max(minute_start)").as("run_to"),
                expr("max(first_second)").as("first_second"),
                expr(KM).as("km"),
                expr("sum(IF(is_inside, fuel_count, 0))").as("n"),
                expr("CAST(sum(IF(is_inside, fuel_raw_sum, 0)) AS DECIMAL(18,0))").as("fuel"),
                expr("CAST(sum(IF(is_inside, fuel_raw_square_sum, 0)) AS DECIMAL(18,0))")
                    .as("squares"),
                expr("max(IF(is_inside, torque_raw_max, NULL)) - min(IF(is_inside, torque_raw_min,"
                        + " NULL))")
                    .as("torque_span"),
                expr("max(gap_before_odometer_raw)").as("odometer"),
                expr("max(gap_before_metres)").as("metres"))
            // (standard deviation in 0.05 L/h)² = Σx²/n − (Σx/n)²
            .withColumn(
                "fuel_variance",
                expr(
                    "IF(n > 0, CAST((n * squares - fuel * fuel) / (CAST(n AS DECIMAL(10,0)) * n) AS"
                        + " DECIMAL(24,6)), NULL)"));
    String far =
        "(coalesce(odometer, 0) * 0.1 > {offline_km} OR coalesce(metres, 0) > 1000 * {offline_km})";
    return hits(
        runs,
        t,
        new Hit(
            "OBD_NOX_STUCK",
            "kind = 'nox' AND seconds >= {nox_stuck_seconds} AND fuel_variance > 400 *"
                + " {nox_stuck_fuel_deviation_l_h} * {nox_stuck_fuel_deviation_l_h}",
            "since",
            "run_to",
            "seconds",
            "{nox_stuck_seconds}",
            "s",
            "concat('fuel_variance_l2_h2=', CAST(fuel_variance / 400 AS DECIMAL(18,3)))"),
        new Hit(
            "OBD_TEMP_STUCK",
            "kind IN ('temp_in', 'temp_equal') AND seconds >= {temp_stuck_seconds} AND torque_span"
                + " >= {temp_stuck_torque_span_percent}",
            "since",
            "run_to",
            "seconds",
            "{temp_stuck_seconds}",
            "s",
            "concat(IF(kind = 'temp_in', 'inlet_unchanged', 'inlet_equals_outlet'),"
                + " '; torque_span_percent=', torque_span)"),
        new Hit(
            "OBD_GPS_FROZEN",
            "kind = 'position' AND seconds >= {gps_frozen_seconds}",
            "since",
            "run_to",
            "seconds",
            "{gps_frozen_seconds}",
            "s",
            "'position_unchanged_while_fast'"),
        new Hit(
            "OBD_OFFLINE_MOVING",
            "kind = 'gap' AND seconds > {offline_gap_seconds} AND " + far,
            // The minute of the last sample before the gap.
            "CAST(date_trunc('MINUTE', since + make_dt_interval(0, 0, 0, first_second - seconds -"
                + " 1)) AS TIMESTAMP_NTZ)",
            "since",
            OFFLINE_KM,
            "{offline_km}",
            "km",
            "concat('gap_seconds=', seconds, '; odometer_km=', coalesce(CAST(odometer * 0.1 AS"
                + " STRING), '-'), '; metres=', coalesce(CAST(metres AS STRING), '-'))",
            OFFLINE_KM));
  }

  private static Hit hit(
      String code,
      String condition,
      Condition span,
      String measured,
      String threshold,
      String unit,
      String figures) {
    return new Hit(
        code,
        condition,
        span.key() + "_from",
        span.key() + "_to",
        measured,
        threshold,
        unit,
        figures);
  }

  /** A rule over aggregated rows, in SQL; {@code km} is how far was driven in what it looked at. */
  record Hit(
      String code,
      String condition,
      String from,
      String to,
      String measured,
      String threshold,
      String unit,
      String figures,
      String km) {
    Hit(
        String code,
        String condition,
        String from,
        String to,
        String measured,
        String threshold,
        String unit,
        String figures) {
      this(code, condition, from, to, measured, threshold, unit, figures, "km");
    }

    String sql() {
      return """
          IF(%s, named_struct('rule_code', '%s', 'from_at', %s, 'to_at', %s,
             'measured_value', CAST(%s AS DECIMAL(18,6)), 'threshold_value', CAST(%s AS DECIMAL(18,6)),
             'unit', '%s', 'figures', %s, 'anomaly_km', CAST(%s AS DECIMAL(14,3))), NULL)"""
          .formatted(condition, code, from, to, measured, threshold, unit, figures, km);
    }
  }

  /** One row per rule that a row of sums meets. */
  static Dataset<Row> hits(Dataset<Row> sums, DieselThresholds t, Hit... rules) {
    List<String> parts = java.util.Arrays.stream(rules).map(Hit::sql).toList();
    return sums.selectExpr(
        "vin",
        "data_day",
        "trip_no",
        t.fill("inline(filter(array(" + String.join(",\n", parts) + "), h -> h IS NOT NULL))"));
  }
}
