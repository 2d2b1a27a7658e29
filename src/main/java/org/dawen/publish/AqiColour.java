package org.dawen.publish;

import java.util.Arrays;

/**
 * The classes of the AQI with the colours of HJ 633 (2012 table 2; 2026 keeps them) and what tells
 * them apart without colour: a numeral.
 */
enum AqiColour {
  EXCELLENT("优", "excellent", "Ⅰ", "#00e400", "#000"),
  GOOD("良", "good", "Ⅱ", "#ffff00", "#000"),
  LIGHT("轻度污染", "lightly polluted", "Ⅲ", "#ff7e00", "#000"),
  MODERATE("中度污染", "moderately polluted", "Ⅳ", "#ff0000", "#000"),
  HEAVY("重度污染", "heavily polluted", "Ⅴ", "#99004c", "#fff"),
  SEVERE("严重污染", "severely polluted", "Ⅵ", "#7e0023", "#fff"),
  NONE("—", "—", "", "#d0d0d0", "#000");

  private final String zh;
  private final String en;
  private final String numeral;
  private final String colour;
  private final String ink;

  AqiColour(String zh, String en, String numeral, String colour, String ink) {
    this.zh = zh;
    this.en = en;
    this.numeral = numeral;
    this.colour = colour;
    this.ink = ink;
  }

  /** The class of that name; NONE for null. */
  static AqiColour of(String className) {
    return Arrays.stream(values()).filter(c -> c.zh.equals(className)).findFirst().orElse(NONE);
  }

  String zh() {
    return zh;
  }

  String en() {
    return en;
  }

  /** Roman one to six; empty without a class. */
  String numeral() {
    return numeral;
  }

  String colour() {
    return colour;
  }

  /** The colour of letters on it. */
  String ink() {
    return ink;
  }
}
