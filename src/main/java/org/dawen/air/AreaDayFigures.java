package org.dawen.air;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;

/** What periods need of an area's day, from {@code air.area_day}. */
record AreaDayFigures(
    AreaKind areaKind,
    String areaCode,
    @Nullable String areaName,
    LocalDate dataDay,
    DayValues values,
    @Nullable @Digits(value = 18, scale = 10) BigDecimal pm10WithoutDustUgM3,
    @Nullable @Digits(value = 18, scale = 10) BigDecimal pm2_5WithoutDustUgM3,
    @Nullable String primaryPollutant,
    @Nullable Integer aqiPublished,
    @Nullable Integer aqiPublishedWithoutDust) {

  /** The values with or without the hours under dust. */
  Six<BigDecimal> values(Dust dust) {
    Six<BigDecimal> all = values.six();
    return dust == Dust.INCLUDED
        ? all
        : new Six<>(
            all.so2(), all.no2(), all.co(), all.o3(), pm10WithoutDustUgM3, pm2_5WithoutDustUgM3);
  }

  /** The six-item AQI as published; null: none. */
  Integer aqi(Dust dust) {
    return dust == Dust.INCLUDED ? aqiPublished : aqiPublishedWithoutDust;
  }
}
