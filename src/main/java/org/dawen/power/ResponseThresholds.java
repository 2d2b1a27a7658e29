package org.dawen.power;

import java.math.BigDecimal;
import java.util.List;
import org.dawen.run.Settings;

/**
 * How answers to alerts are judged, all ours.
 *
 * @param fewestCleanDays days a baseline has at least, in every hour
 * @param leastCoveragePercent share of the alert's hours that must be judgeable
 * @param runningPercent share of its rated power above which a meter runs
 * @param runningMinutes minutes above it that break a stop
 */
record ResponseThresholds(
    int fewestCleanDays,
    BigDecimal leastCoveragePercent,
    BigDecimal runningPercent,
    int runningMinutes) {
  private static final String FEWEST_CLEAN_DAYS = "power.response.fewest_clean_days";
  private static final String LEAST_COVERAGE = "power.response.least_coverage_percent";
  private static final String RUNNING_PERCENT = "power.response.running_percent";
  private static final String RUNNING_MINUTES = "power.response.running_minutes";
  static final List<String> KEYS =
      List.of(FEWEST_CLEAN_DAYS, LEAST_COVERAGE, RUNNING_PERCENT, RUNNING_MINUTES);

  static ResponseThresholds of(Settings settings) {
    settings.withoutNegative(KEYS);
    return new ResponseThresholds(
        settings.whole(FEWEST_CLEAN_DAYS),
        settings.decimal(LEAST_COVERAGE),
        settings.decimal(RUNNING_PERCENT),
        settings.whole(RUNNING_MINUTES));
  }
}
