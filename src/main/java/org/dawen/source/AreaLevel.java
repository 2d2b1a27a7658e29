package org.dawen.source;

import java.util.Locale;

/** Areas of monthly figures, smallest first. */
public enum AreaLevel {
  OUTLET,
  ENTERPRISE,
  COUNTY,
  CITY;

  /** The word in tables. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
