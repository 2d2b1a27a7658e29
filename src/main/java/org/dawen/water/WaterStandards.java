package org.dawen.water;

/** The standards by which water is judged, for the declarations of passes. */
final class WaterStandards {
  /** Classes of times, days and months. */
  static final String[] JUDGING = {
    "water_limits.csv",
    "water_judging.csv",
    "water_decimals.csv",
    "water_items.csv",
    "water_periods.csv"
  };

  /** Also states, bands and indices. */
  static final String[] ALL = {
    "water_limits.csv",
    "water_judging.csv",
    "water_decimals.csv",
    "water_items.csv",
    "water_periods.csv",
    "water_states.csv",
    "water_bands.csv",
    "water_index.csv",
    "water_tli.csv",
    "water_tli_states.csv"
  };

  private WaterStandards() {}
}
