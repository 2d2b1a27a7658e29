package org.dawen.air;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.dawen.standard.AirPollutant;

/** Something of each of the six pollutants. */
record Six<T>(T so2, T no2, T co, T o3, T pm10, T pm25) {
  /** The pollutants in the order in which tables and texts name them. */
  static final List<AirPollutant> ITEMS =
      List.of(
          AirPollutant.SO2,
          AirPollutant.NO2,
          AirPollutant.CO,
          AirPollutant.O3,
          AirPollutant.PM10,
          AirPollutant.PM2_5);

  static <T> Six<T> of(Function<AirPollutant, T> each) {
    return new Six<>(
        each.apply(AirPollutant.SO2),
        each.apply(AirPollutant.NO2),
        each.apply(AirPollutant.CO),
        each.apply(AirPollutant.O3),
        each.apply(AirPollutant.PM10),
        each.apply(AirPollutant.PM2_5));
  }

  T of(AirPollutant pollutant) {
    return switch (pollutant) {
      case SO2 -> so2;
      case NO2 -> no2;
      case CO -> co;
      case O3 -> o3;
      case PM10 -> pm10;
      case PM2_5 -> pm25;
    };
  }

  <U> Six<U> map(Function<T, U> change) {
    return new Six<>(
        change.apply(so2),
        change.apply(no2),
        change.apply(co),
        change.apply(o3),
        change.apply(pm10),
        change.apply(pm25));
  }

  /** Labels of the pollutants for which something holds, joined; null: of none. */
  String labels(BiFunction<AirPollutant, T, Boolean> holds, String between) {
    StringBuilder labels = new StringBuilder();
    for (AirPollutant item : ITEMS) {
      if (holds.apply(item, of(item))) {
        labels.append(labels.isEmpty() ? "" : between).append(item.label());
      }
    }
    return labels.isEmpty() ? null : labels.toString();
  }
}
