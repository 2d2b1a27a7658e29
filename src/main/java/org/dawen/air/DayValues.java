package org.dawen.air;

import java.math.BigDecimal;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;

/** The six concentrations of an area's day, unrounded; null: not valid. */
record DayValues(
    @Nullable @Digits(value = 18, scale = 10) BigDecimal so2UgM3,
    @Nullable @Digits(value = 18, scale = 10) BigDecimal no2UgM3,
    @Nullable @Digits(value = 18, scale = 10) BigDecimal coMgM3,
    @Nullable @Digits(value = 18, scale = 10) BigDecimal o3_8hUgM3,
    @Nullable @Digits(value = 18, scale = 10) BigDecimal pm10UgM3,
    @Nullable @Digits(value = 18, scale = 10) BigDecimal pm2_5UgM3) {

  static DayValues of(Six<BigDecimal> six) {
    return new DayValues(six.so2(), six.no2(), six.co(), six.o3(), six.pm10(), six.pm25());
  }

  Six<BigDecimal> six() {
    return new Six<>(so2UgM3, no2UgM3, coMgM3, o3_8hUgM3, pm10UgM3, pm2_5UgM3);
  }
}
