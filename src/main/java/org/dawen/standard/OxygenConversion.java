package org.dawen.standard;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Converts a concentration to the reference oxygen of its limit (折算): C · (21 − O2ref) / (21 − O2),
 * HJ 212-2017 annex D and the emission standards.
 */
public final class OxygenConversion {

  /** Decimals of a converted concentration; judged values are never rounded before comparison. */
  public static final int DECIMALS = 10;

  /** Oxygen of air, %. */
  public static final BigDecimal OXYGEN_OF_AIR = BigDecimal.valueOf(21);

  private OxygenConversion() {}

  /** Whether an oxygen content in % can be converted from: 0 or more and below 21. */
  public static boolean isConvertible(BigDecimal o2Percent) {
    return o2Percent != null && o2Percent.signum() >= 0 && o2Percent.compareTo(OXYGEN_OF_AIR) < 0;
  }

  /**
   * The converted concentration, half to even at {@value #DECIMALS} decimals.
   *
   * @param concentration measured, any unit; null = none
   * @param o2Percent measured oxygen, %
   * @param referenceO2Percent reference oxygen, %; null = no conversion, the concentration itself
   * @return in the unit given; null without concentration, or if the oxygen is missing, or either
   *     oxygen is negative, or 21 and more
   */
  public static BigDecimal toReference(
      BigDecimal concentration, BigDecimal o2Percent, BigDecimal referenceO2Percent) {
    if (concentration == null || referenceO2Percent == null) {
      return concentration;
    }
    return isConvertible(o2Percent) && isConvertible(referenceO2Percent)
        ? concentration
            .multiply(OXYGEN_OF_AIR.subtract(referenceO2Percent))
            .divide(OXYGEN_OF_AIR.subtract(o2Percent), DECIMALS, RoundingMode.HALF_EVEN)
        : null;
  }

  /**
   * Whether the converted concentration is above a limit, compared without division and so without
   * rounding. Equal to the limit complies.
   *
   * @param concentration measured, in the unit of the limit; null = none
   * @param o2Percent measured oxygen, %
   * @param referenceO2Percent reference oxygen, %; null = no conversion
   * @param limit the limit
   * @return null where {@link #toReference} gives null
   */
  public static Boolean exceeds(
      BigDecimal concentration,
      BigDecimal o2Percent,
      BigDecimal referenceO2Percent,
      BigDecimal limit) {
    if (concentration == null) {
      return null;
    }
    if (referenceO2Percent == null) {
      return concentration.compareTo(limit) > 0;
    }
    if (!isConvertible(o2Percent) || !isConvertible(referenceO2Percent)) {
      return null;
    }
    BigDecimal measuredSide = concentration.multiply(OXYGEN_OF_AIR.subtract(referenceO2Percent));
    BigDecimal limitSide = limit.multiply(OXYGEN_OF_AIR.subtract(o2Percent));
    return measuredSide.compareTo(limitSide) > 0;
  }
}
