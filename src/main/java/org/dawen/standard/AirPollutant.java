package org.dawen.standard;

/** The six pollutants of the air quality index, in the order in which ties are named. */
public enum AirPollutant {
  PM2_5("PM2.5", "细颗粒物", "ug/m3", 0),
  PM10("PM10", "可吸入颗粒物", "ug/m3", 0),
  SO2("SO2", "二氧化硫", "ug/m3", 0),
  NO2("NO2", "二氧化氮", "ug/m3", 0),
  CO("CO", "一氧化碳", "mg/m3", 1),
  O3("O3", "臭氧", "ug/m3", 0);

  private final String label;
  private final String chineseName;
  private final String unit;
  private final int decimals;

  AirPollutant(String label, String chineseName, String unit, int decimals) {
    this.label = label;
    this.chineseName = chineseName;
    this.unit = unit;
    this.decimals = decimals;
  }

  /** Name in results, as in {@code PM2.5}. */
  public String label() {
    return label;
  }

  /** Name in Chinese, as in 细颗粒物. */
  public String chineseName() {
    return chineseName;
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
