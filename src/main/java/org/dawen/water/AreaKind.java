package org.dawen.water;

/** The areas whose sections are counted together. */
enum AreaKind {
  /** A county or functional zone. */
  COUNTY("county"),
  CITY("city");

  private final String word;

  AreaKind(String word) {
    this.word = word;
  }

  /** The word in tables. */
  @Override
  public String toString() {
    return word;
  }
}
