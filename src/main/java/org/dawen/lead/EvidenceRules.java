package org.dawen.lead;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.format_string;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.dawen.lake.DaySet;
import org.dawen.lake.SqlLiteral;
import org.dawen.lake.Table;
import org.dawen.power.PowerTables;
import org.dawen.source.SourceTables;

/**
 * What speaks for a matter, one function a source. Evidence belongs to the day on which it begins.
 * Thresholds and the joining are ours; none of it is a finding of law.
 */
final class EvidenceRules {
  static final String MINUTES = "decimal(12,6)";
  private static final String NO_EVIDENCE_RULE = "METER_OFFLINE";
  private static final String PROVISIONAL = " (provisional: a limit is not verified from its text)";
  private static final String PROVISIONAL_ZH = "（暂定：限值未经原文核实）";

  private EvidenceRules() {}

  /**
   * Findings on electricity as they stand. A meter offline is a matter only if it is off for longer
   * than a ticket needs.
   */
  static Dataset<Row> ofElectricity(Dataset<Row> anomalies, BigDecimal ticketMinutes) {
    Column kind = PowerTables.RULE.col();
    Column matter = null;
    for (EvidenceKind k : EvidenceKind.ofElectricityRules()) {
      matter =
          matter == null
              ? when(kind.equalTo(k.name()), k.matter().name())
              : matter.when(kind.equalTo(k.name()), k.matter().name());
    }
    Column byRule = matter;
    Column isWorthIt =
        kind.notEqual(NO_EVIDENCE_RULE)
            .or(PowerTables.LASTING_MINUTES.col().gt(lit(ticketMinutes)))
            .or(expr("starts_at = CAST(data_day AS TIMESTAMP_NTZ) AND is_open"));
    return anomalies
        .where(isWorthIt)
        .transform(rows -> speakingFor(rows, byRule, kind, PowerTables.ANOMALY, keyOfAnomaly()))
        .transform(EvidenceRules::shaped);
  }

  static Column keyOfAnomaly() {
    return condition(
        quoted("rule", col("rule")),
        quoted("enterprise_code", col("enterprise_code")),
        quoted("subject_code", col("subject_code")),
        moment("starts_at", "=", col("starts_at")));
  }

  /** Plans that were not met. */
  static Dataset<Row> ofResponses(Dataset<Row> responses) {
    Column is =
        format_string(
            "alert %s from %s: cut %s %% of %s %% required, verdict NOT_MET",
            col("level"),
            minute(col("alert_starts_at")),
            coalesce(col("achieved_cut_percent").cast("decimal(9,2)").cast("string"), lit("?")),
            col("required_cut_percent").cast("decimal(6,1)").cast("string"));
    Column chinese =
        format_string(
            "%s预警（%s起）：要求减排%s%%，实际%s%%，未落实",
            inChinese(col("level")),
            minute(col("alert_starts_at")),
            col("required_cut_percent").cast("decimal(6,1)").cast("string"),
            coalesce(col("achieved_cut_percent").cast("decimal(9,2)").cast("string"), lit("?")));
    return responses
        .where(PowerTables.VERDICT.col().equalTo(PowerTables.NOT_MET))
        .transform(
            rows ->
                speakingFor(
                    rows,
                    EvidenceKind.CUT_NOT_MET,
                    PowerTables.RESPONSE_DAY,
                    condition(
                        quoted("enterprise_code", col("enterprise_code")),
                        quoted("level", col("level")),
                        quoted("alert_area_code", col("alert_area_code")),
                        moment("alert_starts_at", "=", col("alert_starts_at")),
                        day("data_day", col("data_day")))))
        .withColumn(
            "starts_at",
            functions.greatest(col("alert_starts_at"), expr("CAST(data_day AS TIMESTAMP_NTZ)")))
        .withColumn(
            "ends_at",
            functions.least(
                coalesce(
                    col("alert_ends_at"),
                    expr("CAST(data_day AS TIMESTAMP_NTZ) + INTERVAL '1' DAY")),
                expr("CAST(data_day AS TIMESTAMP_NTZ) + INTERVAL '1' DAY")))
        .withColumn("lasting_minutes", col("alert_hour_count").multiply(lit(60)).cast(MINUTES))
        .withColumn("reason", is)
        .withColumn("reason_zh", chinese)
        .transform(EvidenceRules::shaped);
  }

