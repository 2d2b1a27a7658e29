package org.dawen.lead;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.format_string;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.dawen.diesel.DieselTables;
import org.dawen.run.Owners;

/**
 * Anomalies of remote OBD in one fleet (车队): the vehicles that one owner has in the registry. An
 * owner that an outlet names as its enterprise has that enterprise's code; any other company stands
 * under its name, a person under a code that does not tell it. Ours.
 */
final class FleetRules {
  /**
   * A company stands under its name; a person under the family name and eight digits of the name's
   * SHA-256: codes and ids of leads are quoted in work orders and papers, where the name must not
   * stand.
   */
  private static final String OWN_CODE =
      "IF(trim(owner) RLIKE '%s', owner, concat(substring(trim(owner), 1, 1), '-', substring(sha2(owner, 256), 1, 8)))"
          .formatted(Owners.COMPANY);

  private FleetRules() {}

  /** One row per vehicle and period that has an owner, with the code of its fleet. */
  static Dataset<Row> fleets(Dataset<Row> vehicles, Dataset<Row> outlets) {
    Dataset<Row> named =
        outlets
            .where("enterprise_name IS NOT NULL AND enterprise_code IS NOT NULL")
            .groupBy(col("enterprise_name").as("_name"))
            .agg(min("enterprise_code").as("_code"));
    return vehicles
        .where("owner IS NOT NULL")
        .join(broadcast(named), col("owner").equalTo(col("_name")), "left")
        .withColumn("enterprise_code", coalesce(col("_code"), expr(OWN_CODE)))
        .select("vin", "owner", "enterprise_code", "county_code", "valid_from", "valid_to");
  }

  /**
   * One piece of evidence an anomaly of these classes, of vehicles whose owner has at least so many
   * of them registered that day. VINs are masked in the words, not in the condition.
   */
  static Dataset<Row> ofFleets(
      Dataset<Row> anomalies,
      Dataset<Row> vehicles,
      Dataset<Row> outlets,
      EvidenceSettings settings) {
    Dataset<Row> found =
        anomalies
            .where(DieselTables.ANOMALY_CLASS.col().isin(settings.fleetClasses().toArray()))
            .withColumn("_midnight", expr("CAST(data_day AS TIMESTAMP_NTZ)"));
    Dataset<Row> members =
        found
            .select(col("data_day").as("_day"))
            .distinct()
            .join(
                broadcast(fleets(vehicles, outlets)),
                expr(
                    "(valid_from IS NULL OR valid_from <= _day) AND (valid_to IS NULL OR valid_to >="
                        + " _day)"))
            .groupBy(col("_day"), col("enterprise_code"))
            .agg(functions.collect_set("vin").as("_vins"));
    return found
        .join(
            broadcast(
                members
                    .withColumn("_fleet", functions.size(col("_vins")))
                    .where(col("_fleet").geq(settings.fewestVehicles()))
                    .select(
                        col("_day"),
                        col("enterprise_code"),
                        col("_fleet"),
                        functions.explode(col("_vins")).as("_vin"))),
            expr("vin = _vin AND data_day = _day"))
        .withColumn("starts_at", functions.greatest(col("from_at"), col("_midnight")))
        .withColumn(
            "ends_at",
            functions.greatest(
                expr("to_at + INTERVAL '1' MINUTE"),
                expr("greatest(from_at, _midnight) + INTERVAL '1' MINUTE")))
        .transform(
            rows ->
                EvidenceRules.speakingFor(
                    rows,
                    EvidenceKind.OBD_ANOMALY,
                    DieselTables.ANOMALY,
                    EvidenceRules.condition(
                        EvidenceRules.quoted("vin", col("vin")),
                        EvidenceRules.day("data_day", col("data_day")),
                        EvidenceRules.quoted("rule_code", col("rule_code")),
                        EvidenceRules.moment("from_at", "=", col("from_at")))))
        .withColumn(
            "lasting_minutes",
            expr("timestampdiff(SECOND, starts_at, ends_at) / 60").cast(EvidenceRules.MINUTES))
        .withColumn(
            "_masked", expr("concat(substring(vin, 1, 3), '**********', substring(vin, 14, 4))"))
        .withColumn(
            "reason",
            format_string(
                "%s to %s, vehicle %s of a fleet of %d: %s (%s), measured %s, threshold %s %s",
                EvidenceRules.minute(col("starts_at")),
                EvidenceRules.minute(col("ends_at")),
                col("_masked"),
                col("_fleet"),
                col("rule_code"),
                col("anomaly_class"),
                coalesce(EvidenceRules.plain(col("measured_value")), lit("-")),
                coalesce(EvidenceRules.plain(col("threshold_value")), lit("-")),
                col("unit")))
        .withColumn(
            "reason_zh",
            format_string(
                "%s至%s，车辆%s（车队共%d辆）：%s，%s，判别值%s，阈值%s %s",
                EvidenceRules.minute(col("starts_at")),
                EvidenceRules.minute(col("ends_at")),
                col("_masked"),
                col("_fleet"),
                col("rule_code"),
                inChinese(),
                coalesce(EvidenceRules.plain(col("measured_value")), lit("-")),
                coalesce(EvidenceRules.plain(col("threshold_value")), lit("-")),
                col("unit")))
        .transform(EvidenceRules::shaped);
  }

  private static org.apache.spark.sql.Column inChinese() {
    return expr(
        "CASE anomaly_class WHEN 'tampered' THEN '疑似篡改' WHEN 'blocked' THEN '疑似屏蔽'"
            + " WHEN 'broken' THEN '疑似破坏' ELSE '数据质量' END");
  }
}
