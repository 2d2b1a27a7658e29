package org.dawen.source;

import java.math.BigDecimal;
import java.util.List;
import org.dawen.run.Settings;

/**
 * Screening thresholds of {@code source.treatment_finding}; ours, in jobs/nightly.yaml.
 *
 * @param lowRemovalHours hours of a day with an efficiency below design
 * @param lowRemovalPoints percentage points by which it must be below
 * @param slipHours hours of a day with too much ammonia and NOx just below its limit
 * @param nearLimitShare share of its limit from which NOx is just below it
 */
record TreatmentThresholds(
    int lowRemovalHours, BigDecimal lowRemovalPoints, int slipHours, BigDecimal nearLimitShare) {
  private static final String PREFIX = "source.treatment.";
  private static final String LOW_HOURS = PREFIX + "low_removal_hours";
  private static final String LOW_POINTS = PREFIX + "low_removal_points";
  private static final String SLIP_HOURS = PREFIX + "slip_hours";
  private static final String NEAR_SHARE = PREFIX + "nox_near_limit_share";

  static final List<String> KEYS = List.of(LOW_HOURS, LOW_POINTS, SLIP_HOURS, NEAR_SHARE);

  static TreatmentThresholds of(Settings s) {
    s.withoutNegative(KEYS);
    return new TreatmentThresholds(
        s.whole(LOW_HOURS), s.decimal(LOW_POINTS), s.whole(SLIP_HOURS), s.decimal(NEAR_SHARE));
  }
}
