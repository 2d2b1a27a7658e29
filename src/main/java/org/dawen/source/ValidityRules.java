package org.dawen.source;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static org.dawen.intake.ReceivedTables.AVG_VALUE;
import static org.dawen.intake.ReceivedTables.DATA_FLAG;
import static org.dawen.intake.ReceivedTables.ZS_AVG_VALUE;

import java.math.BigDecimal;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.source.SourceTables.Unjudgeable;

/** Whether a value may be judged at all. */
final class ValidityRules {
  private static final int LEAST_VALID_MINUTES = 45;

  private ValidityRules() {}

  /** True for a known number of valid minutes that makes no hour mean; −1: not known. */
  static boolean isTooFew(int validMinutes) {
    return validMinutes >= 0 && validMinutes < LEAST_VALID_MINUTES;
  }

  /**
   * Adds {@code is_judgeable} and the first reason against it: the flag of HJ 212-2017 table 8, the
   * enterprise's mark, a missing value, oxygen that does not allow the conversion the limit asks
   * for, an impossible value, a limit in another unit.
   */
  static Dataset<Row> attachJudgeability(Dataset<Row> hours) {
    Column reference = referenceOfVerdict();
    Column isConverted = reference.isNotNull();
    Column isNegative =
        Units.isNeverNegative(SourceTables.UNIT.col())
            .and(
                coalesce(AVG_VALUE.col().lt(lit(BigDecimal.ZERO)), lit(false))
                    .or(coalesce(ZS_AVG_VALUE.col().lt(lit(BigDecimal.ZERO)), lit(false))));
    Column reason =
        when(DATA_FLAG.col().isNull(), Unjudgeable.FLAG_MISSING.name())
            .when(DATA_FLAG.col().notEqual(PacketRules.NORMAL), Unjudgeable.FLAG_NOT_NORMAL.name())
            .when(SourceTables.MARK_KIND.col().isNotNull(), Unjudgeable.MARKED.name())
            .when(hasTooFewMinutes(), Unjudgeable.MINUTES_TOO_FEW.name())
            .when(hasAbnormalMinutes(), Unjudgeable.MINUTES_ABNORMAL.name())
            .when(BasisRules.isMissing(reference), Unjudgeable.VALUE_MISSING.name())
            .when(
                isConverted.and(BasisRules.isOxygenOutOfRange(reference)).or(isOxygenOfAir()),
                Unjudgeable.O2_OUT_OF_RANGE.name())
            .when(
                BasisRules.isComputed(reference).and(SourceTables.O2_PERCENT.col().isNull()),
                Unjudgeable.O2_MISSING.name())
            .when(isNegative, Unjudgeable.NEGATIVE_VALUE.name())
            .when(
                not(coalesce(col(LimitRules.HAS_UNIT_OF_VALUES), lit(true))),
                Unjudgeable.LIMIT_UNIT_MISMATCH.name());
    return hours
        .withColumn(SourceTables.UNJUDGEABLE_REASON.name(), reason)
        .withColumn(
            SourceTables.IS_JUDGEABLE.name(), SourceTables.UNJUDGEABLE_REASON.col().isNull());
  }

  /** An oxygen of 21 % and more is no reading of flue gas; the row of the oxygen itself. */
  private static Column isOxygenOfAir() {
    return SourceTables.POLLUTANT_CODE
        .col()
        .equalTo(PacketRules.OXYGEN)
        .and(coalesce(BasisRules.isOxygenOfAir(AVG_VALUE.col()), lit(false)));
  }

  /** Flue gas: an hour mean needs 45 valid minutes, HJ 212-2017 annex D, HJ 75-2017. */
  private static Column hasTooFewMinutes() {
    return SourceTables.MEDIUM
        .col()
        .equalTo("gas")
        .and(coalesce(SourceTables.VALID_MINUTES.col().lt(lit(LEAST_VALID_MINUTES)), lit(false)));
  }

  /** Waste water: one abnormal minute record makes the hour abnormal, HJ 212-2017 annex D. */
  private static Column hasAbnormalMinutes() {
    return SourceTables.MEDIUM
        .col()
        .equalTo("water")
        .and(coalesce(col(HourRow.ABNORMAL_MINUTE_RECORDS).gt(lit(0)), lit(false)));
  }

  /** Reference oxygen of the hour limit, or of the day limit where there is no other. */
  static Column referenceOfVerdict() {
    return when(SourceTables.LIMIT_ID.col().isNotNull(), SourceTables.REFERENCE_O2_PERCENT.col())
        .otherwise(SourceTables.DAY_REFERENCE_O2_PERCENT.col());
  }
}
