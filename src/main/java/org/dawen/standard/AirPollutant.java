package org.dawen.standard;

/** The six pollutants of the air quality index, in the order in which ties are named. */
public enum AirPollutant {
  PM2_5("PM2.5", "ug/m3", 0),
  PM10("PM10", "ug/m3", 0),
  SO2("SO2", "ug/m3", 0),
  NO2("NO2", "ug/m3", 0),
  CO("CO", "mg/m3", 1),
  O3("O3", "ug/m3", 0);

  private final String label;
  private final String unit;
  private final int decimals;

  AirPollutant(String label, String unit, int decimals) {
    this.label = label;
    this.unit = unit;
    this.decimals = decimals;
  }

  /** Name in results, as in {@code PM2.5}. */
  public String label() {
    return label;
  }

  /** Unit of its concentrations: {@code ug/m3}, or {@code mg/m3} for CO. */
  public String unit() {
    return unit;
  }

  /** Decimals of a rounded concentration: 1 for CO, else 0 (HJ 633-2026 4.2.2). */
  public int decimals() {
    return decimals;
  }
}
