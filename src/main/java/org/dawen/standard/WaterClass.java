package org.dawen.standard;

/** Class of surface water, GB 3838-2002; what meets no class is worse than Ⅴ (劣Ⅴ). */
public enum WaterClass {
  I("Ⅰ"),
  II("Ⅱ"),
  III("Ⅲ"),
  IV("Ⅳ"),
  V("Ⅴ"),
  WORSE("劣Ⅴ");

  private final String label;

  WaterClass(String label) {
    this.label = label;
  }

  /** 1 to 5, worse than Ⅴ 6. */
  public int number() {
    return ordinal() + 1;
  }

  /** Whether it is Ⅲ or better, which counts as good (优良). */
  public boolean isGood() {
    return compareTo(III) <= 0;
  }

  /** Whether it is worse than another class; no class is worse than null. */
  public boolean isWorseThan(WaterClass other) {
    return other != null && compareTo(other) > 0;
  }

  /** The worse of two; null counts for nothing. */
  public static WaterClass worse(WaterClass a, WaterClass b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.isWorseThan(b) ? a : b;
  }

  /**
   * The class with a label.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static WaterClass ofLabel(String label) {
    for (WaterClass waterClass : values()) {
      if (waterClass.label.equals(label)) {
        return waterClass;
      }
    }
    throw new IllegalArgumentException(
        "'" + label + "' is no class of surface water. Write Ⅰ, Ⅱ, Ⅲ, Ⅳ, Ⅴ or 劣Ⅴ.");
  }

  /** The label: the word in tables. */
  @Override
  public String toString() {
    return label;
  }
}
