package org.dawen.air;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Days of one area in one year for tests, in order; its kind of area has days to each month's end.
 */
final class AreaYear {
  final List<AreaDayFigures> days = new ArrayList<>();
  final Map<YearMonth, LocalDate> lastOfKind = new TreeMap<>();

  /** Adds a day with the same values with and without dust. */
  AreaYear add(LocalDate day, Six<BigDecimal> values, Integer aqi) {
    return add(day, values, values.pm10(), values.pm25(), aqi);
  }

  AreaYear add(
      LocalDate day,
      Six<BigDecimal> values,
      BigDecimal pm10WithoutDust,
      BigDecimal pm25WithoutDust,
      Integer aqi) {
    days.add(
        new AreaDayFigures(
            AreaKind.COUNTY,
            "C1",
            null,
            day,
            DayValues.of(values),
            pm10WithoutDust,
            pm25WithoutDust,
            null,
            aqi,
            aqi));
    lastOfKind.put(YearMonth.from(day), YearMonth.from(day).atEndOfMonth());
    return this;
  }

  /** Six values in the order SO2, NO2, CO, O3, PM10, PM2.5; empty is null. */
  static Six<BigDecimal> values(String... texts) {
    return Six.of(
        item -> {
          String text = texts[Six.ITEMS.indexOf(item)];
          return text.isEmpty() ? null : new BigDecimal(text);
        });
  }
}
