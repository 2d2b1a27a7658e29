package org.dawen.air;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * The 8-hour ozone means of one day (臭氧8小时滑动平均). A window is named by the label of its last hour:
 * window 8 covers the hours that start at 0 to 7 o'clock. Whether a day with few windows counts is
 * not decided here.
 */
final class OzoneWindows {
  static final int HOURS_OF_DAY = 24;

  /**
   * Digits behind the point of a mean; sums have six, so rounding cannot carry a mean across a
   * limit.
   */
  static final int MEAN_DECIMALS = 10;

  private static final int HOURS_OF_WINDOW = 8;

  private OzoneWindows() {}

  /**
   * What the windows of a day give.
   *
   * @param validWindows number of windows with enough hours
   * @param largestMean largest mean of these, µg/m³, ten decimals; null without a valid window
   */
  record Summary(int validWindows, BigDecimal largestMean) {}

  /** Of a station's hours of one day, null without a value; none if the rules name no windows. */
  static Summary of(List<StationHour> hours, DayRequirements needs) {
    if (needs.firstWindowEnd() == null
        || needs.lastWindowEnd() == null
        || needs.windowHours() == null) {
      return new Summary(0, null);
    }
    BigDecimal[] concentrations = new BigDecimal[HOURS_OF_DAY];
    for (StationHour hour : hours) {
      int at = hour.hourStart().getHour();
      BigDecimal value = hour.values().o3UgM3();
      boolean isLarger =
          value != null && (concentrations[at] == null || value.compareTo(concentrations[at]) > 0);
      concentrations[at] = isLarger ? value : concentrations[at];
    }
    return summarise(
        concentrations, needs.firstWindowEnd(), needs.lastWindowEnd(), needs.windowHours());
  }

  /**
   * The same from 24 ozone hours from 0 o'clock, null = missing.
   *
   * @param firstEnd label of the last hour of the day's first window, as 8
   * @param lastEnd label of the last hour of the day's last window, as 24
   * @param minimumHours hours a valid window has at least
   */
  static Summary summarise(BigDecimal[] hours, int firstEnd, int lastEnd, int minimumHours) {
    BigDecimal[] sumBefore = new BigDecimal[HOURS_OF_DAY + 1];
    int[] countBefore = new int[HOURS_OF_DAY + 1];
    sumBefore[0] = BigDecimal.ZERO;
    for (int h = 0; h < HOURS_OF_DAY; h++) {
      boolean present = hours[h] != null;
      sumBefore[h + 1] = present ? sumBefore[h].add(hours[h]) : sumBefore[h];
      countBefore[h + 1] = countBefore[h] + (present ? 1 : 0);
    }
    int valid = 0;
    BigDecimal largest = null;
    for (int end = firstEnd; end <= lastEnd; end++) {
      int start = end - HOURS_OF_WINDOW;
      int count = countBefore[end] - countBefore[start];
      if (count < minimumHours) {
        continue;
      }
      valid++;
      BigDecimal mean =
          sumBefore[end]
              .subtract(sumBefore[start])
              .divide(BigDecimal.valueOf(count), MEAN_DECIMALS, RoundingMode.HALF_UP);
      largest = largest == null ? mean : largest.max(mean);
    }
    return new Summary(valid, largest);
  }
}
