package org.dawen.air;

import java.math.BigDecimal;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;
import org.dawen.standard.AirPollutant;

/** The six concentrations of an hour; null: missing. */
record HourValues(
    @Nullable @Digits(value = 14, scale = 6) BigDecimal so2UgM3,
    @Nullable @Digits(value = 14, scale = 6) BigDecimal no2UgM3,
    @Nullable @Digits(value = 14, scale = 6) BigDecimal coMgM3,
    @Nullable @Digits(value = 14, scale = 6) BigDecimal o3UgM3,
    @Nullable @Digits(value = 14, scale = 6) BigDecimal pm10UgM3,
    @Nullable @Digits(value = 14, scale = 6) BigDecimal pm2_5UgM3) {
  static final HourValues NONE = new HourValues(null, null, null, null, null, null);

  BigDecimal of(AirPollutant pollutant) {
    return switch (pollutant) {
      case SO2 -> so2UgM3;
      case NO2 -> no2UgM3;
      case CO -> coMgM3;
      case O3 -> o3UgM3;
      case PM10 -> pm10UgM3;
      case PM2_5 -> pm2_5UgM3;
    };
  }

  Six<BigDecimal> six() {
    return new Six<>(so2UgM3, no2UgM3, coMgM3, o3UgM3, pm10UgM3, pm2_5UgM3);
  }
}
