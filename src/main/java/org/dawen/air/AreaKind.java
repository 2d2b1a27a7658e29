package org.dawen.air;

/** The kinds of areas that are judged and ranked among themselves. */
enum AreaKind {
  TOWNSHIP("township"),
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
