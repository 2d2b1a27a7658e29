package org.dawen.power;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.dawen.intake.ReceivedTables.DATA_DAY;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;
import org.dawen.lake.DaySet;
import org.dawen.power.PowerTables.Quality;
import org.dawen.power.PowerTables.Verdict;
import org.dawen.registry.RegistryTables;

/**
 * How enterprises answered heavy-pollution alerts (重污染天气应急减排). What is required is their plan's
 * (一厂一策); how it is judged is ours.
 */
final class ResponseRules {
  /** A baseline looks back so far: four weeks, four days of one weekday. */
  static final int BASELINE_DAYS = 28;

  /** What names one answer: an enterprise, an alert and a day. */
  private static final List<String> ANSWER =
      List.of("enterprise_code", "alert_starts_at", "level", "alert_area_code", "data_day");

  private final Dataset<Row> alerts;
  private final Dataset<Row> plans;
  private final Dataset<Row> holidays;
  private final Dataset<Row> meters;
  private final Dataset<Row> counties;
  private final Dataset<Row> areas;
  private final ResponseThresholds thresholds;

  ResponseRules(
      Dataset<Row> alerts,
      Dataset<Row> plans,
      Dataset<Row> holidays,
      Dataset<Row> meters,
      Dataset<Row> outlets,
      Dataset<Row> counties,
      ResponseThresholds thresholds) {
    this.alerts =
        alerts
            .select(
                RegistryTables.ALERT_LEVEL.col(),
                RegistryTables.STARTS_AT.col().as("alert_starts_at"),
                RegistryTables.ENDS_AT.col().as("alert_ends_at"),
                coalesce(RegistryTables.AREA_CODE.col(), lit("-")).as("alert_area_code"))
            .groupBy("level", "alert_starts_at", "alert_area_code")
            .agg(max("alert_ends_at").as("alert_ends_at"));
    this.plans = plans;
    this.holidays = holidays.select(RegistryTables.HOLIDAY_DAY.col()).distinct();
    this.meters = meters;
    this.counties = counties;
    this.areas = areasOfEnterprises(meters, outlets);
    this.thresholds = thresholds;
  }

  /** Enterprise and county: as its meters say, else its outlets. */
  static Dataset<Row> areasOfEnterprises(Dataset<Row> meters, Dataset<Row> outlets) {
    Dataset<Row> said =
        meters
            .select(col("enterprise_code"), col("county_code"), lit(0).as("_order"))
            .unionByName(
                outlets.select(col("enterprise_code"), col("county_code"), lit(1).as("_order")));
    return said.where("enterprise_code IS NOT NULL")
        .groupBy("enterprise_code")
        .agg(
            min(when(col("county_code").isNotNull(), functions.struct("_order", "county_code")))
                .as("_county"))
        .select(col("enterprise_code"), col("_county.county_code").as("county_code"));
  }

  /**
   * Rows of {@code power.response_day}.
   *
   * @param meterDays of the output days and the 28 days before each
   * @param intervals of the output days
   */
  Dataset<Row> responseDays(Dataset<Row> meterDays, Dataset<Row> intervals, DaySet days) {
    Dataset<Row> delivered =
        meterDays.where(days.toSql("data_day")).select(DATA_DAY.col()).distinct();
    Dataset<Row> hours = hoursUnderAlert(delivered);
    Dataset<Row> planMeters = planMeters(hours);
    Dataset<Row> compared = comparedHours(hours, planMeters, meterDays);
    Dataset<Row> running = runningMinutes(hours, planMeters, intervals);
    return hours
        .groupBy(columns(ANSWER))
        .agg(
            count(lit(1)).cast("int").as("alert_hour_count"),
            max("alert_ends_at").as("alert_ends_at"),
            max("action").as("action"),
            max("cut_percent").as("cut_percent"),
            max("meter_codes").as("meter_codes"))
        .join(unknownMeters(planMeters), names(ANSWER), "left")
        .join(compared, names(ANSWER), "left")
        .join(running, names(ANSWER), "left")
        .join(
            holidays.withColumnRenamed("holiday_day", "data_day").withColumn("_holiday", lit(true)),
            names(List.of("data_day")),
            "left")
        .transform(this::judged);
  }

