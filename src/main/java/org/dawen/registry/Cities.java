package org.dawen.registry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The city of each county. */
public final class Cities {
  private static final int DIGITS_OF_CITY = 4;

  private final Set<String> counties;
  private final Map<String, String> cities = new HashMap<>();

  /** By rows of the registry; of several cities of one county the first in order counts. */
  public Cities(List<County> rows) {
    counties = rows.stream().map(County::countyCode).collect(Collectors.toSet());
    rows.stream()
        .filter(c -> c.cityCode() != null && !c.cityCode().isEmpty())
        .forEach(
            c -> cities.merge(c.countyCode(), c.cityCode(), (a, b) -> a.compareTo(b) <= 0 ? a : b));
  }

  /** Whether the registry has a county, with or without its city. */
  public boolean hasCounty(String county) {
    return counties.contains(county);
  }

  /** The city by the registry, else by the first digits of the county's code (GB/T 2260). */
  public String of(String county) {
    String city = cities.get(county);
    return city != null
        ? city
        : county.substring(0, Math.min(DIGITS_OF_CITY, county.length())) + "00";
  }
}
