package org.dawen.standard;

/** Class of ground water, GB/T 14848-2017; what meets no limit is of class Ⅴ. */
public enum GroundClass {
  I("Ⅰ"),
  II("Ⅱ"),
  III("Ⅲ"),
  IV("Ⅳ"),
  V("Ⅴ");

  private final String label;

  GroundClass(String label) {
    this.label = label;
  }

  /** Whether it is worse than another class; no class is worse than null. */
  public boolean isWorseThan(GroundClass other) {
    return other != null && compareTo(other) > 0;
  }

  /** The worse of two; null counts for nothing. */
  public static GroundClass worse(GroundClass a, GroundClass b) {
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
  public static GroundClass ofLabel(String label) {
    for (GroundClass groundClass : values()) {
      if (groundClass.label.equals(label)) {
        return groundClass;
      }
    }
    throw new IllegalArgumentException(
        "'" + label + "' is no class of ground water. Write Ⅰ, Ⅱ, Ⅲ, Ⅳ or Ⅴ.");
  }

  /** The label: the word in tables. */
  @Override
  public String toString() {
    return label;
  }
}