  /** Yellow, orange, red as a Chinese reader knows them. */
  private static Column inChinese(Column level) {
    return when(level.equalTo("red"), "红色").when(level.equalTo("orange"), "橙色").otherwise("黄色");
  }

  /**
   * Hours above their limit under an alert that concerns the county, one piece of evidence an
   * outlet, pollutant and day.
   */
  static Dataset<Row> ofExceedancesUnderAlert(
      Dataset<Row> exceedances, Dataset<Row> alerts, Dataset<Row> counties) {
    Dataset<Row> cities = counties.groupBy("county_code").agg(min("city_code").as("_city"));
    Dataset<Row> named =
        alerts.selectExpr(
            "starts_at AS _alert_from", "ends_at AS _alert_to", "area_code AS _area", "level");
    return exceedances
        .where("enterprise_code IS NOT NULL")
        .join(broadcast(cities), "county_code")
        .join(
            broadcast(named),
            expr(
                "hour_start >= _alert_from AND (_alert_to IS NULL OR hour_start < _alert_to) AND"
                    + " (_area IS NULL OR _area = county_code OR _area = coalesce(_city,"
                    + " substring(county_code, 1, 4) || '00'))"))
        .groupBy("enterprise_code", "outlet_code", "pollutant_code", "data_day")
        .agg(
            min("hour_start").as("starts_at"),
            max("hour_start").plus(expr("INTERVAL '1' HOUR")).as("ends_at"),
            functions.count_distinct(col("hour_start")).as("_hours"),
            functions.bool_or(col("is_provisional")).as("is_provisional"))
        .transform(
            rows ->
                speakingFor(
                    rows,
                    EvidenceKind.EXCEEDED_DURING_ALERT,
                    SourceTables.EXCEEDANCE_HOUR,
                    keyOfOutletHours(col("pollutant_code"))))
        .withColumn("lasting_minutes", col("_hours").multiply(lit(60)).cast(MINUTES))
        .withColumn(
            "reason",
            format_string(
                "%s to %s, %s: %s above its limit for %d h under an alert",
                minute(col("starts_at")),
                minute(col("ends_at")),
                col("outlet_code"),
                col("pollutant_code"),
                col("_hours")))
        .withColumn(
            "reason_zh",
            format_string(
                "%s至%s，%s：预警期间%s超标%d小时",
                minute(col("starts_at")),
                minute(col("ends_at")),
                col("outlet_code"),
                col("pollutant_code"),
                col("_hours")))
        .transform(EvidenceRules::shaped);
  }

  private static Column keyOfOutletHours(Column pollutant) {
    return condition(
        quoted("outlet_code", col("outlet_code")),
        quoted("pollutant_code", pollutant),
        moment("hour_start", ">=", col("starts_at")),
        moment("hour_start", "<", col("ends_at")));
  }

