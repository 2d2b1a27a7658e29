package org.dawen.diesel;

import java.util.Locale;

/** What an anomaly points to; ours. */
public enum AnomalyClass {
  /** Tampered with, 篡改. */
  TAMPERED,
  /** Kept from being seen, 屏蔽. */
  BLOCKED,
  /** Out of order, 破坏. */
  BROKEN,
  /** Nothing but the quality of the data, 数据质量. */
  DATA_QUALITY;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** The word in tables. */
  @Override
  public String toString() {
    return word;
  }
}