  /** The full clock hours of a day in which an enterprise stood under an alert its plan answers. */
  private Dataset<Row> hoursUnderAlert(Dataset<Row> delivered) {
    Dataset<Row> hours =
        delivered
            .crossJoin(broadcast(alerts))
            .where(
                "to_date(alert_starts_at) <= data_day AND (alert_ends_at IS NULL OR"
                    + " to_date(alert_ends_at) >= data_day)")
            .withColumn("hour", functions.explode(expr("sequence(0, 23)")))
            .where(
                "CAST(data_day AS TIMESTAMP_NTZ) + make_dt_interval(0, hour) >= alert_starts_at AND"
                    + " (alert_ends_at IS NULL OR CAST(data_day AS TIMESTAMP_NTZ) +"
                    + " make_dt_interval(0, hour + 1) <= alert_ends_at)");
    Dataset<Row> answered =
        hours
            .join(broadcast(plans), "level")
            .where(
                "data_day BETWEEN coalesce(valid_from, DATE'0001-01-01') AND coalesce(valid_to,"
                    + " DATE'9999-12-31')")
            .transform(this::keepConcerned);
    // Of several alerts at one time the highest judges, then the one that began first.
    return answered
        .withColumn(
            "_place",
            row_number()
                .over(
                    Window.partitionBy("enterprise_code", "data_day", "hour")
                        .orderBy(
                            expr("array_position(array('red', 'orange', 'yellow'), level)"),
                            col("alert_starts_at"),
                            col("alert_area_code"))))
        .where("_place = 1")
        .select(
            "enterprise_code",
            "alert_starts_at",
            "level",
            "alert_area_code",
            "data_day",
            "hour",
            "alert_ends_at",
            "action",
            "cut_percent",
            "meter_codes");
  }

  /** An alert concerns its county, all counties of its city, or everybody. */
  private Dataset<Row> keepConcerned(Dataset<Row> rows) {
    Dataset<Row> cities =
        counties
            .select("county_code", "city_code")
            .groupBy("county_code")
            .agg(min("city_code").as("city_code"));
    return rows.join(broadcast(areas), names(List.of("enterprise_code")), "left")
        .join(broadcast(cities), names(List.of("county_code")), "left")
        .where(
            "alert_area_code = '-' OR alert_area_code = county_code OR alert_area_code ="
                + " coalesce(city_code, substring(county_code, 1, 4) || '00')");
  }

  /** The meters a plan names, one a row. */
  private static Dataset<Row> planMeters(Dataset<Row> hours) {
    return hours
        .groupBy(columns(ANSWER))
        .agg(max("meter_codes").as("meter_codes"), max("action").as("action"))
        .withColumn(
            "meter_code",
            functions.explode(
                expr(
                    "array_distinct(filter(transform(split(meter_codes, '[;,，；]'), m -> trim(m)),"
                        + " m -> m <> ''))")))
        .drop("meter_codes");
  }

  private Dataset<Row> unknownMeters(Dataset<Row> planMeters) {
    Dataset<Row> registered =
        meters.select(
            col("meter_code").as("_meter"),
            coalesce(col("valid_from"), expr("DATE'0001-01-01'")).as("_from"),
            coalesce(col("valid_to"), expr("DATE'9999-12-31'")).as("_to"));
    return planMeters
        .join(
            broadcast(registered),
            expr("meter_code = _meter AND data_day BETWEEN _from AND _to"),
            "left_anti")
        .groupBy(columns(ANSWER))
        .agg(count(lit(1)).as("_unknown_meters"));
  }

