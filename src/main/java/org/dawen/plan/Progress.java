package org.dawen.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;
import org.dawen.registry.PlanWords;

/**
 * The progress of a number of the plan.
 *
 * @param aim what is to be reached
 * @param periodStart first day of the period that the value covers: the plan's year, or a quarter
 *     or month
 * @param soFarValue value so far; null: no value was reported
 * @param reachedPercent share of the way that is behind; null: the number is no amount of work
 * @param proof where the value comes from
 * @param timeGonePercent share of the days from {@code periodStart} to the due day that are gone
 * @param neededValue distance from the value to the number; null: one of them is missing
 * @param projectedValue the value on the due day at today's rate; null: no rate judges
 * @param failedPeriodCount quarters or months that are over and did not reach the number
 * @param unreportedPeriodCount those without a reported value
 */
record Progress(
    Aim aim,
    LocalDate periodStart,
    @Nullable @Digits(value = 28, scale = 10) BigDecimal soFarValue,
    @Nullable @Digits(value = 28, scale = 2) BigDecimal reachedPercent,
    Proof proof,
    State state,
    State.Reason stateReason,
    @Digits(value = 9, scale = 2) BigDecimal timeGonePercent,
    @Nullable @Digits(value = 28, scale = 10) BigDecimal neededValue,
    @Nullable @Digits(value = 28, scale = 10) BigDecimal projectedValue,
    int failedPeriodCount,
    int unreportedPeriodCount) {

  /** The number, as the registry has it. */
  record Aim(
      String measureNo,
      String titleZh,
      String titleEn,
      String projectZh,
      String projectEn,
      @Nullable String departments,
      PlanWords.Strength strength,
      PlanWords.Comparator comparator,
      @Nullable @Digits(value = 18, scale = 4) BigDecimal targetValue,
      @Nullable @Digits(value = 18, scale = 4) BigDecimal targetMaxValue,
      String unit,
      PlanWords.JudgedEach judgedEach,
      LocalDate dueDay,
      PlanWords.DueFrom dueFrom) {}

  /**
   * Where a value comes from.
   *
   * @param sourceText the selection, as it can be asked for in SQL; null: no table
   * @param sourceRowCount rows it rests on; null: no table
   * @param entryDay day of the entry; null: no entry
   * @param documentNo document of the entry
   * @param isProvisional a row it rests on is provisional
   * @param fileId the entry's file, else that of the number in the registry
   */
  record Proof(
      PlanWords.SourceKind sourceKind,
      @Nullable String sourceTable,
      @Nullable String sourceColumn,
      @Nullable String sourceText,
      @Nullable Integer sourceRowCount,
      @Nullable LocalDate entryDay,
      @Nullable String documentNo,
      boolean isProvisional,
      String fileId,
      long recordNo) {}
}
