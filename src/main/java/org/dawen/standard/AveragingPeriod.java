package org.dawen.standard;

import java.util.Locale;

/** Averaging time of an ambient air limit, GB 3095 table 1 and 2. */
public enum AveragingPeriod {
  YEAR,
  QUARTER,
  DAY,
  /** Largest 8-hour mean of a day; ozone only. */
  DAY_MAX_8H,
  HOUR;

  /** The word used in the standard tables. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The period behind a word of the standard tables.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static AveragingPeriod ofWord(String word) {
    for (AveragingPeriod period : values()) {
      if (period.word().equals(word)) {
        return period;
      }
    }
    throw new IllegalArgumentException("'" + word + "' is no averaging period.");
  }
}
