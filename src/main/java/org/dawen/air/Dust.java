package org.dawen.air;

import java.util.Locale;

/** Whether the hours under sand and dust count in PM10, PM2.5 and what follows from them. */
enum Dust {
  INCLUDED,
  EXCLUDED;

  /** The word in tables. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
