package org.dawen.standard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;

/**
 * What a treatment facility removes (去除效率): 1 − outlet / inlet, of masses C · Q or of
 * concentrations at the reference oxygen. Kept undivided, so that nothing is rounded before it is
 * compared.
 *
 * @param inlet what enters, 0 or more
 * @param outlet what leaves, in the same unit, 0 or more
 */
public record Removal(Fraction inlet, Fraction outlet) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int DECIMALS = 4;

  /**
   * A concentration at the reference oxygen, undivided; without a reference as measured.
   *
   * @param mean measured; null: not sent
   * @param convertedMean converted by the device, which goes before the mean; null: not sent
   * @param o2Percent oxygen of the hour; null: none
   * @param referenceO2Percent null: no conversion
   * @return null if there is no mean, or the oxygen does not allow the conversion
   */
  public static Fraction concentration(
      BigDecimal mean,
      BigDecimal convertedMean,
      BigDecimal o2Percent,
      BigDecimal referenceO2Percent) {
    if (referenceO2Percent == null) {
      return mean == null ? null : Fraction.of(mean);
    }
    if (convertedMean != null) {
      return Fraction.of(convertedMean);
    }
    boolean isConvertible =
        mean != null
            && OxygenConversion.isConvertible(o2Percent)
            && OxygenConversion.isConvertible(referenceO2Percent);
    return isConvertible
        ? new Fraction(
            mean.multiply(OxygenConversion.OXYGEN_OF_AIR.subtract(referenceO2Percent)),
            OxygenConversion.OXYGEN_OF_AIR.subtract(o2Percent))
        : null;
  }

  /** The sum over hours, or over inlets. */
  public static Removal sum(Collection<Removal> parts) {
    Fraction in = Fraction.ZERO;
    Fraction out = Fraction.ZERO;
    for (Removal part : parts) {
      in = in.plus(part.inlet);
      out = out.plus(part.outlet);
    }
    return new Removal(in, out);
  }

  /** Nothing enters, so there is no efficiency. */
  public boolean hasNoInlet() {
    return inlet.numerator().signum() <= 0;
  }

  /** More leaves than enters, which no facility does: one of the two is measured wrongly. */
  public boolean isInletBelowOutlet() {
    return inlet.compareTo(outlet) < 0;
  }

  /**
   * In percent at {@value #DECIMALS} decimals, half to even.
   *
   * @return null if nothing enters, or less than leaves
   */
  public BigDecimal percent() {
    return hasNoInlet() || isInletBelowOutlet()
        ? null
        : HUNDRED
            .multiply(entering().subtract(leaving()))
            .divide(entering(), DECIMALS, RoundingMode.HALF_EVEN);
  }

  /**
   * Whether it is strictly below so many percent, compared unrounded; something must enter.
   *
   * @param percent of design, or less
   */
  public boolean isBelow(BigDecimal percent) {
    BigDecimal allowed = entering().multiply(HUNDRED.subtract(percent));
    return leaving().multiply(HUNDRED).compareTo(allowed) > 0;
  }

  /** Both over one denominator. */
  private BigDecimal entering() {
    return inlet.numerator().multiply(outlet.denominator());
  }

  private BigDecimal leaving() {
    return outlet.numerator().multiply(inlet.denominator());
  }
}
