package org.dawen.source;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * An hour of a factor that is due or was received.
 *
 * @param received what was received; null: nothing
 * @param flow flow of the outlet in the hour; null: not sent, or not judgeable
 */
record DueHour(LocalDateTime start, HourOfOutlet received, BigDecimal flow) {
  LocalDate day() {
    return start.toLocalDate();
  }

  boolean isReceived() {
    return received != null;
  }

  boolean isShut() {
    return received != null && received.isShutDown();
  }

  boolean isValid() {
    return received != null && received.isJudgeable() && !isShut();
  }

  /** Mass of an hour that may be judged; null: none. */
  BigDecimal massKg() {
    return received != null && received.isJudgeable() ? received.massKg() : null;
  }

  /**
   * What the day's mean is made of: the day limit may be for another reference oxygen than what the
   * hour's does; null: there is no such value.
   */
  BigDecimal dayValue() {
    if (!isValid()) {
      return null;
    }
    if (received.dayLimit().isSet()) {
      BigDecimal reference = received.dayLimit().dayReferenceO2Percent();
      MeasuredValue measured = received.measured();
      return measured.isConvertible(reference) ? measured.value(reference) : null;
    }
    return received.judgedValue() != null ? received.judgedValue() : received.avgValue();
  }

  /** Whether {@link #dayValue} is converted to a reference oxygen. */
  boolean isConverted() {
    return received.dayLimit().isSet()
        ? received.dayLimit().dayReferenceO2Percent() != null
        : received.valueBasis() != null && received.valueBasis() != MeasuredValue.Basis.AVG;
  }
}
