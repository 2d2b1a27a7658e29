package org.dawen.registry;

import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/**
 * An air station over one period, from {@code registry.station}.
 *
 * @param isEvaluation whether it counts in the evaluation of its areas; null: not told, it does
 * @param unmonitoredItems items not monitored by plan, joined by {@code ;}; null: none
 */
@OfTable(
    name = "registry.station",
    grain = "One row per air station and period.",
    withoutDay = "valid_from to valid_to",
    sources = "landing/registry/stations.csv")
public record Station(
    @Key String stationCode,
    String name,
    @Nullable String countyCode,
    @Nullable String townshipCode,
    @Nullable String cityCode,
    @Nullable Boolean isEvaluation,
    @Nullable String unmonitoredItems,
    Period period,
    String fileId,
    long recordNo) {

  public boolean countsInEvaluation() {
    return isEvaluation == null || isEvaluation;
  }
}
