package org.dawen.diesel;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.dawen.lake.DaySet;
import org.dawen.registry.RegistryTables;
import org.dawen.registry.Validity;

/** Screening over several days, from days and OBD information: at most 30 days back. */
final class DayAnomalyRules {
  /** By number of days, so that what is judged does not depend on which days are read together. */
  private static final WindowSpec BY_DAY =
      Window.partitionBy(col("vin")).orderBy(expr("unix_date(data_day)"));

  private DayAnomalyRules() {}

  /** Rules that look at a vehicle's days up to the one judged. */
  static Dataset<Row> byDays(Dataset<Row> vehicleDays, DaySet judged, DieselThresholds t) {
    Dataset<Row> linked =
        vehicleDays
            // Where it was when it was last heard of; unknown is unknown, not what was known
            // earlier.
            .withColumn(
                "before",
                lastOf(
                    "IF(last_sample_at IS NULL, NULL, struct(last_sample_at AS at, odometer_last_km AS"
                        + " km, last_longitude_raw AS lon, last_latitude_raw AS lat))"))
            // The last odometer of all: one that is lower now is lower whatever was in between.
            .withColumn(
                "told",
                lastOf(
                    "IF(odometer_last_km IS NULL, NULL, struct(last_sample_at AS at, odometer_last_km"
                        + " AS km))"))
            .withColumn("history", history());
    return MinuteAnomalyRules.hits(
        linked
            .where(judged.toSql("data_day"))
            .transform(DayAnomalyRules::measure)
            .transform(d -> reagentSpan(d, t))
            .transform(DayAnomalyRules::lampSpan)
            .withColumn("trip_no", expr("CAST(NULL AS INT)"))
            .withColumn("km", col("distance_km")),
        t,
        new MinuteAnomalyRules.Hit(
            "OBD_UREA_STATIC",
            """
            static_days IS NOT NULL AND static_km >= {urea_static_km} AND static_refill = 0
            AND static_max > 0 AND static_first - static_last <= {urea_static_percent}""",
            "CAST(static_from AS TIMESTAMP_NTZ)",
            "coalesce(last_sample_at, CAST(data_day AS TIMESTAMP_NTZ))",
            "static_first - static_last",
            "{urea_static_percent}",
            "%",
            "concat('km=', static_km, '; days=', static_days, '; level_percent=', static_last)",
            "static_km"),
        lampOn("lamp_days > {mil_on_days}", "lamp_days", "{mil_on_days}", "d"),
        lampOn(
            "lamp_days <= {mil_on_days} AND lamp_km > {mil_on_km}", "lamp_km", "{mil_on_km}", "km"),
        new MinuteAnomalyRules.Hit(
            "OBD_OFFLINE_MOVING",
            """
            timestampdiff(SECOND, before.at, first_sample_at) > {offline_gap_seconds}
            AND (coalesce(odometer_first_km - before.km, 0) > {offline_km}
                 OR coalesce(moved_km, 0) > {offline_km})""",
            "CAST(date_trunc('MINUTE', before.at) AS TIMESTAMP_NTZ)",
            "CAST(date_trunc('MINUTE', first_sample_at) AS TIMESTAMP_NTZ)",
            OFFLINE_KM,
            "{offline_km}",
            "km",
            "concat('gap_seconds=', timestampdiff(SECOND, before.at, first_sample_at),"
                + " '; odometer_km=', coalesce(CAST(odometer_first_km - before.km AS STRING), '-'),"
                + " '; moved_km=', coalesce(CAST(moved_km AS STRING), '-'))",
            OFFLINE_KM),
        new MinuteAnomalyRules.Hit(
            "OBD_ODO_BACK",
            "odometer_first_km < told.km",
            "CAST(date_trunc('MINUTE', told.at) AS TIMESTAMP_NTZ)",
            "CAST(date_trunc('MINUTE', first_sample_at) AS TIMESTAMP_NTZ)",
            "told.km - odometer_first_km",
            "0",
            "km",
            "'between_days'"));
  }

  private static final String OFFLINE_KM =
      "greatest(coalesce(odometer_first_km - before.km, 0), coalesce(moved_km, 0))";

