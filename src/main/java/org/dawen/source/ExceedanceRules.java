package org.dawen.source;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static org.dawen.intake.ReceivedTables.DATA_DAY;
import static org.dawen.intake.ReceivedTables.HOUR_START;

import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.dawen.intake.ReceivedTables;

/**
 * Exceedance of an hour (小时值超标): strictly above the limit, so equal complies; pH outside its range.
 * Multiple (超标倍数) = value / limit − 1, none for pH. Recalled, clause not checked.
 */
final class ExceedanceRules {
  private static final Column MOST = lit(new BigDecimal("9999999999.99999999"));

  private ExceedanceRules() {}

  /** Adds the judged value, its basis and the verdicts by hour and by day limit. */
  static Dataset<Row> judge(Dataset<Row> hours) {
    Column reference = ValidityRules.referenceOfVerdict();
    Column isJudgeable = SourceTables.IS_JUDGEABLE.col();
    Column byHour = isJudgeable.and(SourceTables.LIMIT_ID.col().isNotNull());
    Column byAny =
        isJudgeable.and(
            SourceTables.LIMIT_ID
                .col()
                .isNotNull()
                .or(SourceTables.DAY_LIMIT_ID.col().isNotNull()));
    Column byDay =
        isJudgeable
            .and(SourceTables.DAY_LIMIT_ID.col().isNotNull())
            .and(col(LimitRules.DAY_HAS_UNIT_OF_VALUES))
            .and(isConvertible(SourceTables.DAY_REFERENCE_O2_PERCENT.col()));
    return hours
        .withColumn(SourceTables.VALUE_BASIS.name(), when(byAny, BasisRules.basis(reference)))
        .withColumn(SourceTables.JUDGED_VALUE.name(), when(byAny, BasisRules.value(reference)))
        .withColumn(
            SourceTables.IS_ABOVE_LIMIT.name(),
            when(
                byHour,
                isOutside(
                    SourceTables.REFERENCE_O2_PERCENT.col(),
                    SourceTables.LIMIT_VALUE.col(),
                    SourceTables.LOWER_LIMIT_VALUE.col())))
        .withColumn(
            SourceTables.TIMES_OVER_LIMIT.name(), when(byHour.and(hasMultiple()), timesOverLimit()))
        .withColumn(
            SourceTables.IS_ABOVE_DAY_LIMIT.name(),
            when(
                byDay,
                isOutside(
                    SourceTables.DAY_REFERENCE_O2_PERCENT.col(),
                    SourceTables.DAY_LIMIT_VALUE.col(),
                    SourceTables.DAY_LOWER_LIMIT_VALUE.col())));
  }

  /** Rows of {@code source.exceedance_hour}. */
  static Dataset<Row> keepAboveLimit(Dataset<Row> outletHours) {
    return attachNeighbours(outletHours)
        .where(SourceTables.IS_ABOVE_LIMIT.col())
        .withColumn(SourceTables.EXCESS_MASS_KG.name(), excessMass())
        .select(
            SourceTables.EXCEEDANCE_HOUR.columns().stream()
                .map(org.dawen.lake.Column::col)
                .toArray(Column[]::new));
  }

  /**
   * Days with an exceeding hour, with the verdict on the hours before and after. An hour that is
   * not there could not be judged.
   */
  private static Dataset<Row> attachNeighbours(Dataset<Row> outletHours) {
    Dataset<Row> days =
        outletHours
            .where(SourceTables.IS_ABOVE_LIMIT.col())
            .select(
                SourceTables.OUTLET_CODE.col(), SourceTables.POLLUTANT_CODE.col(), DATA_DAY.col())
            .distinct();
    WindowSpec ofDay =
        Window.partitionBy(
                SourceTables.OUTLET_CODE.col(), SourceTables.POLLUTANT_CODE.col(), DATA_DAY.col())
            .orderBy(HOUR_START.col());
    Column complies = not(coalesce(SourceTables.IS_ABOVE_LIMIT.col(), lit(true)));
    return outletHours
        .join(
            broadcast(days),
            scala.jdk.javaapi.CollectionConverters.asScala(
                    List.of(
                        SourceTables.OUTLET_CODE.name(),
                        SourceTables.POLLUTANT_CODE.name(),
                        DATA_DAY.name()))
                .toSeq(),
            "left_semi")
        .withColumn("_complies", complies)
        .withColumn(
            SourceTables.PREVIOUS_HOUR_COMPLIES.name(),
            when(
                expr("extract(HOUR FROM hour_start)").gt(0),
                coalesce(
                    lag(HOUR_START.col(), 1)
                        .over(ofDay)
                        .equalTo(HOUR_START.col().minus(expr("INTERVAL '1' HOUR")))
                        .and(lag(col("_complies"), 1).over(ofDay)),
                    lit(false))))
        .withColumn(
            SourceTables.NEXT_HOUR_COMPLIES.name(),
            when(
                expr("extract(HOUR FROM hour_start)").lt(23),
                coalesce(
                    lead(HOUR_START.col(), 1)
                        .over(ofDay)
                        .equalTo(HOUR_START.col().plus(expr("INTERVAL '1' HOUR")))
                        .and(lead(col("_complies"), 1).over(ofDay)),
                    lit(false))));
  }

  /** Amount beyond the limit, Cou · (1 − limit/judged value); our definition. */
  private static Column excessMass() {
    Column share =
        lit(BigDecimal.ONE)
            .minus(
                SourceTables.LIMIT_VALUE
                    .col()
                    .cast("decimal(20,10)")
                    .divide(SourceTables.JUDGED_VALUE.col())
                    .cast("decimal(20,10)"))
            .cast("decimal(20,10)");
    return when(
        SourceTables.LOWER_LIMIT_VALUE.col().isNull(),
        Units.massInKilograms(SourceTables.POLLUTANT_CODE.col(), ReceivedTables.COU_VALUE.col())
            .multiply(share)
            .cast("decimal(18,6)"));
  }

  /** False where the value for the day limit, whose reference may differ, cannot be had. */
  static Column isConvertible(Column reference) {
    Column computable =
        SourceTables.O2_PERCENT
            .col()
            .isNotNull()
            .and(not(BasisRules.isOxygenOutOfRange(reference)));
    return when(BasisRules.isMissing(reference), false)
        .when(BasisRules.isComputed(reference), coalesce(computable, lit(false)))
        .otherwise(true);
  }

  private static Column isOutside(Column reference, Column limit, Column lowerLimit) {
    Column isAbove = coalesce(BasisRules.isAbove(reference, limit), lit(false));
    Column isBelow =
        when(lowerLimit.isNotNull(), BasisRules.value(reference).lt(lowerLimit)).otherwise(false);
    return isAbove.or(isBelow);
  }

  /** A limit of zero, and the range of pH, have no multiple. */
  private static Column hasMultiple() {
    return SourceTables.LOWER_LIMIT_VALUE
        .col()
        .isNull()
        .and(SourceTables.LIMIT_VALUE.col().gt(lit(BigDecimal.ZERO)));
  }

  private static Column timesOverLimit() {
    Column multiple =
        SourceTables.JUDGED_VALUE
            .col()
            .divide(SourceTables.LIMIT_VALUE.col())
            .minus(lit(BigDecimal.ONE));
    return least(multiple, MOST).cast("decimal(18,8)");
  }
}
