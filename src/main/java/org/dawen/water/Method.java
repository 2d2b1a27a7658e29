package org.dawen.water;

import org.dawen.standard.WaterPurpose;

/** How a value was measured; of one item automatic values go before manual ones. */
enum Method {
  AUTOMATIC("automatic"),
  MANUAL("manual");

  private final String word;

  Method(String word) {
    this.word = word;
  }

  /** By whose rules what was measured so at one time is judged. */
  WaterPurpose purpose() {
    return this == AUTOMATIC ? WaterPurpose.OBSERVATION : WaterPurpose.SAMPLE;
  }

  /** The word in tables. */
  @Override
  public String toString() {
    return word;
  }
}
