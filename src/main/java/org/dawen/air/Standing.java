package org.dawen.air;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dawen.registry.Target;

/**
 * Where an area is at the end of a day in a period to date.
 *
 * @param latest the area's day
 * @param indexNow index of the published figures so far, as published; null: an item is missing
 * @param indexUnrounded the same, ten decimals
 * @param items the targets of the area for this kind of period
 */
record Standing(
    AreaDayFigures latest,
    PeriodKind kind,
    Dust dust,
    BigDecimal indexNow,
    BigDecimal indexUnrounded,
    List<OfTarget> items) {

  /**
   * The figure a target is about.
   *
   * @param validDays valid days so far
   * @param sum of their values
   * @param figure so far, unrounded; null: no valid day
   * @param figureBefore the same a day before
   * @param dayValue value of the day; null: not valid
   * @param aboveLeft days left that may lie above the target; null: a mean judges
   * @param countsDays whether days are counted and no mean judges
   */
  record OfTarget(
      Target target,
      int validDays,
      BigDecimal sum,
      BigDecimal figure,
      BigDecimal figureBefore,
      BigDecimal dayValue,
      Integer aboveLeft,
      boolean countsDays) {}

  LocalDate day() {
    return latest.dataDay();
  }

  LocalDate periodEnd() {
    return kind.lastDay(day());
  }

  int daysLeft() {
    return (int) (periodEnd().toEpochDay() - day().toEpochDay());
  }
}
