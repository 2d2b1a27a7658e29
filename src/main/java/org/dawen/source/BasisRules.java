package org.dawen.source;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;
import static org.dawen.intake.ReceivedTables.AVG_VALUE;
import static org.dawen.intake.ReceivedTables.ZS_AVG_VALUE;

import java.math.BigDecimal;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.dawen.source.SourceTables.Basis;
import org.dawen.standard.OxygenConversion;

/**
 * Which value a limit judges: with a reference oxygen the converted mean as reported (折算), or,
 * where none was sent, the mean converted ({@link OxygenConversion}); without, the mean itself.
 * Values are compared unrounded (GB/T 8170; recalled, clause not checked).
 */
final class BasisRules {
  /** The most that fits the column; no concentration comes near. */
  private static final BigDecimal MOST = new BigDecimal("9999999999.9999999999");

  private static final UserDefinedFunction IS_CONVERTIBLE =
      udf((UDF1<BigDecimal, Boolean>) OxygenConversion::isConvertible, DataTypes.BooleanType);
  private static final UserDefinedFunction TO_REFERENCE =
      udf(
          (UDF3<BigDecimal, BigDecimal, BigDecimal, BigDecimal>) BasisRules::toReference,
          DataTypes.createDecimalType(20, OxygenConversion.DECIMALS));
  private static final UserDefinedFunction EXCEEDS =
      udf(
          (UDF4<BigDecimal, BigDecimal, BigDecimal, BigDecimal, Boolean>) OxygenConversion::exceeds,
          DataTypes.BooleanType);

  private BasisRules() {}

  /** One of {@link Basis}, by the reference oxygen of the limit. */
  static Column basis(Column reference) {
    return when(reference.isNull(), Basis.AVG.name())
        .when(ZS_AVG_VALUE.col().isNotNull(), Basis.ZS_AVG.name())
        .otherwise(Basis.ZS_COMPUTED.name());
  }

  /** True if the conversion has to be done here. */
  static Column isComputed(Column reference) {
    return reference.isNotNull().and(ZS_AVG_VALUE.col().isNull());
  }

  /** True if neither the mean nor, where it would do, the converted mean was sent. */
  static Column isMissing(Column reference) {
    return AVG_VALUE.col().isNull().and(reference.isNull().or(ZS_AVG_VALUE.col().isNull()));
  }

  /**
   * True if the oxygen is known and nothing can be converted from it, or if the limit asks for an
   * oxygen nothing can be converted to: negative, 21 and more.
   */
  static Column isOxygenOutOfRange(Column reference) {
    return isOutOfRange(SourceTables.O2_PERCENT.col()).or(isOutOfRange(reference));
  }

  private static Column isOutOfRange(Column percent) {
    return percent.isNotNull().and(not(IS_CONVERTIBLE.apply(percent)));
  }

  /** True from 21 % on. */
  static Column isOxygenOfAir(Column percent) {
    return percent.geq(lit(OxygenConversion.OXYGEN_OF_AIR));
  }

  /** The value to show, a conversion at ten decimals. Only for rows that can be judged. */
  static Column value(Column reference) {
    return when(reference.isNull(), AVG_VALUE.col().cast("decimal(20,10)"))
        .when(ZS_AVG_VALUE.col().isNotNull(), ZS_AVG_VALUE.col().cast("decimal(20,10)"))
        .otherwise(TO_REFERENCE.apply(AVG_VALUE.col(), SourceTables.O2_PERCENT.col(), reference));
  }

  private static BigDecimal toReference(
      BigDecimal concentration, BigDecimal o2Percent, BigDecimal referenceO2Percent) {
    BigDecimal converted =
        OxygenConversion.toReference(concentration, o2Percent, referenceO2Percent);
    return converted == null ? null : converted.min(MOST);
  }

  /** Strictly above the limit; a conversion is compared multiplied out, so without rounding. */
  static Column isAbove(Column reference, Column limit) {
    return when(reference.isNull(), AVG_VALUE.col().gt(limit))
        .when(ZS_AVG_VALUE.col().isNotNull(), ZS_AVG_VALUE.col().gt(limit))
        .otherwise(EXCEEDS.apply(AVG_VALUE.col(), SourceTables.O2_PERCENT.col(), reference, limit));
  }
}