  /** The lamp on for too many days, or too many kilometres. */
  private static MinuteAnomalyRules.Hit lampOn(
      String condition, String measured, String threshold, String unit) {
    return new MinuteAnomalyRules.Hit(
        "OBD_MIL_ON",
        "is_mil_on AND " + condition,
        "CAST(lamp_from AS TIMESTAMP_NTZ)",
        "coalesce(last_sample_at, CAST(data_day AS TIMESTAMP_NTZ))",
        measured,
        threshold,
        unit,
        "concat('days=', lamp_days, '; km=', lamp_km)",
        "lamp_km");
  }

  /** What the 30 days before said last. */
  private static Column lastOf(String what) {
    return expr("last(" + what + ", true)")
        .over(BY_DAY.rangeBetween(-DieselThresholds.DAYS_BACK, -1));
  }

  /** The vehicle's days up to this one, the latest first. */
  private static Column history() {
    Column days =
        expr("""
                collect_list(struct(
                  data_day AS d, distance_km AS km, reagent_first_percent AS first,
                  reagent_last_percent AS last, reagent_max_percent AS most,
                  reagent_refill_percent AS refill, is_mil_on AS lamp))""")
            .over(BY_DAY.rangeBetween(-DieselThresholds.DAYS_BACK, Window.currentRow()));
    return sort_array(days, false);
  }

  private static Dataset<Row> measure(Dataset<Row> days) {
    return days.withColumn(
        "moved_km",
        expr(
            """
            CAST(sqrt(pow((first_latitude_raw - before.lat) * 0.000111195D, 2)
              + pow((first_longitude_raw - before.lon) * 0.000111195D
                  * cos(radians(first_latitude_raw / 1e6D)), 2)) AS DECIMAL(14,3))"""));
  }

  /** The fewest days up to this one over which the vehicle drove the distance of the rule. */
  private static Dataset<Row> reagentSpan(Dataset<Row> days, DieselThresholds t) {
    return days.withColumn(
            "_recent",
            expr(
                "filter(history, h -> h.d > date_sub(data_day, %d) AND h.first IS NOT NULL)"
                    .formatted(DieselThresholds.DAYS_BACK)))
        .withColumn(
            "_taken",
            expr(
                t.fill(
                    """
                    aggregate(_recent, struct(CAST(0 AS DECIMAL(20,3)) AS km, 0 AS n),
                      (a, h) -> IF(a.km >= {urea_static_km}, a,
                        struct(CAST(a.km + h.km AS DECIMAL(20,3)) AS km, a.n + 1 AS n)))""")))
        .withColumn("_span", expr("slice(_recent, 1, _taken.n)"))
        .withColumn("static_days", expr("IF(_taken.n > 0, _taken.n, NULL)"))
        .withColumn("static_km", expr(t.fill("IF(_taken.km >= {urea_static_km}, _taken.km, NULL)")))
        .withColumn("static_from", expr("try_element_at(_span, -1).d"))
        .withColumn("static_first", expr("try_element_at(_span, -1).first"))
        .withColumn("static_last", expr("try_element_at(_span, 1).last"))
        .withColumn("static_max", expr("array_max(transform(_span, h -> h.most))"))
        .withColumn(
            "static_refill",
            expr(
                """
                aggregate(_span, CAST(0 AS DECIMAL(20,1)),
                  (a, h) -> CAST(a + h.refill AS DECIMAL(20,1)))"""))
        .withColumn(
            "static_refill",
            // A level that is higher in the morning than the evening before was filled at night.
            expr(
                t.fill(
                    """
                    static_refill + IF(exists(sequence(1, greatest(_taken.n - 1, 1)),
                      i -> i < _taken.n AND _span[i - 1].first - _span[i].last >= {refill_percent}), 1, 0)""")));
  }

  /**
   * Since when, for how many days and kilometres the lamp has been on without a break. It came on
   * somewhen on the first of those days, if it was off before: the kilometres of that day don't
   * count.
   */
  private static Dataset<Row> lampSpan(Dataset<Row> days) {
    return days.withColumn(
            "_off", expr("array_max(transform(filter(history, h -> NOT h.lamp), h -> h.d))"))
        .withColumn(
            "_on",
            expr(
                "array_min(transform(filter(history, h -> h.lamp AND (_off IS NULL OR h.d > _off)),"
                    + " h -> h.d))"))
        .withColumn("lamp_from", col("_on"))
        .withColumn("lamp_days", expr("datediff(data_day, _on)"))
        .withColumn(
            "lamp_km",
            expr(
                """
                aggregate(filter(history, h -> h.d > _on OR h.d = _on AND _off IS NULL), CAST(0 AS DECIMAL(20,3)),
                  (a, h) -> CAST(a + h.km AS DECIMAL(20,3)))"""));
  }

