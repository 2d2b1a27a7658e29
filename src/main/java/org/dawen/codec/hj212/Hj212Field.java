package org.dawen.codec.hj212;

/** The measured values a packet may give for one factor, HJ 212-2017 table 4. */
public enum Hj212Field {
  /** Smallest value of the period. */
  MIN("Min"),
  /** Mean of the period. */
  AVG("Avg"),
  /** Largest value of the period. */
  MAX("Max"),
  /** Amount of the period in the factor's mass unit; of flow in m3. */
  COU("Cou"),
  /** Smallest value of the period, converted to the reference oxygen content. */
  ZS_MIN("ZsMin"),
  /** Mean of the period, converted to the reference oxygen content. */
  ZS_AVG("ZsAvg"),
  /** Largest value of the period, converted to the reference oxygen content. */
  ZS_MAX("ZsMax"),
  /** Real-time value. */
  RTD("Rtd"),
  /** Real-time value, converted to the reference oxygen content. */
  ZS_RTD("ZsRtd");

  private final String suffix;

  Hj212Field(String suffix) {
    this.suffix = suffix;
  }

  /** The part of the field's name after its last hyphen. */
  public String suffix() {
    return suffix;
  }
}
