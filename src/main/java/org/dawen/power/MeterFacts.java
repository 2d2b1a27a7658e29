package org.dawen.power;

import java.io.Serializable;
import java.util.Set;

/**
 * What the registry says about a meter in one period.
 *
 * @param role production, treatment, total or office
 * @param facility the equipment it measures; null: not told
 * @param dependsOn treatment facilities this production equipment depends on
 * @param rated rated power in 0.0001 kW; 0: not told
 * @param isConstantLoad its load does not vary
 * @param isNightShutdown it must not produce at night
 * @param fromDay first day of validity, days since 1970
 * @param toDay last day of validity, days since 1970
 */
record MeterFacts(
    String code,
    String enterprise,
    String role,
    String facility,
    Set<String> dependsOn,
    long rated,
    boolean isConstantLoad,
    boolean isNightShutdown,
    long fromDay,
    long toDay)
    implements Serializable {

  static final String PRODUCTION = "production";
  static final String TREATMENT = "treatment";

  boolean isValidOn(long day) {
    return fromDay <= day && day <= toDay;
  }

  /** Put in or taken out that day, so that its silence in a part of the day is no finding. */
  boolean beginsOrEndsOn(long day) {
    return fromDay == day || toDay == day;
  }

  MeterFacts between(long from, long to) {
    return new MeterFacts(
        code,
        enterprise,
        role,
        facility,
        dependsOn,
        rated,
        isConstantLoad,
        isNightShutdown,
        from,
        to);
  }

  boolean isOf(String otherRole, String otherFacility) {
    return otherRole.equals(role) && otherFacility.equals(facility);
  }
}
