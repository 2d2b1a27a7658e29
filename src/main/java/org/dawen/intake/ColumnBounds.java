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
    air(AirPollutant.SO2, ReceivedTables.SO2_UG_M3);
    air(AirPollutant.NO2, ReceivedTables.NO2_UG_M3);
    air(AirPollutant.CO, ReceivedTables.CO_MG_M3);
    air(AirPollutant.O3, ReceivedTables.O3_UG_M3, ReceivedTables.O3_8H_UG_M3);
    air(AirPollutant.PM10, ReceivedTables.PM10_UG_M3);
    air(AirPollutant.PM2_5, ReceivedTables.PM2_5_UG_M3);
    meter("energy", ReceivedTables.ENERGY_KWH);
    meter("register", ReceivedTables.REGISTER_KWH);
    meter("power", ReceivedTables.POWER_KW);
    meter(
        "current",
        ReceivedTables.CURRENT_A,
        ReceivedTables.IA_A,
        ReceivedTables.IB_A,
        ReceivedTables.IC_A);
    meter(
        "voltage",
        ReceivedTables.VOLTAGE_V,
        ReceivedTables.UA_V,
        ReceivedTables.UB_V,
        ReceivedTables.UC_V);
  }

  private ColumnBounds() {}

  private static void air(AirPollutant pollutant, Column... columns) {
    put(ImpossibleValues.of(Medium.AIR, pollutant.name(), pollutant.unit()), columns);
  }

  private static void meter(String item, Column... columns) {
    put(ImpossibleValues.of(Medium.METER, item, null), columns);
  }

  private static void put(Bounds bounds, Column... columns) {
    for (Column column : columns) {
      BY_COLUMN.put(column.name(), bounds);
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
