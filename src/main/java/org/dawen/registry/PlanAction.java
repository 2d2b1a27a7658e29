package org.dawen.registry;

import java.util.Locale;

/** What an enterprise's plan (一厂一策) asks for under an alert. */
public enum PlanAction {
  STOP,
  CUT;

  /** The word in tables. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
