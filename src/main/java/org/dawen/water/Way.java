package org.dawen.water;

/** The ways in which the same values make a day or a month; all are shown. */
enum Way {
  /** All values in force. */
  AS_RECEIVED("as_received"),
  /** Without those that screening excludes. */
  SCREENED("screened"),
  /**
   * Screened; of each of the 21 items the automatic values, where there are none the manual ones,
   * and for the index the last manual result.
   */
  PROVINCE_RULE("province_rule");

  private final String word;

  Way(String word) {
    this.word = word;
  }

  /** The word in tables. */
  @Override
  public String toString() {
    return word;
  }
}
