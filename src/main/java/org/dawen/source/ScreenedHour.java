package org.dawen.source;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/**
 * An hour of a pollutant with a limit as screening sees it.
 *
 * @param flow amount of the outlet's flow in the hour with flag N; null: none
 * @param totalNitrogen mean of total nitrogen in the hour with flag N; null: none
 */
record ScreenedHour(HourOfOutlet hour, BigDecimal flow, BigDecimal totalNitrogen) {
  LocalDateTime at() {
    return hour.hourStart();
  }

  BigDecimal mean() {
    return hour.avgValue();
  }

  BigDecimal judged() {
    return hour.judgedValue();
  }

  /** The hour limit, or the day limit where there is no other. */
  BigDecimal limit() {
    return hour.limit().limitValue() != null
        ? hour.limit().limitValue()
        : hour.dayLimit().dayLimitValue();
  }

  /** The reference oxygen of the hour limit, or of the day limit where there is no other. */
  BigDecimal reference() {
    return hour.limit().referenceO2Percent() != null
        ? hour.limit().referenceO2Percent()
        : hour.dayLimit().dayReferenceO2Percent();
  }

  boolean isNormal() {
    return hour.isNormal();
  }

  boolean isNormalAndAboveZero() {
    return isNormal() && mean() != null && mean().signum() > 0;
  }

  boolean isNormalAndNotNegative() {
    return isNormal() && mean() != null && mean().signum() >= 0;
  }

  /** Whether it is the hour after another. */
  boolean follows(ScreenedHour other) {
    return other.at().plusHours(1).equals(at());
  }
}
