package org.dawen.intake;

import java.util.HashMap;
import java.util.Map;
import org.dawen.lake.Column;
import org.dawen.standard.AirPollutant;
import org.dawen.standard.ImpossibleValues;
import org.dawen.standard.ImpossibleValues.Bounds;
import org.dawen.standard.ImpossibleValues.Medium;

/** Which numbers of CSV feeds are impossible, by the column that takes them. */
final class ColumnBounds {
  /** Of the air quality index a publisher gives with the values. */
  static final Bounds AQI = ImpossibleValues.of(Medium.AIR, "AQI", null);

  private static final Map<String, Bounds> BY_COLUMN = new HashMap<>();

  static {
    air(AirPollutant.SO2, "so2_ug_m3");
    air(AirPollutant.NO2, "no2_ug_m3");
    air(AirPollutant.CO, "co_mg_m3");
    air(AirPollutant.O3, "o3_ug_m3", "o3_8h_ug_m3");
    air(AirPollutant.PM10, "pm10_ug_m3");
    air(AirPollutant.PM2_5, "pm2_5_ug_m3");
    meter("energy", "energy_kwh");
    meter("register", "register_kwh");
    meter("power", "power_kw");
    meter("current", "current_a", "ia_a", "ib_a", "ic_a");
    meter("voltage", "voltage_v", "ua_v", "ub_v", "uc_v");
    noise("level", "leq_db", "l10_db", "l50_db", "l90_db", "lmax_db", "lmin_db");
    noise("level", "ld_db", "ln_db", "ldn_db");
    noise("wind", "wind_m_s");
    noise("rain", "rain_mm");
  }

  private ColumnBounds() {}

  private static void air(AirPollutant pollutant, String... columns) {
    put(ImpossibleValues.of(Medium.AIR, pollutant.name(), pollutant.unit()), columns);
  }

  private static void meter(String item, String... columns) {
    put(ImpossibleValues.of(Medium.METER, item, null), columns);
  }

  private static void noise(String item, String... columns) {
    put(ImpossibleValues.of(Medium.NOISE, item, null), columns);
  }

  private static void put(Bounds bounds, String... columns) {
    for (String column : columns) {
      BY_COLUMN.put(column, bounds);
    }
  }

  /**
   * The bounds of what a column takes.
   *
   * @throws IllegalArgumentException for a column that takes no measured value
   */
  static Bounds of(Column column) {
    Bounds bounds = BY_COLUMN.get(column.name());
    if (bounds == null) {
      throw new IllegalArgumentException("No bounds are known for column " + column.name() + ".");
    }
    return bounds;
  }
}
