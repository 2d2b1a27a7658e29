package org.dawen.source;

import java.math.BigDecimal;
import org.dawen.standard.Fraction;
import org.dawen.standard.Removal;

/**
 * Inlet or outlet of a treatment facility in one hour.
 *
 * @param value the concentration
 * @param o2Percent oxygen measured with it; null: none
 * @param flowM3 m³ of the hour; null: not known
 */
record TreatmentSide(TreatedHour value, BigDecimal o2Percent, BigDecimal flowM3) {
  private static final String OF_GAS = "mg/m3";
  private static final String OF_WATER = "mg/L";

  /** Null: the concentration was not received. */
  static TreatmentSide of(HoursOfGroup hours, String outlet, TreatmentFactors factors) {
    TreatedHour value = factors == null ? null : hours.at(outlet, factors.concentration());
    if (value == null) {
      return null;
    }
    TreatedHour oxygen =
        factors.isNumbered() && factors.oxygen() != null
            ? hours.at(outlet, factors.oxygen())
            : null;
    BigDecimal o2 =
        factors.isNumbered()
            ? oxygen == null || oxygen.reasonAgainst() != null ? null : oxygen.hour().avgValue()
            : value.hour().o2Percent();
    return new TreatmentSide(
        value, o2, TreatmentFactors.cubicMetres(hours.at(outlet, factors.flow())));
  }

  /** By flag or mark, or because nothing flows. */
  boolean isShutDown() {
    return value.hour().isShutDown() || flowM3 != null && flowM3.signum() == 0;
  }

  /**
   * Unit of the concentration. Where none is known (NH3 and numbered inlets, whose unit the annex
   * does not print or prints wrongly) mg/m³ of gas and mg/L of water are meant.
   */
  String unit() {
    boolean isWater =
        value.hour().pollutantCode().startsWith("w")
            || value.hour().pollutantCode().startsWith("e");
    return value.hour().unit() != null
        ? Units.spelled(value.hour().unit())
        : isWater ? OF_WATER : OF_GAS;
  }

  /** C · Q in kilograms; null: no mean, no flow, or a unit that is no mass in a volume. */
  BigDecimal massKg() {
    BigDecimal perCubicMetre = Units.kilogramsPerCubicMetre(unit());
    return value.hour().avgValue() == null || flowM3 == null || perCubicMetre == null
        ? null
        : value.hour().avgValue().multiply(flowM3).multiply(perCubicMetre);
  }

  /** At the reference oxygen; null: cannot be had. */
  Fraction concentration(BigDecimal reference) {
    return Removal.concentration(
        value.hour().avgValue(), value.hour().zsAvgValue(), o2Percent, reference);
  }
}
