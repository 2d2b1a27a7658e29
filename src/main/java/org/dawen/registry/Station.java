package org.dawen.registry;

import org.dawen.lake.Nullable;

/**
 * An air station over one period, from {@code registry.station}.
 *
 * @param isEvaluation whether it counts in the evaluation of its areas; null: not told, it does
 * @param unmonitoredItems items not monitored by plan, joined by {@code ;}; null: none
 */
public record Station(
    String stationCode,
    @Nullable String countyCode,
    @Nullable String townshipCode,
    @Nullable String cityCode,
    @Nullable Boolean isEvaluation,
    @Nullable String unmonitoredItems,
    Period period) {

  public boolean countsInEvaluation() {
    return isEvaluation == null || isEvaluation;
  }
}
