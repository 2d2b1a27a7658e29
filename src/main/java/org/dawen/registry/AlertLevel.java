package org.dawen.registry;

/** Levels of heavy-pollution alerts (重污染天气预警), the lowest first. */
public enum AlertLevel {
  YELLOW("yellow"),
  ORANGE("orange"),
  RED("red");

  private final String word;

  AlertLevel(String word) {
    this.word = word;
  }

  /** The word in tables. */
  @Override
  public String toString() {
    return word;
  }
}
