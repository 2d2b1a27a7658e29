package org.dawen.source;

import java.math.BigDecimal;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;
import org.dawen.registry.RemovalBasis;
import org.dawen.registry.TreatmentLink;

/**
 * Whose a treatment facility is, and what the registry says of it.
 *
 * @param facilityCode the facility, or its meter; null: not told
 */
record Facility(
    @Nullable String enterpriseCode,
    @Nullable String countyCode,
    @Nullable String facilityCode,
    @Nullable String treatmentProcess,
    RemovalBasis removalBasis,
    @Nullable @Digits(value = 9, scale = 4) BigDecimal designRemovalPercent) {

  static Facility of(TreatmentLink link, HourOfOutlet hour) {
    return new Facility(
        hour.enterpriseCode(),
        hour.countyCode(),
        link.facilityCode(),
        link.treatmentProcess(),
        link.removalBasis(),
        link.designRemovalPercent());
  }
}
