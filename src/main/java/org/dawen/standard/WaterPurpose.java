package org.dawen.standard;

import java.util.Locale;

/** What is judged: each has rules of its own on items, rounding and completeness. */
public enum WaterPurpose {
  /** One time of an automatic station, as CNEMC publishes it. */
  OBSERVATION,
  /** One sample analysed by hand. */
  SAMPLE,
  DAY,
  MONTH,
  YEAR;

  static WaterPurpose ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
