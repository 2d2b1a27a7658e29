package org.dawen.power;

import java.time.LocalDate;
import java.util.Set;
import org.dawen.registry.Meter;
import org.dawen.registry.MeterRole;

/**
 * What the registry says about a meter in one period.
 *
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
    MeterRole role,
    String facility,
    Set<String> dependsOn,
    long rated,
    boolean isConstantLoad,
    boolean isNightShutdown,
    long fromDay,
    long toDay) {

  /** Of a row of the registry that names an enterprise. */
  static MeterFacts of(Meter meter) {
    LocalDate from = meter.period().validFrom();
    LocalDate to = meter.period().validTo();
    return new MeterFacts(
        meter.meterCode(),
        meter.enterpriseCode(),
        meter.role(),
        meter.facilityCode(),
        meter.dependsOnFacilityCode() == null ? Set.of() : Set.of(meter.dependsOnFacilityCode()),
        meter.ratedKw() == null ? 0 : Units.ofPower(meter.ratedKw()),
        Boolean.TRUE.equals(meter.isConstantLoad()),
        Boolean.TRUE.equals(meter.isNightShutdown()),
        from == null ? Long.MIN_VALUE : from.toEpochDay(),
        to == null ? Long.MAX_VALUE : to.toEpochDay());
  }

  boolean isValidOn(long day) {
    return fromDay <= day && day <= toDay;
  }

  /** Put in or taken out that day, so that its silence in a part of the day is no finding. */
  boolean beginsOrEndsOn(long day) {
    return fromDay == day || toDay == day;
  }

  MeterFacts with(Set<String> dependencies, long from, long to) {
    return new MeterFacts(
        code,
        enterprise,
        role,
        facility,
        dependencies,
        rated,
        isConstantLoad,
        isNightShutdown,
        from,
        to);
  }

  boolean isTreatmentOf(String unit) {
    return role == MeterRole.TREATMENT && unit.equals(facility);
  }

  boolean isLineOf(String unit) {
    return role == MeterRole.PRODUCTION && dependsOn.contains(unit);
  }
}
