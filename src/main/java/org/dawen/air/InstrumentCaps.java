package org.dawen.air;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.dawen.run.Settings;

/**
 * From which value on an hour is listed as standing at the upper end of its instrument; a screening
 * threshold of ours. In the order of {@link AirTables#HOUR_CONCENTRATIONS}, µg/m³, CO mg/m³.
 */
record InstrumentCaps(List<BigDecimal> caps) implements Serializable {

  /** The settings, in the order of {@link AirTables#HOUR_CONCENTRATIONS}. */
  static final List<String> SETTINGS =
      List.of(
          "air.instrument_cap.so2",
          "air.instrument_cap.no2",
          "air.instrument_cap.co",
          "air.instrument_cap.o3",
          "air.instrument_cap.pm10",
          "air.instrument_cap.pm2_5");

  static InstrumentCaps of(Settings settings) {
    return new InstrumentCaps(new ArrayList<>(SETTINGS.stream().map(settings::decimal).toList()));
  }
}
