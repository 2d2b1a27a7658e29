package org.dawen.air;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;

/** The calendar periods in which an area is judged. */
enum PeriodKind {
  MONTH(1),
  QUARTER(3),
  YEAR(12);
  private final int months;

  PeriodKind(int months) {
    this.months = months;
  }

  /** The word in tables and registry. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
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
