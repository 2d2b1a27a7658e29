package org.dawen.air;

import org.dawen.standard.AqiReport;

/** Texts of an index that hours, days and areas share. */
final class Indices {
  private Indices() {}

  /** Null instead of an empty text: no primary pollutant. */
  static String primary(AqiReport report) {
    return report.primaryPollutants().isEmpty() ? null : report.primaryLabel();
  }

  static String className(AqiReport report) {
    return report.aqiClass() == null ? null : report.aqiClass().name();
  }
}
