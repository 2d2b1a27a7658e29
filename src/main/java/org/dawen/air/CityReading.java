package org.dawen.air;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dawen.intake.Provenance;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;

/** A record of a city's day as received, from {@code received.air_city_day}. */
record CityReading(
    String cityCode,
    @Nullable String cityName,
    LocalDate dataDay,
    @Nullable @Digits(value = 14, scale = 6) BigDecimal so2UgM3,
    @Nullable @Digits(value = 14, scale = 6) BigDecimal no2UgM3,
    @Nullable @Digits(value = 14, scale = 6) BigDecimal coMgM3,
    @Nullable @Digits(value = 14, scale = 6) BigDecimal o3_8hUgM3,
    @Nullable @Digits(value = 14, scale = 6) BigDecimal pm10UgM3,
    @Nullable @Digits(value = 14, scale = 6) BigDecimal pm2_5UgM3,
    Provenance provenance) {

  Six<BigDecimal> six() {
    return new Six<>(so2UgM3, no2UgM3, coMgM3, o3_8hUgM3, pm10UgM3, pm2_5UgM3);
  }
}
