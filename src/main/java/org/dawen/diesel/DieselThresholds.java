package org.dawen.diesel;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dawen.lake.Trouble;
import org.dawen.run.Settings;

/** Screening thresholds of this room, all ours; their names are in {@code jobs/nightly.yaml}. */
final class DieselThresholds {
  static final String TRIP_GAP_SECONDS = "diesel.trip_gap_seconds";
  static final String REFILL_PERCENT = "diesel.refill_percent";

  /** What the screening declares: every threshold of its rules, and what a refill is. */
  static final String[] ANOMALY_KEYS = {
    REFILL_PERCENT,
    "diesel.nox_stuck_seconds",
    "diesel.nox_stuck_fuel_deviation_l_h",
    "diesel.nox_equal_share",
    "diesel.nox_equal_seconds",
    "diesel.low_conversion_share",
    "diesel.low_conversion_seconds",
    "diesel.low_conversion_nox_up_ppm",
    "diesel.nox_high_share",
    "diesel.nox_high_hot_seconds",
    "diesel.nox_invalid_share",
    "diesel.nox_invalid_hot_seconds",
    "diesel.urea_static_percent",
    "diesel.urea_static_km",
    "diesel.urea_low_percent",
    "diesel.urea_very_low_percent",
    "diesel.urea_low_seconds",
    "diesel.urea_empty_seconds",
    "diesel.temp_stuck_seconds",
    "diesel.temp_stuck_torque_span_percent",
    "diesel.temp_implausible_seconds",
    "diesel.vin_twice_metres",
    "diesel.mil_on_days",
    "diesel.mil_on_km",
    "diesel.offline_gap_seconds",
    "diesel.offline_km",
    "diesel.gps_frozen_seconds",
    "diesel.received_share",
    "diesel.received_trip_seconds"
  };

  /** What ranks the watch list. */
  static final String[] WATCH = {
    "diesel.watch_days",
    "diesel.repeat_days",
    "diesel.weight_tampered",
    "diesel.weight_blocked",
    "diesel.weight_broken",
    "diesel.weight_data_quality"
  };

  /** Days before the day judged that rules over several days look at. */
  static final int DAYS_BACK = 30;

  private final Map<String, BigDecimal> values = new LinkedHashMap<>();

  private DieselThresholds() {}

  /** Refuses what is no number or below zero. */
  static DieselThresholds of(Settings settings, String... keys) {
    DieselThresholds thresholds = new DieselThresholds();
    settings.withoutNegative(List.of(keys));
    for (String key : keys) {
      thresholds.values.put(key, settings.decimal(key));
    }
    return thresholds;
  }

  /** Refuses what is no whole number from one to another: tables reach no further back. */
  void requireWhole(String shortKey, int least, int most) {
    BigDecimal value = number(shortKey);
    boolean isWhole = value.stripTrailingZeros().scale() <= 0;
    if (!isWhole
        || value.compareTo(BigDecimal.valueOf(least)) < 0
        || value.compareTo(BigDecimal.valueOf(most)) > 0) {
      throw Trouble.usage("settings.diesel", shortKey, value.toPlainString(), least, most);
    }
  }

  /** The value as it is written in the settings. */
  String text(String shortKey) {
    return number(shortKey).toPlainString();
  }

  /** The value of {@code diesel.<shortKey>}. */
  BigDecimal number(String shortKey) {
    BigDecimal value = values.get("diesel." + shortKey);
    if (value == null) {
      throw new IllegalStateException("no threshold diesel." + shortKey);
    }
    return value;
  }
}
