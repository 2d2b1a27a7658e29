package org.dawen.standard;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * The indices of the six pollutants (空气质量分指数), each 0 to 500; null = item missing. Ozone has one
 * index: that of 8 hours, of one hour, or the larger of both, as the rules say.
 */
public record PollutantIndices(
    Integer pm25, Integer pm10, Integer so2, Integer no2, Integer co, Integer o3) {

  /** The index of one pollutant; null = missing. */
  public Integer of(AirPollutant pollutant) {
    return switch (pollutant) {
      case PM2_5 -> pm25;
      case PM10 -> pm10;
      case SO2 -> so2;
      case NO2 -> no2;
      case CO -> co;
      case O3 -> o3;
    };
  }

  /** The largest index; null if all are missing. */
  public Integer largest() {
    Integer largest = null;
    for (AirPollutant pollutant : Aqi.NAMING_ORDER) {
      Integer index = of(pollutant);
      if (index != null && (largest == null || index > largest)) {
        largest = index;
      }
    }
    return largest;
  }

  /** The pollutants without an index. */
  public Set<AirPollutant> missing() {
    EnumSet<AirPollutant> missing = EnumSet.noneOf(AirPollutant.class);
    for (AirPollutant pollutant : Aqi.NAMING_ORDER) {
      if (of(pollutant) == null) {
        missing.add(pollutant);
      }
    }
    return Collections.unmodifiableSet(missing);
  }
}
