package org.dawen.lead;

import java.time.LocalDate;
import org.dawen.lake.Nullable;
import org.dawen.lead.AlertEvidence.ExceedanceHour;
import org.dawen.registry.Period;

/**
 * What the registry says of the outlets upstream of a section, from {@code registry.section}.
 *
 * @param outletCodes separated by {@code ;}; null: all of its county
 */
record SectionOutlets(
    String sectionCode, @Nullable String countyCode, @Nullable String outletCodes, Period period) {

  boolean holdsOn(String section, LocalDate day) {
    return sectionCode.equals(section) && period.holdsOn(day);
  }

  boolean namesOutlets() {
    return outletCodes != null && !outletCodes.isBlank();
  }

  /** Whether the outlet of an exceedance lies upstream, as far as the registry tells. */
  boolean has(ExceedanceHour hour) {
    return namesOutlets()
        ? java.util.Arrays.stream(outletCodes.split(";"))
            .map(String::strip)
            .anyMatch(hour.outletCode()::equals)
        : countyCode != null && countyCode.equals(hour.countyCode());
  }
}
