package org.dawen.air;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/** The rank of an area among the areas of its kind. */
@OfTable(
    name = "air.ranking_month",
    grain =
        "One row as in air.area_month: the area's rank among the areas of its kind. Counties and"
            + " zones are one kind.",
    sources = {"air.area_month"},
    warnings = {
      "Ranks of an open period are preliminary",
      "Last year's index is that of its whole period, also while this year's is open"
    })
public record RankingMonth(
    @Key AreaKind areaKind,
    @Key String areaCode,
    @Nullable String areaName,
    @Key PeriodKind periodKind,
    @Key Dust dust,
    @Key @Day LocalDate monthStart,
    @Nullable Integer rankNo,
    int rankedCount,
    @Nullable String unrankedBecause,
    @Nullable @Digits(value = 8, scale = 2) BigDecimal indexToDate,
    @Nullable @Digits(value = 18, scale = 10) BigDecimal indexToDateUnrounded,
    boolean isValid,
    Change change,
    @Nullable Integer improvementRank,
    @Nullable @Digits(value = 8, scale = 2) BigDecimal distanceUp,
    @Nullable @Digits(value = 8, scale = 2) BigDecimal distanceDown,
    Falls falls) {

  /** What became of the index since last year; all null without one of last year. */
  record Change(
      @Nullable @Digits(value = 8, scale = 2) BigDecimal lastYearIndex,
      @Nullable @Digits(value = 8, scale = 2) BigDecimal indexChange,
      @Nullable @Digits(value = 18, scale = 10) BigDecimal indexChangePercent,
      @Nullable Boolean isComparable) {
    static final Change NONE = new Change(null, null, null, null);
  }

  /** By how much each item alone must fall to reach the next better rank; null: none is better. */
  record Falls(
      @Nullable @Digits(value = 18, scale = 6) BigDecimal so2FallUgM3,
      @Nullable @Digits(value = 18, scale = 6) BigDecimal no2FallUgM3,
      @Nullable @Digits(value = 18, scale = 6) BigDecimal coFallMgM3,
      @Nullable @Digits(value = 18, scale = 6) BigDecimal o3_8hFallUgM3,
      @Nullable @Digits(value = 18, scale = 6) BigDecimal pm10FallUgM3,
      @Nullable @Digits(value = 18, scale = 6) BigDecimal pm2_5FallUgM3) {}
}
