package org.dawen.power;

import java.math.BigDecimal;
import java.util.List;
import org.dawen.run.Settings;

/**
 * Screening thresholds of this room, all ours.
 *
 * @param defaultIntervalMinutes length of an interval whose neighbours are missing, min
 * @param longestIntervalMinutes neighbours further apart do not tell the length, min
 * @param plausibleTimesRated mean power above rated power times this is not plausible
 * @param powerFactor of a power that only voltages and currents tell
 */
record PowerThresholds(
    int defaultIntervalMinutes,
    int longestIntervalMinutes,
    BigDecimal plausibleTimesRated,
    BigDecimal powerFactor) {
  static final String DEFAULT_INTERVAL_MINUTES = "power.default_interval_minutes";
  static final String LONGEST_INTERVAL_MINUTES = "power.longest_interval_minutes";
  static final String PLAUSIBLE_TIMES_RATED = "power.plausible_times_rated";
  static final String POWER_FACTOR = "power.power_factor";
  static final List<String> KEYS =
      List.of(
          DEFAULT_INTERVAL_MINUTES, LONGEST_INTERVAL_MINUTES, PLAUSIBLE_TIMES_RATED, POWER_FACTOR);

  /** Refuses lengths and factors of zero and below. */
  static PowerThresholds of(Settings settings) {
    settings.withPositive(KEYS);
    return new PowerThresholds(
        settings.whole(DEFAULT_INTERVAL_MINUTES),
        settings.whole(LONGEST_INTERVAL_MINUTES),
        settings.decimal(PLAUSIBLE_TIMES_RATED),
        settings.decimal(POWER_FACTOR));
  }

  /** Above this a mean power is not plausible. */
  BigDecimal mostPlausibleKw(BigDecimal ratedKw) {
    return ratedKw.multiply(plausibleTimesRated);
  }

  /** Its power counts: nothing is against it, and it is no mean over hours. */
  boolean isUsable(Quality quality, BigDecimal intervalMinutes) {
    return quality.isUsable()
        && intervalMinutes.compareTo(BigDecimal.valueOf(longestIntervalMinutes)) <= 0;
  }
}
