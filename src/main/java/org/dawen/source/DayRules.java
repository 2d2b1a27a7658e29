package org.dawen.source;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.dawen.intake.ReceivedTables.COU_VALUE;
import static org.dawen.intake.ReceivedTables.DATA_DAY;
import static org.dawen.intake.ReceivedTables.HOUR_START;

import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.dawen.intake.ReceivedTables;
import org.dawen.lake.DaySet;
import org.dawen.source.SourceTables.DayBasis;

/**
 * Days of outlets: due and valid hours, the day's mean and its verdict, the mass.
 *
 * <p>A valid day mean of flue gas needs 20 valid hours (HJ 212-2017 annex D, HJ 75-2017), of waste
 * water 75 % of the due hours and is weighted by flow (HJ 356-2019, recalled).
 */
final class DayRules {
  /** Days before a day in which a pollutant with a limit must have been sent to be due; ours. */
  private static final int DUE_AFTER_SENT_DAYS = 31;

  /** Days looked ahead to: whether a failure goes on, and whether a silent city sends again. */
  static final int DAYS_AHEAD = 1 + DueRules.SILENT_DAYS;

  private static final int LEAST_GAS_HOURS = 20;
  private static final BigDecimal LEAST_WATER_SHARE = new BigDecimal("0.75");
  private static final List<String> FLOWS = List.of("a00000", "w00000");

  /** State of a due hour. */
  static final String IS_VALID = "_is_valid";

  static final String IS_SHUT = "_is_shut";
  static final String HOUR_MASS_KG = "_hour_mass_kg";

  private DayRules() {}

  /**
   * Rows of {@code source.outlet_day}.
   *
   * @param hours rows of {@code source.outlet_hour} from {@link SubstitutionRules#LOOKBACK_DAYS}
   *     days before to {@link #DAYS_AHEAD} days after the days
   * @param days the bounded days computed
   */
  static Dataset<Row> outletDays(
      Dataset<Row> hours, Dataset<Row> outlets, Dataset<Row> marks, DaySet days) {
    Dataset<Row> grid = dueHours(hours, outlets, marks, days);
    Dataset<Row> ofDays = grid.where(days.toSql(DATA_DAY.name()));
    return ofDays
        .transform(DayRules::meansAndMasses)
        .transform(d -> SubstitutionRules.attachSubstitutedMass(d, grid, days))
        .transform(DayRules::judge)
        .select(
            SourceTables.OUTLET_DAY.columns().stream()
                .map(org.dawen.lake.Column::col)
                .toArray(Column[]::new));
  }

  /**
   * One row per outlet, pollutant and hour of a day on which the pollutant is due or was sent,
   * whether the hour was received or not; of days that are only looked back at, those of the
   * pollutants whose mass may be substituted.
   */
  private static Dataset<Row> dueHours(
      Dataset<Row> hours, Dataset<Row> outlets, Dataset<Row> marks, DaySet days) {
    Dataset<Row> sent =
        hours
            .groupBy(SourceTables.OUTLET_CODE.col(), SourceTables.POLLUTANT_CODE.col())
            .agg(
                collect_set(DATA_DAY.col()).as("_sent_days"),
                collect_set(
                        when(
                            coalesce(SourceTables.LIMIT_ID.col(), SourceTables.DAY_LIMIT_ID.col())
                                .isNotNull(),
                            DATA_DAY.col()))
                    .as("_limited_days"));
    Column isWanted = expr(days.toSql(DATA_DAY.name())).or(SubstitutionRules.isSubstituted());
    Column isDue =
        expr(
            "array_contains(_sent_days, data_day) OR exists(_limited_days, s -> s <= data_day AND s"
                + " >="
                + " date_sub(data_day, %d))".formatted(DUE_AFTER_SENT_DAYS));
    Dataset<Row> keys =
        DueRules.outletDays(DueRules.cityDays(hours), outlets)
            .join(broadcast(sent), SourceTables.OUTLET_CODE.name())
            .where(isWanted.and(isDue))
            .drop("_sent_days", "_limited_days");
    Dataset<Row> due = DueRules.everyHour(keys);
    Dataset<Row> open =
        DueRules.withoutMarkedShutdown(
            due.select(
                SourceTables.OUTLET_CODE.col().as("outlet_code"),
                SourceTables.POLLUTANT_CODE.col(),
                HOUR_START.col(),
                DATA_DAY.col(),
                SourceTables.ENTERPRISE_CODE.col(),
                SourceTables.COUNTY_CODE.col(),
                SourceTables.MEDIUM.col()),
            marks,
            spanOf(days));
    Dataset<Row> received =
        hours
            .withColumn(IS_SHUT, DueRules.isShutDown())
            .withColumn(
                "_flow",
                max(when(
                        SourceTables.POLLUTANT_CODE
                            .col()
                            .isin(FLOWS.toArray())
                            .and(SourceTables.IS_JUDGEABLE.col()),
                        COU_VALUE.col()))
                    .over(Window.partitionBy(SourceTables.OUTLET_CODE.col(), HOUR_START.col())))
            .withColumn(
                HOUR_MASS_KG,
                when(
                    SourceTables.IS_JUDGEABLE.col(),
                    Units.massInKilograms(SourceTables.POLLUTANT_CODE.col(), COU_VALUE.col())))
            .drop(
                DATA_DAY.name(),
                SourceTables.ENTERPRISE_CODE.name(),
                SourceTables.COUNTY_CODE.name(),
                SourceTables.MEDIUM.name())
            .withColumn("_is_received", lit(true));
    return open.join(
            received,
            scala.jdk.javaapi.CollectionConverters.asScala(
                    List.of(
                        SourceTables.OUTLET_CODE.name(),
                        SourceTables.POLLUTANT_CODE.name(),
                        HOUR_START.name()))
                .toSeq(),
            "left")
        .withColumn("_is_received", coalesce(col("_is_received"), lit(false)))
        .withColumn(IS_SHUT, coalesce(col(IS_SHUT), lit(false)))
        .withColumn(
            IS_VALID, coalesce(SourceTables.IS_JUDGEABLE.col(), lit(false)).and(not(col(IS_SHUT))));
  }

