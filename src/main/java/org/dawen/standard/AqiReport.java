package org.dawen.standard;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An air quality index with what belongs to it.
 *
 * @param indices the indices of the pollutants
 * @param aqi the largest of them; null if all are missing
 * @param primaryPollutants pollutants whose index is the largest, in naming order; empty if the
 *     index is not above 50 or null
 * @param aqiClass class of the index; null if the index is null
 * @param publishedAbove with an item missing the index is published only above this; null = always
 */
public record AqiReport(
    PollutantIndices indices,
    Integer aqi,
    List<AirPollutant> primaryPollutants,
    AqiClass aqiClass,
    Integer publishedAbove) {

  /** The primary pollutants joined by {@code +}, as in {@code PM2.5+O3}; empty if none. */
  public String primaryLabel() {
    return primaryPollutants.size() == 1
        ? primaryPollutants.get(0).label()
        : primaryPollutants.stream().map(AirPollutant::label).collect(Collectors.joining("+"));
  }

  /**
   * The index as published: null (NA) if an item is missing and the index of the others does not
   * exceed 100, HJ 633-2026 5.3.1. Class and primary pollutants are published with it or not at
   * all.
   *
   * @param exempt items that do not count as missing, HJ 633-2026 5.3.2: not monitored by plan, and
   *     no day in three years on which they were the primary pollutant of a pollution
   */
  public Integer publishedAqi(Set<AirPollutant> exempt) {
    if (aqi == null || publishedAbove == null || aqi > publishedAbove) {
      return aqi;
    }
    return exempt.containsAll(indices.missing()) ? aqi : null;
  }
}
