package org.dawen.plan;

import java.util.Locale;

/** How a number of the plan stands on a day. */
public enum State {
  /** The number is reached; before it is due, as of that day. */
  MET,
  /** Not yet reached or not yet due, and by what is known it will be. */
  ON_THE_WAY,
  /** By today's rate, or by today's value, it ends short. */
  AT_RISK,
  /** Due and not reached, or it can no longer be reached. */
  MISSED,
  /** No value was reported, or the last report is too old. */
  NO_REPORT,
  /** The plan names no number, and none was entered: nothing to judge by. */
  NO_NUMBER;

  /** The word in tables. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Why a number is in its state. */
  enum Reason {
    /** The value satisfies the comparator. */
    REACHED,
    /** Value and time gone, carried on to the due day, satisfy it, or do not. */
    BY_RATE,
    /** Too little of the time is gone for a rate. */
    TOO_EARLY_FOR_A_RATE,
    /** The value moves freely and is compared as it is now. */
    BY_VALUE_NOW,
    /** It is above a number that it must equal, or may not pass, and only adds up. */
    PASSED,
    /** The due day has come. */
    DUE,
    /** Reached after the due day. */
    REACHED_LATE,
    /** A quarter or month that is over did not reach it. */
    A_PERIOD_FAILED,
    /** A quarter or month that is over has no reported value. */
    A_PERIOD_WITHOUT_REPORT,
    /** All quarters or months so far reached it. */
    PERIODS_REACHED,
    /** No row or entry has a value. */
    NOTHING_REPORTED,
    /** The last entry is older than {@code plan.entry_valid_days}. */
    REPORT_TOO_OLD,
    /** The number itself is missing. */
    NUMBER_MISSING;

    /** The word in tables. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