  /** The days with those looked back at and the one looked ahead to. */
  private static DaySet spanOf(DaySet days) {
    return days.isEmpty()
        ? days
        : DaySet.between(
            days.first().minusDays(SubstitutionRules.LOOKBACK_DAYS),
            days.last().plusDays(DAYS_AHEAD));
  }

  private static Dataset<Row> meansAndMasses(Dataset<Row> due) {
    // What the day limit judges may stand at another reference oxygen than what the hour's does.
    Column reference = SourceTables.DAY_REFERENCE_O2_PERCENT.col();
    Column hasDayLimit = SourceTables.DAY_LIMIT_ID.col().isNotNull();
    Column value =
        when(
                hasDayLimit,
                when(ExceedanceRules.isConvertible(reference), BasisRules.value(reference)))
            .otherwise(coalesce(SourceTables.JUDGED_VALUE.col(), ReceivedTables.AVG_VALUE.col()));
    Column isValid = col(IS_VALID).and(value.isNotNull());
    Column isConverted =
        when(hasDayLimit, reference.isNotNull())
            .otherwise(coalesce(SourceTables.VALUE_BASIS.col().notEqual("AVG"), lit(false)));
    return due.groupBy(
            SourceTables.OUTLET_CODE.col(),
            SourceTables.POLLUTANT_CODE.col(),
            DATA_DAY.col(),
            SourceTables.ENTERPRISE_CODE.col(),
            SourceTables.COUNTY_CODE.col(),
            SourceTables.MEDIUM.col())
        .agg(
            max(SourceTables.UNIT.col()).as(SourceTables.UNIT.name()),
            count_if(not(col(IS_SHUT))).as(SourceTables.DUE_HOURS.name()),
            count_if(col("_is_received").and(not(col(IS_SHUT))))
                .as(SourceTables.RECEIVED_HOURS.name()),
            count_if(isValid).as(SourceTables.VALID_HOURS.name()),
            sum(when(isValid, value.cast("decimal(20,10)"))).as("_sum"),
            sum(when(isValid, value.cast("decimal(18,8)").multiply(col("_flow"))))
                .as("_sum_of_products"),
            sum(when(isValid, col("_flow"))).as("_sum_of_flows"),
            count_if(isValid.and(col("_flow").isNotNull())).as("_flow_hours"),
            max(isValid.and(isConverted)).as("_is_converted"),
            max(SourceTables.DAY_LIMIT_VALUE.col()).as(SourceTables.DAY_LIMIT_VALUE.name()),
            max(SourceTables.DAY_LOWER_LIMIT_VALUE.col())
                .as(SourceTables.DAY_LOWER_LIMIT_VALUE.name()),
            max(SourceTables.DAY_LIMIT_ID.col()).as(SourceTables.DAY_LIMIT_ID.name()),
            max(SourceTables.DAY_LIMIT_CONFIDENCE.col())
                .as(SourceTables.DAY_LIMIT_CONFIDENCE.name()),
            count(SourceTables.IS_ABOVE_LIMIT.col()).as(SourceTables.JUDGED_HOURS.name()),
            count_if(SourceTables.IS_ABOVE_LIMIT.col()).as(SourceTables.EXCEEDING_HOURS.name()),
            max(SourceTables.IS_PROVISIONAL
                    .col()
                    .and(SourceTables.IS_ABOVE_LIMIT.col().isNotNull()))
                .as("_is_hour_provisional"),
            sum(when(isValid, col(HOUR_MASS_KG)))
                .cast("decimal(18,6)")
                .as(SourceTables.MASS_KG.name()));
  }

