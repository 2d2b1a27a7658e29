package org.dawen.lead;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dawen.lake.Nullable;
import org.dawen.lake.TextOrder;
import org.dawen.registry.Period;

/**
 * Name and county of enterprises: as their outlets say, else their meters, else the vehicles they
 * own, else the machines and trucks they retired; the first in order.
 */
final class Enterprises {
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> counties = new HashMap<>();

  Enterprises(
      List<OutletEnterprise> outlets,
      List<MeterEnterprise> meters,
      List<OwnedVehicle> vehicles,
      List<RetiringOwner> retiring) {
    Map<String, String> ofOutlets = new HashMap<>();
    Map<String, String> ofMeters = new HashMap<>();
    Map<String, String> ofVehicles = new HashMap<>();
    Map<String, String> owners = new HashMap<>();
    for (OutletEnterprise o : outlets) {
      first(names, o.enterpriseCode(), o.enterpriseName());
      first(ofOutlets, o.enterpriseCode(), o.countyCode());
    }
    meters.forEach(m -> first(ofMeters, m.enterpriseCode(), m.countyCode()));
    Map<String, String> ofRetired = new HashMap<>();
    Fleets fleets = new Fleets(vehicles, outlets);
    for (Fleets.Member m : fleets.members()) {
      first(owners, m.enterprise(), m.owner());
      first(ofVehicles, m.enterprise(), m.county());
    }
    for (RetiringOwner r : retiring) {
      if (r.owner() != null) {
        first(owners, fleets.enterpriseOf(r.owner()), r.owner());
        first(ofRetired, fleets.enterpriseOf(r.owner()), r.countyCode());
      }
    }
    owners.forEach(names::putIfAbsent);
    counties.putAll(ofOutlets);
    ofMeters.forEach(counties::putIfAbsent);
    ofVehicles.forEach(counties::putIfAbsent);
    ofRetired.forEach(counties::putIfAbsent);
  }

  /** Keeps the first text in order of each enterprise. */
  private static void first(Map<String, String> texts, String enterprise, String text) {
    if (enterprise != null && text != null) {
      texts.merge(enterprise, text, (a, b) -> TextOrder.compare(a, b) <= 0 ? a : b);
    }
  }

  /** Null: not known. */
  String name(String enterprise) {
    return names.get(enterprise);
  }

  /** Null: not known. */
  String county(String enterprise) {
    return counties.get(enterprise);
  }

  /** Whose an outlet is, from {@code registry.outlet}. */
  record OutletEnterprise(
      @Nullable String enterpriseCode,
      @Nullable String enterpriseName,
      @Nullable String countyCode) {}

  /** Whose a meter is, from {@code registry.meter}. */
  record MeterEnterprise(@Nullable String enterpriseCode, @Nullable String countyCode) {}

  /** Who retired a machine or truck, from {@code diesel.doubtful_retirement}. */
  record RetiringOwner(@Nullable String owner, @Nullable String countyCode) {}

  /** Whose a vehicle is in a period, from {@code registry.vehicle}. */
  record OwnedVehicle(
      String vin, @Nullable String owner, @Nullable String countyCode, Period period) {}
}
