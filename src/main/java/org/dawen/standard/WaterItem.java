package org.dawen.standard;

/**
 * What is measured in surface water. The 24 items of GB 3838-2002 table 1 come first, in its order
 * of the 21 that are evaluated; then what else stations and laboratories report.
 */
public enum WaterItem {
  PH("pH"),
  DO("DO"),
  CODMN("CODMn"),
  COD("COD"),
  BOD5("BOD5"),
  NH3N("NH3-N"),
  TP("TP"),
  CU("Cu"),
  ZN("Zn"),
  F("F"),
  SE("Se"),
  AS("As"),
  HG("Hg"),
  CD("Cd"),
  CR6("Cr6"),
  PB("Pb"),
  CN("CN"),
  PHENOL("phenol"),
  OIL("oil"),
  LAS("LAS"),
  S("S"),
  TN("TN"),
  COLIFORM("coliform"),
  WATER_TEMP("temperature"),
  EC("EC"),
  TURBIDITY("turbidity"),
  CHLA("chl-a"),
  ALGAE("algae"),
  SD("SD");

  private final String label;

  WaterItem(String label) {
    this.label = label;
  }

  /** Name in results, as in {@code NH3-N}. */
  public String label() {
    return label;
  }

  /** Whether excess of it is named by how many times: neither pH nor oxygen (环办〔2011〕22号). */
  public boolean hasMultiple() {
    return this != PH && this != DO && this != WATER_TEMP;
  }

  /** Whether it comes first among main pollutants once exceeded: heavy metals and cyanide. */
  public boolean isNamedFirst() {
    return switch (this) {
      case CU, ZN, SE, AS, HG, CD, CR6, PB, CN -> true;
      default -> false;
    };
  }

  /** The label: the word in tables. */
  @Override
  public String toString() {
    return label;
  }
}