  /**
   * What the outlets of an enterprise reported in the full hours in which its treatment was off:
   * within the limit, which a unit that is off can hardly reach, or above it.
   */
  static Dataset<Row> ofConcentrationsMeanwhile(
      Dataset<Row> anomalies, Dataset<Row> outletHours, List<String> pollutants) {
    Dataset<Row> off =
        anomalies
            .where(PowerTables.RULE.col().equalTo(EvidenceKind.TREATMENT_OFF.name()))
            .selectExpr(
                "enterprise_code AS _enterprise",
                "subject_code AS _unit",
                "data_day AS _day",
                "starts_at AS _from",
                "ends_at AS _to");
    Dataset<Row> hours =
        outletHours
            .where(col("pollutant_code").isin(pollutants.toArray()))
            .where("medium = 'gas' AND is_judgeable AND is_above_limit IS NOT NULL")
            .join(
                broadcast(off),
                expr(
                    "enterprise_code = _enterprise AND hour_start >= _from AND hour_start +"
                        + " INTERVAL '1' HOUR <= _to"))
            .groupBy("enterprise_code", "outlet_code", "pollutant_code", "_unit", "_day", "_from")
            .agg(
                min("hour_start").as("starts_at"),
                max("hour_start").plus(expr("INTERVAL '1' HOUR")).as("ends_at"),
                count(lit(1)).as("_hours"),
                count_if(col("is_above_limit")).as("_above"),
                min("judged_value").as("_smallest"),
                max("judged_value").as("_largest"),
                max("limit_value").as("_limit"),
                functions.bool_or(coalesce(col("is_provisional"), lit(false))).as("is_provisional"),
                max("unit").as("unit"));
    Column isLow = col("_above").equalTo(0);
    return hours
        .drop("data_day")
        .withColumnRenamed("_day", "data_day")
        .transform(
            rows ->
                speakingFor(
                    rows,
                    lit(Matter.TREATMENT_NOT_RUNNING.name()),
                    when(isLow, EvidenceKind.CONCENTRATION_STAYED_LOW.name())
                        .otherwise(EvidenceKind.EXCEEDED_MEANWHILE.name()),
                    SourceTables.OUTLET_HOUR,
                    keyOfOutletHours(col("pollutant_code"))))
        .withColumn("lasting_minutes", col("_hours").multiply(lit(60)).cast(MINUTES))
        .withColumn(
            "reason",
            format_string(
                "%s to %s, %s: %s was %s to %s %s, limit %s, while %s was off",
                minute(col("starts_at")),
                minute(col("ends_at")),
                col("outlet_code"),
                col("pollutant_code"),
                plain(col("_smallest")),
                plain(col("_largest")),
                coalesce(col("unit"), lit("")),
                plain(col("_limit")),
                col("_unit")))
        .withColumn(
            "reason_zh",
            format_string(
                "%s至%s，%s：%s停运期间%s为%s～%s%s（限值%s）",
                minute(col("starts_at")),
                minute(col("ends_at")),
                col("outlet_code"),
                col("_unit"),
                col("pollutant_code"),
                plain(col("_smallest")),
                plain(col("_largest")),
                coalesce(col("unit"), lit("")),
                plain(col("_limit"))))
        .transform(EvidenceRules::shaped);
  }

  /**
   * Hours in which every outlet of an enterprise that sent anything said it stands (flag F of HJ
   * 212-2017 table 8, or a mark of these kinds) while a production meter drew more than a share of
   * its rated power: reported as stopped but running (报停实产). One piece of evidence a day.
   *
   * @param meterDays of the same days
   */
  static Dataset<Row> ofStoppedButRunning(
      Dataset<Row> outletHours, Dataset<Row> meterDays, DaySet days, EvidenceSettings settings) {
    Column saysStopped =
        coalesce(col("data_flag").equalTo("F"), lit(false))
            .or(coalesce(col("mark_kind").isin(settings.stoppedMarkKinds().toArray()), lit(false)));
    Dataset<Row> stopped =
        outletHours
            .where(days.toSql("data_day"))
            .where("enterprise_code IS NOT NULL")
            .groupBy("enterprise_code", "outlet_code", "data_day", "hour_start")
            .agg(functions.bool_or(saysStopped).as("_stopped"))
            .groupBy("enterprise_code", "data_day", "hour_start")
            .agg(
                functions.bool_and(col("_stopped")).as("_stopped"),
                functions
                    .array_join(
                        functions.array_sort(functions.collect_set(col("outlet_code"))), ";")
                    .as("_outlets"))
            .where("_stopped");
    Column hours =
        functions.array(
            IntStream.range(0, 24)
                .mapToObj(h -> PowerTables.HOUR_ENERGIES.get(h).col())
                .toArray(Column[]::new));
    Dataset<Row> running =
        meterDays
            .where("role = 'production' AND rated_kw > 0")
            .where(days.toSql("data_day"))
            .withColumn("_hours", hours)
            .selectExpr(
                "enterprise_code",
                "data_day",
                "meter_code",
                "rated_kw",
                "posexplode(_hours) AS (_hour, _kwh)")
            .where(
                col("_kwh")
                    .multiply(lit(100))
                    .gt(col("rated_kw").multiply(lit(settings.productionOnPercent()))))
            .withColumn(
                "hour_start", expr("CAST(data_day AS TIMESTAMP_NTZ) + make_dt_interval(0, _hour)"))
            .select("enterprise_code", "data_day", "hour_start", "meter_code", "_kwh");
    return running
        .join(broadcast(stopped), new String[] {"enterprise_code", "data_day", "hour_start"})
        .groupBy("enterprise_code", "data_day")
        .agg(
            min("hour_start").as("starts_at"),
            max("hour_start").plus(expr("INTERVAL '1' HOUR")).as("ends_at"),
            functions.count_distinct(col("hour_start")).as("_hours"),
            functions.sum("_kwh").as("_kwh"),
            max("_outlets").as("_outlets"),
            functions
                .array_join(functions.array_sort(functions.collect_set(col("meter_code"))), ";")
                .as("_meters"))
        .where(col("_hours").geq(settings.fewestHoursStopped()))
        .transform(
            rows ->
                speakingFor(
                    rows,
                    EvidenceKind.PACKETS_SAY_STOPPED,
                    SourceTables.OUTLET_HOUR,
                    condition(
                        quoted("enterprise_code", col("enterprise_code")),
                        moment("hour_start", ">=", col("starts_at")),
                        moment("hour_start", "<", col("ends_at")),
                        lit(
                            "(data_flag = 'F' OR mark_kind IN (%s))"
                                .formatted(
                                    String.join(
                                        ", ",
                                        settings.stoppedMarkKinds().stream()
                                            .map(SqlLiteral::of)
                                            .toList()))))))
        .withColumn("lasting_minutes", col("_hours").multiply(lit(60)).cast(MINUTES))
        .withColumn(
            "reason",
            format_string(
                "%s to %s: %s said stopped for %d h while %s drew %s kWh",
                minute(col("starts_at")),
                minute(col("ends_at")),
                col("_outlets"),
                col("_hours"),
                col("_meters"),
                col("_kwh").cast("decimal(18,1)").cast("string")))
        .withColumn(
            "reason_zh",
            format_string(
                "%s至%s：%s上报停运%d小时，同期%s用电%s千瓦时",
                minute(col("starts_at")),
                minute(col("ends_at")),
                col("_outlets"),
                col("_hours"),
                col("_meters"),
                col("_kwh").cast("decimal(18,1)").cast("string")))
        .transform(EvidenceRules::shaped);
  }

