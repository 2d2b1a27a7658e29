package org.dawen.power;

import java.math.BigDecimal;
import org.dawen.lake.Trouble;
import org.dawen.run.Settings;

/**
 * Screening thresholds of this room, all ours.
 *
 * @param defaultIntervalMinutes length of an interval whose neighbours are missing, min
 * @param longestIntervalMinutes neighbours further apart do not tell the length, min
 * @param plausibleTimesRated mean power above rated power times this is not plausible
 */
record PowerThresholds(
    int defaultIntervalMinutes, int longestIntervalMinutes, BigDecimal plausibleTimesRated) {
  static final String DEFAULT_INTERVAL_MINUTES = "power.default_interval_minutes";
  static final String LONGEST_INTERVAL_MINUTES = "power.longest_interval_minutes";
  static final String PLAUSIBLE_TIMES_RATED = "power.plausible_times_rated";

  /** Refuses lengths and factors of zero and below. */
  PowerThresholds {
    requirePositive(DEFAULT_INTERVAL_MINUTES, BigDecimal.valueOf(defaultIntervalMinutes));
    requirePositive(LONGEST_INTERVAL_MINUTES, BigDecimal.valueOf(longestIntervalMinutes));
    requirePositive(PLAUSIBLE_TIMES_RATED, plausibleTimesRated);
  }

  static PowerThresholds of(Settings settings) {
    return new PowerThresholds(
        settings.whole(DEFAULT_INTERVAL_MINUTES),
        settings.whole(LONGEST_INTERVAL_MINUTES),
        settings.decimal(PLAUSIBLE_TIMES_RATED));
  }

  private static void requirePositive(String key, BigDecimal value) {
    if (value.signum() <= 0) {
      throw Trouble.usage(
          "The setting '%s' is %s.".formatted(key, value.toPlainString()),
          "Give a number above zero.");
    }
  }
}
