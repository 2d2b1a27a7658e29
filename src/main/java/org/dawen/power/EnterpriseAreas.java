package org.dawen.power;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dawen.intake.Provenance;
import org.dawen.lake.Nullable;
import org.dawen.registry.Cities;
import org.dawen.registry.County;
import org.dawen.registry.Meter;

/** County and city of enterprises. */
final class EnterpriseAreas {
  private final Map<String, String> countyByMeters = new HashMap<>();
  private final Map<String, String> countyByOutlets = new HashMap<>();
  private final Cities cities;

  EnterpriseAreas(List<Meter> meters, List<OutletSite> outlets, List<County> counties) {
    meters.forEach(m -> note(countyByMeters, m.enterpriseCode(), m.countyCode()));
    outlets.forEach(o -> note(countyByOutlets, o.enterpriseCode(), o.countyCode()));
    cities = new Cities(counties);
  }

  /** Of several the first in order, so that chance does not decide. */
  private static void note(Map<String, String> areas, String of, String area) {
    if (of != null && area != null) {
      areas.merge(of, area, (a, b) -> Provenance.compareTexts(a, b) <= 0 ? a : b);
    }
  }

  /** As its meters say, else its outlets; null: nobody says. */
  String county(String enterprise) {
    String county = countyByMeters.get(enterprise);
    return county != null ? county : countyByOutlets.get(enterprise);
  }

  /** The city of a county, by the registry, else by the code of the county (GB/T 2260). */
  String city(String county) {
    return cities.of(county);
  }

  /** Enterprise and county of an outlet, from {@code registry.outlet}. */
  record OutletSite(@Nullable String enterpriseCode, @Nullable String countyCode) {}
}
