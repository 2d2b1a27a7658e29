package org.dawen.registry;

import java.util.Locale;

/** What an outlet emits. */
public enum Medium {
  GAS,
  WATER;

  /** The word in tables. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
