package org.dawen.power;

/**
 * Which day a finding belongs to. It is the day on which it begins, and it is followed to the end
 * of the next day; one that lasts longer continues with one finding a day. So a day's findings
 * follow from two days before it to one day after it, and nothing is found twice.
 */
final class FindingDays {
  static final int BEFORE = 2;
  static final int AFTER = 1;
  static final long DAY = 86_400;

  private FindingDays() {}

  /** Where the window of a day begins, civil seconds. */
  static long from(long day) {
    return (day - BEFORE) * DAY;
  }

  /** Where it ends, not included. */
  static long to(long day) {
    return (day + 1 + AFTER) * DAY;
  }

  /**
   * The part of something lasting that belongs to a day: from its beginning to the end of the next
   * day if it begins that day; the day itself if it began two days before or earlier; else null.
   */
  static long[] partOf(long day, long from, long to) {
    long midnight = day * DAY;
    if (from >= midnight && from < midnight + DAY) {
      return new long[] {from, Math.min(to, midnight + 2 * DAY)};
    }
    if (from < midnight - DAY && to > midnight) {
      return new long[] {midnight, Math.min(to, midnight + DAY)};
    }
    return null;
  }

  /** It goes on after the part, or as far as the day can see. */
  static boolean isOpen(long day, long to, long[] part) {
    return to > part[1] || to >= to(day);
  }
}
