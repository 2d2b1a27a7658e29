package org.dawen.diesel;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.dawen.registry.RegistryTables;
import org.dawen.registry.Validity;

/** Which vehicles to look at first: those with anomalies lately, ranked, with reasons and owner. */
final class WatchListRules {
  private WatchListRules() {}

  /**
   * Rows of {@code diesel.watch_list}.
   *
   * @param anomalies rows of {@code diesel.anomaly} of the days listed and the span before
   * @param days the days with data that are listed, one row each, column {@code data_day}
   * @param vehicles rows of {@code registry.vehicle}
   */
  static Dataset<Row> watchList(
      Dataset<Row> anomalies, Dataset<Row> days, Dataset<Row> vehicles, DieselThresholds t) {
    return perRule(anomalies, days, t)
        .transform(rules -> perVehicle(rules, t))
        .transform(list -> attachOwner(list, vehicles))
        .withColumn(
            "rank_no",
            expr("rank()")
                .over(Window.partitionBy(col("data_day")).orderBy(col("watch_score").desc())))
        .withColumn(
            "vin_masked", expr("concat(substring(vin, 1, 3), '**********', substring(vin, 14, 4))"))
        .select(
            DieselTables.WATCH_LIST.columns().stream()
                .map(c -> col(c.name()))
                .toArray(Column[]::new));
  }

  private static Dataset<Row> perRule(
      Dataset<Row> anomalies, Dataset<Row> days, DieselThresholds t) {
    Dataset<Row> listed = days.select(col("data_day").as("list_day"));
    return anomalies
        .select(col("vin"), col("rule_code"), col("anomaly_class"), col("data_day"))
        .distinct()
        .join(
            broadcast(listed),
            expr(
                "data_day BETWEEN date_sub(list_day, %d) AND list_day"
                    .formatted(t.number("watch_days").intValueExact() - 1)))
        .groupBy(col("list_day"), col("vin"), col("rule_code"), col("anomaly_class"))
        .agg(expr("collect_set(data_day)").as("rule_days"));
  }

  private static Dataset<Row> perVehicle(Dataset<Row> rules, DieselThresholds t) {
    return rules
        .withColumn(
            "weight",
            expr(
                t.fill(
                    """
                    CAST(CASE anomaly_class WHEN 'tampered' THEN {weight_tampered}
                         WHEN 'blocked' THEN {weight_blocked} WHEN 'broken' THEN {weight_broken}
                         ELSE {weight_data_quality} END AS INT)""")))
        .groupBy(col("list_day").as("data_day"), col("vin"))
        .agg(
            expr("sum(weight)").as("_weights"),
            expr("array_distinct(flatten(collect_list(rule_days)))").as("_days"),
            expr("max(struct(weight, anomaly_class)).anomaly_class").as("worst_class"),
            expr("""
                    array_join(transform(array_sort(collect_list(struct(-weight AS w, rule_code,
                      size(rule_days) AS n))), r -> concat(r.rule_code, ' (', r.n, ' d)')), ', ')""")
                .as("reasons"))
        .withColumn("anomaly_day_count", expr("size(_days)"))
        .withColumn("watch_score", expr("CAST(_weights AS INT) + size(_days)"))
        .withColumn("first_seen_day", expr("array_min(_days)"))
        .withColumn("last_seen_day", expr("array_max(_days)"))
        .withColumn("since_first_seen_days", expr("datediff(data_day, first_seen_day)"))
        .withColumn("is_repeat_offender", expr(t.fill("size(_days) >= {repeat_days}")));
  }

  private static Dataset<Row> attachOwner(Dataset<Row> list, Dataset<Row> vehicles) {
    Dataset<Row> reference =
        vehicles.select(
            col("vin").as("_vin"),
            RegistryTables.PLATE.col(),
            RegistryTables.OWNER.col(),
            RegistryTables.COUNTY_CODE.col(),
            RegistryTables.VALID_FROM.col(),
            RegistryTables.VALID_TO.col());
    return list.join(
            broadcast(reference),
            list.col("vin")
                .equalTo(reference.col("_vin"))
                .and(Validity.isValidOn(list.col("data_day"), reference)),
            "left")
        .withColumn("is_registered", col("_vin").isNotNull());
  }
}