  /** Rules over what the control unit told, against the registry and what it told before. */
  static Dataset<Row> byInfo(
      Dataset<Row> infos, Dataset<Row> vehicles, DaySet judged, DieselThresholds t) {
    WindowSpec before =
        Window.partitionBy(col("vin"))
            .orderBy(col("data_day"), col("wording_no"))
            .rowsBetween(Window.unboundedPreceding(), -1);
    Dataset<Row> told =
        infos
            .withColumn("calid", told("calid"))
            .withColumn("cvn", told("cvn"))
            .withColumn("unit_vin", told("upper(unit_vin)"))
            .withColumn("calid_before", before("calid", before))
            .withColumn("cvn_before", before("cvn", before))
            .where(judged.toSql("data_day"));
    WindowSpec rowBefore = Window.partitionBy(col("vin")).orderBy(RegistryTables.VALID_FROM.col());
    Dataset<Row> reference =
        vehicles.select(
            col("vin").as("_vin"),
            RegistryTables.REGISTERED_CALID.col(),
            RegistryTables.REGISTERED_CVN.col(),
            RegistryTables.VALID_FROM.col(),
            RegistryTables.VALID_TO.col(),
            lag(RegistryTables.REGISTERED_CALID.col(), 1).over(rowBefore).as("calid_until"),
            lag(RegistryTables.REGISTERED_CVN.col(), 1).over(rowBefore).as("cvn_until"));
    Dataset<Row> held =
        told.join(
                broadcast(reference),
                told.col("vin")
                    .equalTo(reference.col("_vin"))
                    .and(Validity.isValidOn(told.col("data_day"), reference)),
                "left")
            .withColumn("calid_due", expr("coalesce(registered_calid, calid_before)"))
            .withColumn("cvn_due", expr("coalesce(registered_cvn, cvn_before)"))
            .withColumn("trip_no", expr("CAST(NULL AS INT)"))
            .withColumn("km", expr("CAST(NULL AS DECIMAL(14,3))"));
    return MinuteAnomalyRules.hits(
        held,
        t,
        changed("OBD_CALID_CHANGE", "calid"),
        changed("OBD_CVN_CHANGE", "cvn"),
        new MinuteAnomalyRules.Hit(
            "OBD_VIN_MISMATCH",
            "unit_vin <> vin",
            "CAST(date_trunc('MINUTE', first_at) AS TIMESTAMP_NTZ)",
            "CAST(date_trunc('MINUTE', last_at) AS TIMESTAMP_NTZ)",
            "1",
            "0",
            "1",
            "concat('unit_vin=', unit_vin)"));
  }

  /** One character throughout is filled in where a control unit tells nothing. */
  private static Column told(String what) {
    return expr("IF(%1$s RLIKE '^(.)\\\\1+$', NULL, %1$s)".formatted(what));
  }

  /** What was told last, within the 30 days before. */
  private static Column before(String what, WindowSpec earlier) {
    String last = "last(IF(%1$s IS NULL, NULL, struct(data_day AS d, %1$s AS v)), true)";
    Column found = expr(last.formatted(what)).over(earlier);
    return when(
        found
            .getField("d")
            .geq(expr("date_sub(data_day, %d)".formatted(DieselThresholds.DAYS_BACK))),
        found.getField("v"));
  }

  /** On the first day of a registry row what was due before is still told until the service. */
  private static MinuteAnomalyRules.Hit changed(String code, String what) {
    return new MinuteAnomalyRules.Hit(
        code,
        "%1$s <> %1$s_due AND NOT coalesce(data_day = valid_from AND %1$s = coalesce(%1$s_until, %1$s_before), false)"
            .formatted(what),
        "CAST(date_trunc('MINUTE', first_at) AS TIMESTAMP_NTZ)",
        "CAST(date_trunc('MINUTE', last_at) AS TIMESTAMP_NTZ)",
        "1",
        "0",
        "1",
        "concat('told=', %1$s, '; %2$s=', %1$s_due)".formatted(what, "expected"));
  }
}
