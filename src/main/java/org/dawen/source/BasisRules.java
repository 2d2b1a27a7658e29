package org.dawen.source;

import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.dawen.intake.ReceivedTables.AVG_VALUE;
import static org.dawen.intake.ReceivedTables.ZS_AVG_VALUE;

import java.math.BigDecimal;
import org.apache.spark.sql.Column;
import org.dawen.source.SourceTables.Basis;

/**
 * Which value a limit judges: with a reference oxygen the converted mean as reported (折算), or,
 * where none was sent, Avg·(21−reference)/(21−O2), HJ 212-2017 annex D; without, the mean itself.
 * Values are compared unrounded (GB/T 8170; recalled, clause not checked).
 */
final class BasisRules {
  private static final Column OXYGEN_OF_AIR = lit(new BigDecimal("21"));

  /** The most that fits the column; no concentration comes near. */
  private static final Column MOST = lit(new BigDecimal("9999999999.9999999999"));

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

  /** True if the oxygen is known and nothing can be converted from it: negative, 21 and more. */
  static Column isOxygenOutOfRange() {
    Column o2 = SourceTables.O2_PERCENT.col();
    return isOxygenOfAir(o2).or(o2.lt(lit(BigDecimal.ZERO)));
  }

  /** True from 21 % on. */
  static Column isOxygenOfAir(Column percent) {
    return percent.geq(OXYGEN_OF_AIR);
  }

  /** The value to show, a conversion at ten decimals. Only for rows that can be judged. */
  static Column value(Column reference) {
    Column converted =
        AVG_VALUE.col().multiply(share(reference)).divide(OXYGEN_OF_AIR.minus(oxygen()));
    return when(reference.isNull(), AVG_VALUE.col().cast("decimal(20,10)"))
        .when(ZS_AVG_VALUE.col().isNotNull(), ZS_AVG_VALUE.col().cast("decimal(20,10)"))
        .otherwise(least(converted, MOST).cast("decimal(20,10)"));
  }

  /** Strictly above the limit; a conversion is compared multiplied out, so without rounding. */
  static Column isAbove(Column reference, Column limit) {
    Column measuredSide = AVG_VALUE.col().multiply(share(reference));
    Column limitSide = limit.multiply(OXYGEN_OF_AIR.minus(oxygen()));
    return when(reference.isNull(), AVG_VALUE.col().gt(limit))
        .when(ZS_AVG_VALUE.col().isNotNull(), ZS_AVG_VALUE.col().gt(limit))
        .otherwise(measuredSide.gt(limitSide));
  }

  private static Column share(Column reference) {
    return OXYGEN_OF_AIR.minus(reference);
  }

  private static Column oxygen() {
    return SourceTables.O2_PERCENT.col();
  }
}
