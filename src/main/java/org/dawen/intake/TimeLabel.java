package org.dawen.intake;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.YearMonth;

/**
 * The label of a time as it is written: the date it names, and the second of that date, 86,400 for
 * 24:00. What 0:00 means is left open, and so is whether day and month are in their places.
 *
 * @param day the date as written; of a mixed label the one that day and month would give if they
 *     changed places, null if that is not known
 * @param second second of the date, 0 to 86,400
 * @param isMixed the date does not exist as written, but would with day and month swapped
 */
record TimeLabel(LocalDate day, int second, boolean isMixed) {
  static final int DAY_SECONDS = 86_400;
  private static final int LAST_MONTH = 12;

  static TimeLabel of(LocalDate day, int second) {
    return new TimeLabel(day, second, false);
  }

  static TimeLabel of(LocalDateTime time) {
    return of(time.toLocalDate(), time.toLocalTime().toSecondOfDay());
  }

  static TimeLabel mixed(LocalDate day, int second) {
    return new TimeLabel(day, second, true);
  }

  /** The time; 24:00 is 0:00 of the next day. */
  LocalDateTime time() {
    return day.atStartOfDay().plusSeconds(second);
  }

  boolean isStartOfDay() {
    return second == 0;
  }

  /** The end of the date instead of its start. */
  TimeLabel asEndOfDay() {
    return of(day, DAY_SECONDS);
  }

  /** The date with day and month swapped, or as it is if that gives none. */
  LocalDate swappedDay() {
    return isMixed || day.getDayOfMonth() > LAST_MONTH
        ? day
        : LocalDate.of(day.getYear(), day.getDayOfMonth(), day.getMonthValue());
  }

  /** The date, or null if there is none. */
  static LocalDate dayOrNull(int year, int month, int day) {
    boolean isDay =
        year >= 1
            && year <= Year.MAX_VALUE
            && month >= 1
            && month <= LAST_MONTH
            && day >= 1
            && day <= YearMonth.of(year, month).lengthOfMonth();
    return isDay ? LocalDate.of(year, month, day) : null;
  }
}
