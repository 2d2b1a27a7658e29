package org.dawen.registry;

import java.util.Locale;

/** What a removal efficiency compares. */
public enum RemovalBasis {
  /** Concentration times flow. */
  MASS,
  /** Concentrations at the reference oxygen of the limit; of waste water as measured. */
  CONCENTRATION;

  /** The word in tables. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
