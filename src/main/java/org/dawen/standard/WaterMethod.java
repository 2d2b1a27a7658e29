package org.dawen.standard;

import java.util.Locale;

/** How a value was measured; of one item automatic values go before manual ones. */
public enum WaterMethod {
  AUTOMATIC,
  MANUAL;

  /** By whose rules what was measured so at one time is judged. */
  public WaterPurpose purpose() {
    return this == AUTOMATIC ? WaterPurpose.OBSERVATION : WaterPurpose.SAMPLE;
  }

  /** The word in tables. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
