package org.dawen.diesel;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.dawen.lake.DaySet;

/** The anomaly list: what the rules found, once per vehicle, day, rule and begin. */
final class AnomalyRules {
  private AnomalyRules() {}

  /**
   * Rows of {@code diesel.anomaly}.
   *
   * @param minutes rows of {@code diesel.vehicle_minute} of the days judged
   * @param vehicleDays rows of {@code diesel.vehicle_day} of those days and the 30 before
   * @param infos rows of {@code diesel.obd_info} of the same days
   * @param vehicles rows of {@code registry.vehicle}
   */
  static Dataset<Row> anomalies(
      Dataset<Row> minutes,
      Dataset<Row> vehicleDays,
      Dataset<Row> infos,
      Dataset<Row> vehicles,
      DaySet judged,
      DieselThresholds t) {
    return MinuteAnomalyRules.byDay(minutes, t)
        .unionByName(MinuteAnomalyRules.byTrip(minutes, t))
        .unionByName(MinuteAnomalyRules.byRun(minutes, t))
        .unionByName(DayAnomalyRules.byDays(vehicleDays, judged, t))
        .unionByName(DayAnomalyRules.byInfo(infos, vehicles, judged, t))
        .transform(AnomalyRules::withoutStepsBetweenTrucks)
        .transform(AnomalyRules::strongestOfEachBegin);
  }

  /** Where two trucks share a VIN, their odometers lie apart: no odometer ran back. */
  private static Dataset<Row> withoutStepsBetweenTrucks(Dataset<Row> hits) {
    return hits.withColumn(
            "_twice",
            expr("bool_or(rule_code = 'OBD_VIN_TWICE')")
                .over(Window.partitionBy(col("vin"), col("data_day"))))
        .where("NOT (_twice AND rule_code = 'OBD_ODO_BACK')")
        .drop("_twice");
  }

  /** Two ways of meeting one rule at one time are one anomaly: the larger measured value. */
  private static Dataset<Row> strongestOfEachBegin(Dataset<Row> hits) {
    return hits.groupBy(col("vin"), col("data_day"), col("rule_code"), col("from_at"))
        .agg(
            expr("max(struct(measured_value, threshold_value, unit, to_at, trip_no, anomaly_km,"
                    + " figures))")
                .as("s"))
        .select(col("vin"), col("data_day"), col("rule_code"), col("from_at"), col("s.*"))
        .withColumn("anomaly_class", expr(AnomalyRule.classSql()))
        .withColumn(
            "confidence",
            expr(
                """
                CASE WHEN anomaly_class = 'data_quality' THEN 'low'
                     WHEN threshold_value = 0 OR measured_value >= 2 * threshold_value THEN 'high'
                     ELSE 'medium' END"""))
        .select(
            DieselTables.ANOMALY.columns().stream().map(c -> col(c.name())).toArray(Column[]::new));
  }
}
