package org.dawen.publish;

import java.time.LocalDate;
import java.time.YearMonth;

/** First and last day of a month {@code 2024-03} or a year {@code 2024}. */
final class SitePeriods {
  private static final int LETTERS_OF_A_YEAR = 4;

  private SitePeriods() {}

  static LocalDate first(String period) {
    return period.length() == LETTERS_OF_A_YEAR
        ? LocalDate.of(Integer.parseInt(period), 1, 1)
        : YearMonth.parse(period).atDay(1);
  }

  static LocalDate last(String period) {
    return period.length() == LETTERS_OF_A_YEAR
        ? LocalDate.of(Integer.parseInt(period), 12, 31)
        : YearMonth.parse(period).atEndOfMonth();
  }
}
