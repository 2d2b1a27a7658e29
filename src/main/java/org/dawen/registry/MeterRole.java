package org.dawen.registry;

import java.util.Locale;

/** What an electricity meter measures. */
public enum MeterRole {
  PRODUCTION,
  TREATMENT,
  TOTAL,
  OFFICE;

  /** The word in tables. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
