package org.dawen.water;

import org.dawen.standard.WaterMethod;

/** Where the figure of an item in a month comes from. */
enum ItemSource {
  AUTOMATIC("automatic"),
  MANUAL("manual"),
  /** A manual result of an earlier month: fills the index, makes no class. */
  LAST_MANUAL("last_manual"),
  NONE("none");

  private final String word;

  ItemSource(String word) {
    this.word = word;
  }

  static ItemSource of(WaterMethod method) {
    return method == WaterMethod.AUTOMATIC ? AUTOMATIC : MANUAL;
  }

  /** The word in tables. */
  @Override
  public String toString() {
    return word;
  }
}
