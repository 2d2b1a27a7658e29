package org.dawen.air;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/** An area in a month, its quarter to date or its year to date. */
@OfTable(
    name = "air.area_month",
    grain =
        "One row per area, month, kind of period (the month, its quarter and its year to date) and"
            + " treatment of dust.",
    sources = {"air.area_day"},
    warnings = {
      "An open period tells about the days so far",
      "Weights of the index and percentiles are recalled, not checked against the texts",
      "A year to date is judged by the limits in force in its last month"
    })
public record AreaMonth(
    @Key AreaKind areaKind,
    @Key String areaCode,
    @Nullable String areaName,
    @Key PeriodKind periodKind,
    @Key Dust dust,
    @Key @Day LocalDate monthStart,
    LocalDate periodStart,
    LocalDate lastDay,
    ValidDays validDays,
    Figures figures,
    Published published,
    @Nullable @Digits(value = 18, scale = 10) BigDecimal pmRatio,
    Index index,
    ClassDays classDays,
    boolean isValid,
    @Nullable String notValidBecause,
    @Nullable String limitsOf) {

  /** Days with a valid value. */
  record ValidDays(
      int so2ValidDays,
      int no2ValidDays,
      int coValidDays,
      int o3ValidDays,
      int pm10ValidDays,
      int pm2_5ValidDays) {
    static ValidDays of(PeriodFigures figures) {
      Six<Integer> days = Six.of(figures::dayCount);
      return new ValidDays(days.so2(), days.no2(), days.co(), days.o3(), days.pm10(), days.pm25());
    }
  }

  /** Means and percentiles, unrounded. */
  record Figures(
      @Nullable @Digits(value = 18, scale = 10) BigDecimal so2MeanUgM3,
      @Nullable @Digits(value = 18, scale = 10) BigDecimal no2MeanUgM3,
      @Nullable @Digits(value = 18, scale = 10) BigDecimal coP95MgM3,
      @Nullable @Digits(value = 18, scale = 10) BigDecimal o3_8hP90UgM3,
      @Nullable @Digits(value = 18, scale = 10) BigDecimal pm10MeanUgM3,
      @Nullable @Digits(value = 18, scale = 10) BigDecimal pm2_5MeanUgM3) {
    static Figures of(PeriodFigures figures) {
      Six<BigDecimal> six = Six.of(figures::figure);
      return new Figures(six.so2(), six.no2(), six.co(), six.o3(), six.pm10(), six.pm25());
    }
  }

  /** The figures as published. */
  record Published(
      @Nullable @Digits(value = 8, scale = 0) BigDecimal so2PublishedUgM3,
      @Nullable @Digits(value = 8, scale = 0) BigDecimal no2PublishedUgM3,
      @Nullable @Digits(value = 8, scale = 1) BigDecimal coP95PublishedMgM3,
      @Nullable @Digits(value = 8, scale = 0) BigDecimal o3_8hP90PublishedUgM3,
      @Nullable @Digits(value = 8, scale = 0) BigDecimal pm10PublishedUgM3,
      @Nullable @Digits(value = 8, scale = 0) BigDecimal pm2_5PublishedUgM3) {
    static Published of(PeriodFigures figures) {
      Six<BigDecimal> six = Six.of(figures::published);
      return new Published(six.so2(), six.no2(), six.co(), six.o3(), six.pm10(), six.pm25());
    }
  }

  /** The composite index and its parts; all null without an index to date. */
  record Index(
      @Nullable @Digits(value = 8, scale = 2) BigDecimal compositeIndex,
      @Nullable @Digits(value = 18, scale = 10) BigDecimal compositeIndexUnrounded,
      @Nullable @Digits(value = 8, scale = 2) BigDecimal indexToDate,
      @Nullable @Digits(value = 18, scale = 10) BigDecimal indexToDateUnrounded,
      @Nullable @Digits(value = 18, scale = 10) BigDecimal so2SingleIndex,
      @Nullable @Digits(value = 18, scale = 10) BigDecimal no2SingleIndex,
      @Nullable @Digits(value = 18, scale = 10) BigDecimal coSingleIndex,
      @Nullable @Digits(value = 18, scale = 10) BigDecimal o3SingleIndex,
      @Nullable @Digits(value = 18, scale = 10) BigDecimal pm10SingleIndex,
      @Nullable @Digits(value = 18, scale = 10) BigDecimal pm2_5SingleIndex,
      @Nullable String mainPollutant) {
    static final Index NONE =
        new Index(null, null, null, null, null, null, null, null, null, null, null);
  }

  /**
   * Days by class of the six-item AQI as published.
   *
   * @param goodDayPercent days of class 1 or 2 by all days with a class; null: no day has one
   */
  record ClassDays(
      int excellentDays,
      int goodDays,
      int lightlyPollutedDays,
      int moderatelyPollutedDays,
      int heavilyPollutedDays,
      int severelyPollutedDays,
      int heavyPollutionDays,
      @Nullable @Digits(value = 18, scale = 10) BigDecimal goodDayPercent,
      @Nullable @Digits(value = 5, scale = 1) BigDecimal goodDayPublishedPercent) {}
}
