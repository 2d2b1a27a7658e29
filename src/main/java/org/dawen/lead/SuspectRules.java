package org.dawen.lead;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.format_string;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.dawen.power.PowerTables;
import org.dawen.source.SourceTables;

/**
 * Measured values in doubt beside electricity in doubt (监测数据可疑): a suspect series of one outlet,
 * and an electricity anomaly of the same enterprise in the same hours. One alone is no evidence of
 * this matter. Ours.
 */
final class SuspectRules {
  private SuspectRules() {}

  /**
   * Two kinds of evidence a pair: the series once, each anomaly once a day, cut to the hours that
   * both share.
   *
   * @param series rows of {@code source.suspect_series} of the days
   * @param anomalies rows of {@code power.anomaly} of the days and of the day before them, for a
   *     finding is followed to the end of the next day
   */
  static Dataset<Row> ofSuspectSeries(Dataset<Row> series, Dataset<Row> anomalies) {
    Dataset<Row> electricity =
        anomalies
            .withColumn("_key", EvidenceRules.keyOfAnomaly())
            .select(
                col("enterprise_code").as("_enterprise"),
                col("_key"),
                struct(PowerTables.STARTS_AT.col(), PowerTables.ENDS_AT.col()).as("_span"),
                struct("rule", "subject_code", "reason", "reason_zh").as("_finding"));
    Dataset<Row> pairs =
        series
            .where("enterprise_code IS NOT NULL")
            .withColumn("_to", expr("last_hour + INTERVAL '1' HOUR"))
            .join(
                broadcast(electricity),
                expr(
                    "enterprise_code = _enterprise AND first_hour < _span.ends_at AND _to >"
                        + " _span.starts_at"));
    return seriesOf(pairs).union(anomaliesOf(pairs));
  }

  private static Dataset<Row> seriesOf(Dataset<Row> pairs) {
    return pairs
        .groupBy(
            "enterprise_code",
            "outlet_code",
            "pollutant_code",
            "data_day",
            "suspect_rule",
            "first_hour",
            "_to",
            "suspect_hours",
            "suspect_figures")
        .agg(
            functions
                .array_join(functions.array_sort(functions.collect_set(col("_finding.rule"))), ", ")
                .as("_rules"))
        .withColumn("starts_at", col("first_hour"))
        .withColumn("ends_at", col("_to"))
        .transform(
            rows ->
                EvidenceRules.speakingFor(
                    rows,
                    EvidenceKind.SUSPECT_SERIES,
                    SourceTables.SUSPECT_SERIES,
                    EvidenceRules.condition(
                        EvidenceRules.quoted("outlet_code", col("outlet_code")),
                        EvidenceRules.quoted("pollutant_code", col("pollutant_code")),
                        EvidenceRules.quoted("suspect_rule", col("suspect_rule")),
                        EvidenceRules.day("data_day", col("data_day")))))
        .withColumn(
            "lasting_minutes", col("suspect_hours").multiply(lit(60)).cast(EvidenceRules.MINUTES))
        .withColumn(
            "reason",
            format_string(
                "%s to %s, %s: %s is suspect for %d h (%s: %s) while electricity shows %s",
                EvidenceRules.minute(col("starts_at")),
                EvidenceRules.minute(col("ends_at")),
                col("outlet_code"),
                col("pollutant_code"),
                col("suspect_hours"),
                col("suspect_rule"),
                col("suspect_figures"),
                col("_rules")))
        .withColumn(
            "reason_zh",
            format_string(
                "%s至%s，%s：%s数据可疑%d小时（%s），同期用电异常（%s）",
                EvidenceRules.minute(col("starts_at")),
                EvidenceRules.minute(col("ends_at")),
                col("outlet_code"),
                col("pollutant_code"),
                col("suspect_hours"),
                col("suspect_rule"),
                col("_rules")))
        .transform(EvidenceRules::shaped);
  }

  private static Dataset<Row> anomaliesOf(Dataset<Row> pairs) {
    return pairs
        .groupBy("enterprise_code", "data_day", "_key")
        .agg(
            functions
                .min(functions.greatest(col("first_hour"), col("_span.starts_at")))
                .as("starts_at"),
            functions.max(functions.least(col("_to"), col("_span.ends_at"))).as("ends_at"),
            functions.first("_finding").as("_finding"))
        .transform(
            rows ->
                EvidenceRules.speakingFor(
                    rows, EvidenceKind.ELECTRICITY_ANOMALY, PowerTables.ANOMALY, col("_key")))
        .withColumn(
            "lasting_minutes",
            expr("timestampdiff(SECOND, starts_at, ends_at) / 60").cast(EvidenceRules.MINUTES))
        .withColumn(
            "reason",
            format_string(
                "in the same hours, %s to %s: %s",
                EvidenceRules.minute(col("starts_at")),
                EvidenceRules.minute(col("ends_at")),
                col("_finding.reason")))
        .withColumn(
            "reason_zh",
            format_string(
                "同一时段（%s至%s）：%s",
                EvidenceRules.minute(col("starts_at")),
                EvidenceRules.minute(col("ends_at")),
                col("_finding.reason_zh")))
        .transform(EvidenceRules::shaped);
  }
}
