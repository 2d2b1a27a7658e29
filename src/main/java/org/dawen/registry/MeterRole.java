package org.dawen.registry;

/** What an electricity meter measures. */
public enum MeterRole {
  PRODUCTION("production"),
  TREATMENT("treatment"),
  TOTAL("total"),
  OFFICE("office");

  private final String word;

  MeterRole(String word) {
    this.word = word;
  }

  /** The word in tables. */
  @Override
  public String toString() {
    return word;
  }
}