  private static Dataset<Row> judge(Dataset<Row> days) {
    Column valid = SourceTables.VALID_HOURS.col();
    Column isWater = SourceTables.MEDIUM.col().equalTo("water");
    Column isValidDay =
        when(
                isWater,
                valid
                    .gt(0)
                    .and(
                        valid
                            .cast("decimal(10,0)")
                            .geq(SourceTables.DUE_HOURS.col().multiply(lit(LEAST_WATER_SHARE)))))
            .otherwise(valid.geq(LEAST_GAS_HOURS));
    Column isWeighted =
        isWater
            .and(not(SourceTables.POLLUTANT_CODE.col().isin("w00000", "w01001", "w01010")))
            .and(col("_flow_hours").equalTo(valid))
            .and(col("_sum_of_flows").gt(0));
    Column mean =
        when(
                isWeighted,
                col("_sum_of_products")
                    .cast("decimal(28,10)")
                    .divide(col("_sum_of_flows").cast("decimal(20,6)")))
            .otherwise(col("_sum").cast("decimal(26,10)").divide(valid.cast("decimal(5,0)")))
            .cast("decimal(20,10)");
    Column dayMean = SourceTables.DAY_MEAN_VALUE.col();
    Column lower = SourceTables.DAY_LOWER_LIMIT_VALUE.col();
    Column isJudged =
        SourceTables.IS_VALID_DAY
            .col()
            .and(SourceTables.DAY_LIMIT_ID.col().isNotNull())
            .and(dayMean.isNotNull());
    Column isDayProvisional =
        isJudged.and(not(SourceTables.DAY_LIMIT_CONFIDENCE.col().equalTo("V")));
    return days.withColumn(SourceTables.IS_VALID_DAY.name(), isValidDay)
        .withColumn(SourceTables.DAY_MEAN_VALUE.name(), when(SourceTables.IS_VALID_DAY.col(), mean))
        .withColumn(
            SourceTables.DAY_MEAN_BASIS.name(),
            when(
                dayMean.isNotNull(),
                when(isWeighted, DayBasis.FLOW_WEIGHTED.name())
                    .when(col("_is_converted"), DayBasis.ZS_AVG.name())
                    .otherwise(DayBasis.AVG.name())))
        .withColumn(
            SourceTables.IS_DAY_ABOVE_LIMIT.name(),
            when(
                isJudged,
                coalesce(dayMean.gt(SourceTables.DAY_LIMIT_VALUE.col()), lit(false))
                    .or(coalesce(dayMean.lt(lower), lit(false)))))
        .withColumn(
            SourceTables.DAY_TIMES_OVER_LIMIT.name(),
            when(
                isJudged.and(lower.isNull()).and(SourceTables.DAY_LIMIT_VALUE.col().gt(lit(0))),
                dayMean
                    .divide(SourceTables.DAY_LIMIT_VALUE.col())
                    .minus(lit(BigDecimal.ONE))
                    .cast("decimal(18,8)")))
        .withColumn(
            SourceTables.IS_COMPLIANT.name(),
            when(
                    SourceTables.EXCEEDING_HOURS
                        .col()
                        .gt(0)
                        .or(coalesce(SourceTables.IS_DAY_ABOVE_LIMIT.col(), lit(false))),
                    false)
                .when(
                    SourceTables.JUDGED_HOURS
                        .col()
                        .gt(0)
                        .or(SourceTables.IS_DAY_ABOVE_LIMIT.col().isNotNull()),
                    true))
        .withColumn(
            SourceTables.IS_COMPLIANT_CONFIRMED.name(), confirmed(isJudged, isDayProvisional))
        .withColumn(
            SourceTables.IS_PROVISIONAL.name(),
            when(
                SourceTables.IS_COMPLIANT.col().isNotNull(),
                coalesce(col("_is_hour_provisional"), lit(false))
                    .or(coalesce(isDayProvisional, lit(false)))));
  }

  /** The verdict of the day by verified limits alone; null: none of them judged. */
  private static Column confirmed(Column isDayJudged, Column isDayProvisional) {
    Column byHours =
        when(
            SourceTables.JUDGED_HOURS
                .col()
                .gt(0)
                .and(not(coalesce(col("_is_hour_provisional"), lit(false)))),
            SourceTables.EXCEEDING_HOURS.col().equalTo(0));
    Column byDay =
        when(
            isDayJudged.and(not(coalesce(isDayProvisional, lit(false)))),
            not(SourceTables.IS_DAY_ABOVE_LIMIT.col()));
    return when(byHours.equalTo(false).or(byDay.equalTo(false)), false)
        .otherwise(coalesce(byHours, byDay));
  }
}
