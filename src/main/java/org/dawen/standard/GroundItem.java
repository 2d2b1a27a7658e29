package org.dawen.standard;

/**
 * What is measured in ground water: the 39 regular items of GB/T 14848-2017 table 1, in its order.
 */
public enum GroundItem {
  COLOUR("colour"),
  ODOUR("odour"),
  TURBIDITY("turbidity"),
  VISIBLE("visible matter"),
  PH("pH"),
  HARDNESS("hardness"),
  TDS("TDS"),
  SULFATE("SO4"),
  CHLORIDE("Cl"),
  FE("Fe"),
  MN("Mn"),
  CU("Cu"),
  ZN("Zn"),
  AL("Al"),
  PHENOL("phenol"),
  LAS("LAS"),
  CODMN("CODMn"),
  NH3N("NH3-N"),
  S("S"),
  NA("Na"),
  COLIFORM("coliform"),
  BACTERIA("bacteria"),
  NO2N("NO2-N"),
  NO3N("NO3-N"),
  CN("CN"),
  F("F"),
  I("I"),
  HG("Hg"),
  AS("As"),
  SE("Se"),
  CD("Cd"),
  CR6("Cr6"),
  PB("Pb"),
  CHCL3("CHCl3"),
  CCL4("CCl4"),
  BENZENE("benzene"),
  TOLUENE("toluene"),
  ALPHA("alpha"),
  BETA("beta");

  private final String label;

  GroundItem(String label) {
    this.label = label;
  }

  /** Name in results, as in {@code NH3-N}. */
  public String label() {
    return label;
  }

  /** Whether it is looked at or smelled and told as none (无) or some (有). */
  public boolean isTold() {
    return this == ODOUR || this == VISIBLE;
  }

  /** The label: the word in tables. */
  @Override
  public String toString() {
    return label;
  }
}