  /**
   * Energy of the alert's hours on the day and on the clean days before. A clean day is one of the
   * four days of the same weekday before, no holiday, under no alert that concerns the enterprise,
   * with a complete hour of all meters. An hour is compared if the day has all meters and enough
   * clean days have. Its baseline is the mean of the clean days.
   */
  private Dataset<Row> comparedHours(
      Dataset<Row> hours, Dataset<Row> planMeters, Dataset<Row> meterDays) {
    Dataset<Row> meterCounts = planMeters.groupBy(columns(ANSWER)).agg(count(lit(1)).as("_meters"));
    Dataset<Row> sources =
        planMeters
            .withColumn("_back", functions.explode(expr("array(0, 7, 14, 21, 28)")))
            .withColumn("_source_day", expr("date_sub(data_day, _back)"))
            .transform(this::keepCleanDays);
    Dataset<Row> energies =
        sources
            .join(
                meterDays.withColumnRenamed("data_day", "_day").drop("enterprise_code"),
                expr("_source_day = _day").and(sameMeter(sources, meterDays)),
                "inner")
            .drop(meterDays.col("meter_code"))
            .withColumn("_hours", functions.array(hourEnergies()))
            .selectExpr(
                "enterprise_code",
                "alert_starts_at",
                "level",
                "alert_area_code",
                "data_day",
                "_back",
                "posexplode(_hours) AS (hour, _kwh)");
    Dataset<Row> byDay =
        energies
            .join(hours.select(columns(ANSWER, "hour")), names(ANSWER, "hour"))
            .where("_kwh IS NOT NULL")
            .groupBy(columns(ANSWER, "hour", "_back"))
            .agg(sum("_kwh").as("_kwh"), count(lit(1)).as("_with_data"))
            .join(meterCounts, names(ANSWER))
            .where("_with_data = _meters");
    Dataset<Row> cleanDays =
        byDay
            .where("_back > 0")
            .groupBy(columns(ANSWER))
            .agg(countDistinct("_back").cast("int").as("clean_day_count"));
    Dataset<Row> byHour =
        byDay
            .groupBy(columns(ANSWER, "hour"))
            .agg(
                max(when(col("_back").equalTo(0), col("_kwh"))).as("_actual"),
                sum(when(col("_back").gt(0), col("_kwh"))).as("_baseline_sum"),
                count_if(col("_back").gt(0)).as("_baseline_days"));
    Column isCompared =
        col("_actual").isNotNull().and(col("_baseline_days").geq(thresholds.fewestCleanDays()));
    Column mean =
        col("_baseline_sum")
            .cast("decimal(26,6)")
            .divide(col("_baseline_days").cast("decimal(10,0)"))
            .cast("decimal(26,10)");
    return byHour
        .groupBy(columns(ANSWER))
        .agg(
            count_if(isCompared).cast("int").as("judged_hour_count"),
            count_if(col("_actual").isNotNull()).cast("int").as("_hours_with_data"),
            sum(when(isCompared, col("_actual"))).as("_actual_kwh"),
            sum(when(isCompared, mean)).as("_baseline_kwh"))
        .join(cleanDays, names(ANSWER), "left");
  }

  private static Column sameMeter(Dataset<Row> left, Dataset<Row> right) {
    return left.col("meter_code").equalTo(right.col("meter_code"));
  }

  private static Column[] hourEnergies() {
    return PowerTables.HOUR_ENERGIES.stream()
        .map(org.dawen.lake.Column::col)
        .toArray(Column[]::new);
  }

  /** Drops days before that are holidays or stood under an alert; the day itself stays. */
  private Dataset<Row> keepCleanDays(Dataset<Row> sources) {
    Dataset<Row> alertDays =
        alerts.selectExpr(
            "alert_area_code AS _area",
            "to_date(alert_starts_at) AS _first",
            "coalesce(to_date(alert_ends_at - INTERVAL '1' SECOND), DATE'9999-12-31') AS _last");
    Dataset<Row> withArea =
        sources
            .join(broadcast(areas), names(List.of("enterprise_code")), "left")
            .join(
                broadcast(counties.groupBy("county_code").agg(min("city_code").as("city_code"))),
                names(List.of("county_code")),
                "left");
    return withArea
        .join(
            broadcast(alertDays),
            expr(
                "_back > 0 AND _source_day BETWEEN _first AND _last AND (_area = '-' OR _area ="
                    + " county_code OR _area = coalesce(city_code, substring(county_code, 1, 4) ||"
                    + " '00'))"),
            "left_anti")
        .join(broadcast(holidays), expr("_back > 0 AND _source_day = holiday_day"), "left_anti")
        .drop("county_code", "city_code");
  }

  /**
   * Of stops: minutes above the running threshold in the alert's hours, of the worst meter. Of an
   * interval only the part within these hours counts; one that lasts longer than an hour, such as
   * between two readings of a register, counts only if it lies within the alert altogether, for its
   * energy may be that of the time before or after.
   */
  private Dataset<Row> runningMinutes(
      Dataset<Row> hours, Dataset<Row> planMeters, Dataset<Row> intervals) {
    Dataset<Row> stopped = planMeters.where("action = 'stop'");
    Column isRunning =
        PowerTables.MEAN_POWER_KW
            .col()
            .multiply(lit(100))
            .gt(PowerTables.RATED_KW.col().multiply(lit(thresholds.runningPercent())));
    Dataset<Row> measured =
        intervals
            .where(PowerTables.QUALITY.col().isin(Quality.usable().toArray()))
            .where(isRunning)
            .select("meter_code", "data_day", "interval_start", "interval_end", "interval_minutes");
    Dataset<Row> stoppedHours =
        hours.selectExpr(
            Stream.concat(
                    ANSWER.stream(),
                    Stream.of(
                        "alert_ends_at",
                        "CAST(data_day AS TIMESTAMP_NTZ) + make_dt_interval(0, hour) AS _from",
                        "CAST(data_day AS TIMESTAMP_NTZ) + make_dt_interval(0, hour + 1) AS _to"))
                .toArray(String[]::new));
    return measured
        .join(broadcast(stopped), names(List.of("meter_code", "data_day")))
        .join(broadcast(stoppedHours), names(ANSWER))
        .where("interval_start < _to AND interval_end > _from")
        .where(
            "interval_minutes <= 60 OR interval_start >= alert_starts_at AND (alert_ends_at IS NULL"
                + " OR interval_end <= alert_ends_at)")
        .withColumn(
            "_seconds",
            expr(
                "timestampdiff(SECOND, greatest(interval_start, _from), least(interval_end, _to))"))
        .groupBy(columns(ANSWER, "meter_code"))
        .agg(sum("_seconds").as("_seconds"))
        .groupBy(columns(ANSWER))
        .agg(
            max("_seconds")
                .cast("decimal(12,0)")
                .divide(lit(60))
                .cast("decimal(12,6)")
                .as("running_minutes"));
  }

