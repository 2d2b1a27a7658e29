package org.dawen.air;

import java.math.BigDecimal;
import java.util.List;
import org.dawen.run.Settings;
import org.dawen.standard.AirPollutant;

/**
 * From which value on an hour is listed as standing at the upper end of its instrument; a screening
 * threshold of ours, µg/m³, CO mg/m³.
 */
record InstrumentCaps(Six<BigDecimal> caps) {
  private static final String SETTING = "air.instrument_cap.";

  /** The settings. */
  static final List<String> SETTINGS = Six.ITEMS.stream().map(InstrumentCaps::setting).toList();

  static InstrumentCaps of(Settings settings) {
    return new InstrumentCaps(Six.of(item -> settings.decimal(setting(item))));
  }

  private static String setting(AirPollutant item) {
    return SETTING + item.name().toLowerCase(java.util.Locale.ROOT);
  }

  BigDecimal of(AirPollutant item) {
    return caps.of(item);
  }
}
