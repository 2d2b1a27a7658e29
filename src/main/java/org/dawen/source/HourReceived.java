package org.dawen.source;

/**
 * What was received of an outlet in an hour. A pollutant that is shut down (flag F, mark) is not
 * due in that hour, and an hour in which all are shut down does not count; it is valid if every
 * other one that is due is judgeable. Of an outlet without limits all that it sent is due.
 */
final class HourReceived {
  private int limited;
  private int shut;
  private int valid;
  private int validInTime;
  private boolean isAllShut = true;
  private boolean isAllValid = true;
  private boolean isAllValidInTime = true;
  private boolean tellsReceipt;
  private boolean isInTime;

  void add(TransmittedHour hour) {
    boolean isShut = hour.isShutDown();
    boolean wasValidInTime = hour.wasValidInTime();
    if (hour.isLimited()) {
      limited++;
      shut += isShut ? 1 : 0;
      valid += hour.isJudgeable() ? 1 : 0;
      validInTime += wasValidInTime ? 1 : 0;
    }
    isAllShut &= isShut;
    isAllValid &= hour.isJudgeable() || isShut;
    isAllValidInTime &= wasValidInTime || isShut;
    tellsReceipt |= hour.firstReceivedAt() != null;
    isInTime |= hour.flagInTime() != null;
  }

  boolean isShut() {
    return limited == 0 ? isAllShut : shut == limited;
  }

  /**
   * Whether each pollutant due is valid.
   *
   * @param due their number; 0: the outlet has no limits
   */
  boolean isValid(int due) {
    return due == 0 ? isAllValid : valid + shut >= due;
  }

  boolean tellsReceipt() {
    return tellsReceipt;
  }

  /** Whether anything was received by 13:00 of the next day. */
  boolean isInTime() {
    return isInTime;
  }

  /** As {@link #isValid}, as received by then. */
  boolean isValidInTime(int due) {
    return isInTime && (due == 0 ? isAllValidInTime : validInTime + shut >= due);
  }
}
