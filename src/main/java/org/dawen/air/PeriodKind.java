package org.dawen.air;

import java.time.LocalDate;
import java.time.YearMonth;

/** The calendar periods in which an area is judged. */
enum PeriodKind {
  MONTH("month", 1),
  QUARTER("quarter", 3),
  YEAR("year", 12);

  private final String word;
  private final int months;

  PeriodKind(String word, int months) {
    this.word = word;
    this.months = months;
  }

  /** The word in tables and registry. */
  @Override
  public String toString() {
    return word;
  }

  /** First month of the period a month lies in. */
  YearMonth firstMonth(YearMonth month) {
    return YearMonth.of(month.getYear(), (month.getMonthValue() - 1) / months * months + 1);
  }

  LocalDate firstDay(LocalDate day) {
    return firstMonth(YearMonth.from(day)).atDay(1);
  }

  LocalDate lastDay(LocalDate day) {
    return firstMonth(YearMonth.from(day)).plusMonths(months - 1L).atEndOfMonth();
  }
}
