package org.dawen.standard;

/**
 * A pollutant with an averaging time that has breakpoints of its own, HJ 633-2012 table 1 and HJ
 * 633-2026 table 3. The hourly index of PM10 and PM2.5 uses the items of 24 hours.
 */
public enum AirItem {
  SO2_24H(AirPollutant.SO2),
  SO2_1H(AirPollutant.SO2),
  NO2_24H(AirPollutant.NO2),
  NO2_1H(AirPollutant.NO2),
  PM10_24H(AirPollutant.PM10),
  CO_24H(AirPollutant.CO),
  CO_1H(AirPollutant.CO),
  O3_1H(AirPollutant.O3),
  O3_8H(AirPollutant.O3),
  PM2_5_24H(AirPollutant.PM2_5);

  private final AirPollutant pollutant;

  AirItem(AirPollutant pollutant) {
    this.pollutant = pollutant;
  }

  /** Decimals of a rounded concentration: 1 for CO, else 0 (HJ 633-2026 4.2.2). */
  public int decimals() {
    return pollutant.decimals();
  }
}
