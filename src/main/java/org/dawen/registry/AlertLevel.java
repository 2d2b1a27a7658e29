package org.dawen.registry;

import java.util.Locale;

/** Levels of heavy-pollution alerts (重污染天气预警), the lowest first. */
public enum AlertLevel {
  YELLOW,
  ORANGE,
  RED;

  /** The word in tables. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
