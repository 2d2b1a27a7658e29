package org.dawen.air;

/** Whether the hours under sand and dust count in PM10, PM2.5 and what follows from them. */
enum Dust {
  INCLUDED("included"),
  EXCLUDED("excluded");

  private final String word;

  Dust(String word) {
    this.word = word;
  }

  /** The word in tables. */
  @Override
  public String toString() {
    return word;
  }
}
