package org.dawen.air;

import java.util.Locale;

/** The kinds of areas that are judged and ranked among themselves. */
enum AreaKind {
  TOWNSHIP,
  /** A county or functional zone. */
  COUNTY,
  CITY;

  /** The word in tables. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
