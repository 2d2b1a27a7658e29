package org.dawen.water;

import java.math.BigDecimal;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;
import org.dawen.standard.WaterClass;

/**
 * What the sections of an area say together, of a month or of a year to date.
 *
 * @param sections how many there are, and of which class
 * @param band what the area is called
 * @param index its index and rank
 */
record AreaFigures(Sections sections, Band band, Index index, boolean isProvisional) {

  /**
   * Sections by class.
   *
   * @param goodSharePercent sections of class Ⅰ to Ⅲ by those with a class, as published; null: no
   *     section has one
   */
  record Sections(
      int sectionCount,
      int judgedSectionCount,
      int goodSectionCount,
      int worseSectionCount,
      @Nullable @Digits(value = 18, scale = 10) BigDecimal goodShareUnroundedPercent,
      @Nullable @Digits(value = 5, scale = 1) BigDecimal goodSharePercent,
      @Nullable @Digits(value = 5, scale = 1) BigDecimal worseSharePercent,
      int targetSectionCount,
      int targetMetSectionCount) {}

  /**
   * What the state of the area is called.
   *
   * @param meanClass class of the mean concentrations, which judges fewer than five sections; null:
   *     shares judge, or there is no class
   */
  record Band(@Nullable String state, @Nullable WaterClass meanClass) {}

  /**
   * The index of the area (CWQI) and its place among the areas of its kind.
   *
   * @param isComparableWithLastYear both rest on the same items; null: there is no last year
   * @param isRankComparable all sections ranked have an index of the same months and the same
   *     items; null: no rank
   * @param improvementRank by the change of the index; null: none, or all sections are of class Ⅰ
   *     or Ⅱ and meet their targets, which leaves a city out of this ranking
   */
  record Index(
      int riverSectionCount,
      int lakeSectionCount,
      @Nullable @Digits(value = 18, scale = 4) BigDecimal riverCwqi,
      @Nullable @Digits(value = 18, scale = 4) BigDecimal lakeCwqi,
      @Nullable @Digits(value = 18, scale = 4) BigDecimal cwqi,
      @Nullable @Digits(value = 28, scale = 10) BigDecimal cwqiUnrounded,
      @Nullable String cwqiMissingItems,
      @Nullable @Digits(value = 18, scale = 4) BigDecimal lastYearCwqi,
      @Nullable @Digits(value = 12, scale = 2) BigDecimal cwqiChangePercent,
      @Nullable Boolean isComparableWithLastYear,
      @Nullable Integer cwqiRank,
      int rankedCount,
      @Nullable Boolean isRankComparable,
      @Nullable Integer improvementRank) {}
}