  /** Adds figures and verdict. */
  private Dataset<Row> judged(Dataset<Row> answers) {
    Column isStop = col("action").equalTo("stop");
    Column required = when(isStop, lit(100).cast("decimal(6,3)")).otherwise(col("cut_percent"));
    Column hoursWithData =
        when(isStop, coalesce(col("_hours_with_data"), lit(0)))
            .otherwise(coalesce(col("judged_hour_count"), lit(0)));
    Column coverage =
        hoursWithData
            .cast("decimal(3,0)")
            .multiply(lit(100))
            .divide(col("alert_hour_count").cast("decimal(3,0)"))
            .cast("decimal(9,4)");
    Column baseline = col("_baseline_kwh").cast("decimal(24,10)");
    Column millionths =
        functions.floor(
            baseline
                .minus(col("_actual_kwh").cast("decimal(18,6)"))
                .multiply(lit(100_000_000))
                .divide(baseline));
    // Rounded down, so that a cut is never shown as reached that is not.
    Column cut =
        when(
            baseline.gt(0),
            millionths.cast("decimal(18,0)").divide(lit(1_000_000)).cast("decimal(18,6)"));
    Column remains = col("_baseline_kwh").multiply(lit(100).minus(col("required_cut_percent")));
    Column isMet =
        when(isStop, lit(true)).otherwise(col("_actual_kwh").multiply(lit(100)).leq(remains));
    Column runs =
        isStop.and(coalesce(col("running_minutes"), lit(0)).geq(thresholds.runningMinutes()));
    Column tooFew = coalesce(col("clean_day_count"), lit(0)).lt(thresholds.fewestCleanDays());
    return answers
        .withColumn("required_cut_percent", required.cast("decimal(6,3)"))
        .withColumn("coverage_percent", coverage)
        .withColumn(
            "verdict",
            when(expr("trim(coalesce(meter_codes, '')) = ''"), name(Verdict.NO_METER))
                .when(col("required_cut_percent").isNull(), name(Verdict.NO_CUT_NAMED))
                .when(col("_unknown_meters").gt(0), name(Verdict.UNKNOWN_METER))
                .when(runs, name(Verdict.NOT_MET))
                .when(functions.not(isStop).and(col("_holiday")), name(Verdict.HOLIDAY))
                .when(functions.not(isStop).and(tooFew), name(Verdict.TOO_FEW_CLEAN_DAYS))
                .when(
                    col("coverage_percent").lt(lit(thresholds.leastCoveragePercent())),
                    name(Verdict.TOO_LITTLE_COVERAGE))
                .when(isMet, name(Verdict.MET))
                .otherwise(name(Verdict.NOT_MET)))
        .withColumn("judged_hour_count", hoursWithData)
        .withColumn("clean_day_count", coalesce(col("clean_day_count"), lit(0)))
        .withColumn("baseline_kwh", col("_baseline_kwh").cast("decimal(28,10)"))
        .withColumn("actual_kwh", col("_actual_kwh").cast("decimal(18,6)"))
        .withColumn("achieved_cut_percent", cut)
        .withColumn(
            "running_minutes",
            when(isStop, coalesce(col("running_minutes"), lit(0).cast("decimal(12,6)"))))
        .select(
            PowerTables.RESPONSE_DAY.columns().stream()
                .map(org.dawen.lake.Column::col)
                .toArray(Column[]::new));
  }

  private static Column name(Verdict verdict) {
    return lit(verdict.name());
  }

  private static Column[] columns(List<String> names, String... more) {
    return Stream.concat(names.stream(), Stream.of(more))
        .map(functions::col)
        .toArray(Column[]::new);
  }

  private static String[] names(List<String> names, String... more) {
    return Stream.concat(names.stream(), Stream.of(more)).toArray(String[]::new);
  }
}
