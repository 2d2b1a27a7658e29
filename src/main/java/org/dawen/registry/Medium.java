package org.dawen.registry;

/** What an outlet emits. */
public enum Medium {
  GAS("gas"),
  WATER("water");

  private final String word;

  Medium(String word) {
    this.word = word;
  }

  /** The word in tables. */
  @Override
  public String toString() {
    return word;
  }
}
