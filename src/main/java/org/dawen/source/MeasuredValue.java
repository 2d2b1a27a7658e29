package org.dawen.source;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.dawen.standard.OxygenConversion;

/**
 * Which value a limit judges: with a reference oxygen the converted mean as reported (折算), or,
 * where none was sent, the mean converted ({@link OxygenConversion}); without, the mean itself.
 * Values are compared unrounded (GB/T 8170; recalled, clause not checked).
 *
 * @param avg mean; null: not sent
 * @param zsAvg converted mean; null: not sent
 * @param o2Percent oxygen of the hour; null: none
 */
record MeasuredValue(BigDecimal avg, BigDecimal zsAvg, BigDecimal o2Percent) {
  /** The most that fits the column; no concentration comes near. */
  static final BigDecimal MOST = new BigDecimal("9999999999.9999999999");

  /** Which of the reported values is judged. */
  enum Basis {
    /** The mean as measured: the limit has no reference oxygen. */
    AVG,
    /** The mean the device has converted to the reference oxygen. */
    ZS_AVG,
    /** The mean converted here, because the device sent no converted one. */
    ZS_COMPUTED
  }

  /** By the reference oxygen of the limit; null: as measured. */
  Basis basis(BigDecimal reference) {
    if (reference == null) {
      return Basis.AVG;
    }
    return zsAvg != null ? Basis.ZS_AVG : Basis.ZS_COMPUTED;
  }

  /** No mean was sent, nor a converted mean where that would suffice. */
  boolean isMissing(BigDecimal reference) {
    return avg == null && (reference == null || zsAvg == null);
  }

  /**
   * The oxygen is known and nothing can be converted from it, or the limit asks for an oxygen
   * nothing can be converted to: negative, 21 and more.
   */
  boolean isOxygenOutOfRange(BigDecimal reference) {
    return isOutOfRange(o2Percent) || isOutOfRange(reference);
  }

  private static boolean isOutOfRange(BigDecimal percent) {
    return percent != null && !OxygenConversion.isConvertible(percent);
  }

  /** Whether there is a value to compare with a limit of this reference oxygen. */
  boolean isConvertible(BigDecimal reference) {
    return !isMissing(reference)
        && (basis(reference) != Basis.ZS_COMPUTED
            || o2Percent != null && !isOxygenOutOfRange(reference));
  }

  /** The value to show, at ten decimals; null: there is none. */
  BigDecimal value(BigDecimal reference) {
    BigDecimal value =
        switch (basis(reference)) {
          case AVG -> avg;
          case ZS_AVG -> zsAvg;
          case ZS_COMPUTED -> OxygenConversion.toReference(avg, o2Percent, reference);
        };
    return value == null
        ? null
        : value.min(MOST).setScale(OxygenConversion.DECIMALS, RoundingMode.HALF_UP);
  }

  /** Strictly above the limit; a conversion is compared multiplied out, so without rounding. */
  private boolean isAbove(BigDecimal reference, BigDecimal limit) {
    return switch (basis(reference)) {
      case AVG -> avg.compareTo(limit) > 0;
      case ZS_AVG -> zsAvg.compareTo(limit) > 0;
      case ZS_COMPUTED ->
          Boolean.TRUE.equals(OxygenConversion.exceeds(avg, o2Percent, reference, limit));
    };
  }

  /**
   * Above the upper limit, or below the lower one; equal complies.
   *
   * @param limit null: there is only a lower one
   * @param lowerLimit null: there is only an upper one
   */
  boolean isOutside(BigDecimal reference, BigDecimal limit, BigDecimal lowerLimit) {
    return limit != null && isAbove(reference, limit)
        || lowerLimit != null && value(reference).compareTo(lowerLimit) < 0;
  }
}