  /** Adds what rows speak for, and the condition that finds them again in their table. */
  static Dataset<Row> speakingFor(
      Dataset<Row> rows, EvidenceKind kind, Table source, Column sourceKey) {
    return speakingFor(rows, lit(kind.matter().name()), lit(kind.name()), source, sourceKey);
  }

  private static Dataset<Row> speakingFor(
      Dataset<Row> rows, Column matter, Column kind, Table source, Column sourceKey) {
    Dataset<Row> speaking =
        rows.withColumn("matter", matter)
            .withColumn("evidence_kind", kind)
            .withColumn("source_table", lit(source.name()))
            .withColumn("source_key", sourceKey);
    boolean saysWhetherProvisional = List.of(rows.columns()).contains("is_provisional");
    return saysWhetherProvisional ? speaking : speaking.withColumn("is_provisional", lit(false));
  }

  /**
   * The columns of {@code lead.evidence}; the words of a provisional verdict say that it is one.
   */
  static Dataset<Row> shaped(Dataset<Row> rows) {
    Column isProvisional = col("is_provisional");
    return rows.withColumn(
            "reason", concat(col("reason"), when(isProvisional, lit(PROVISIONAL)).otherwise("")))
        .withColumn(
            "reason_zh",
            concat(col("reason_zh"), when(isProvisional, lit(PROVISIONAL_ZH)).otherwise("")))
        .select(
            LeadTables.EVIDENCE.columns().stream()
                .map(c -> c.col().cast(c.type()).as(c.name()))
                .toArray(Column[]::new));
  }

  static Column plain(Column number) {
    return number.cast("decimal(18,2)").cast("string");
  }

  static Column minute(Column time) {
    return date_format(time, "yyyy-MM-dd HH:mm");
  }

  static Column condition(Column... parts) {
    return functions.concat_ws(" AND ", parts);
  }

  static Column quoted(String name, Column text) {
    return concat(lit(name + " = "), SqlLiteral.of(text));
  }

  static Column day(String name, Column day) {
    return concat(lit(name + " = DATE'"), day.cast("string"), lit("'"));
  }

  static Column moment(String name, String sign, Column time) {
    return concat(
        lit("%s %s TIMESTAMP_NTZ'".formatted(name, sign)),
        date_format(time, "yyyy-MM-dd HH:mm:ss"),
        lit("'"));
  }
}
