package org.dawen.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;

/** The columns that may be selected of tables with many columns or rows. */
final class SourceViews {
  private SourceViews() {}

  /** A day of an area, from {@code air.area_day}. */
  record AirDay(
      String areaKind,
      String areaCode,
      LocalDate dataDay,
      @Nullable Integer aqi,
      @Nullable String className,
      @Nullable @Digits(value = 18, scale = 10) BigDecimal pm2_5UgM3,
      @Nullable @Digits(value = 18, scale = 10) BigDecimal pm10UgM3,
      @Nullable @Digits(value = 18, scale = 10) BigDecimal o3_8hUgM3) {}

  /** A month of an area, from {@code air.area_month}. */
  record AirMonth(
      String areaKind,
      String areaCode,
      String periodKind,
      String dust,
      LocalDate monthStart,
      @Nullable @Digits(value = 18, scale = 10) BigDecimal pm2_5MeanUgM3,
      int heavyPollutionDays,
      @Nullable @Digits(value = 18, scale = 10) BigDecimal goodDayPercent) {}

  /** A posting of the indicator pool, from {@code pool.entry}. */
  record PoolPosting(
      long entryNo,
      int copyNo,
      String kind,
      int postingNo,
      LocalDate dataDay,
      String verdict,
      @Nullable String pollutantCode,
      @Nullable String fromAccount,
      @Nullable String toAccount,
      boolean isCityShare,
      @Digits(value = 18, scale = 4) BigDecimal massT,
      @Nullable @Digits(value = 18, scale = 4) BigDecimal certifiedChangeT,
      @Nullable Integer reductionYear,
      @Nullable String countyCode) {}
}
