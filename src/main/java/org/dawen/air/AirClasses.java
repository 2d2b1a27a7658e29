package org.dawen.air;

import java.util.List;
import java.util.function.Supplier;
import org.dawen.standard.AirRuleSet;
import org.dawen.standard.AqiClass;
import org.dawen.standard.AqiReport;

/** The classes of the index in all rule sets, and texts that hours, days and areas share. */
final class AirClasses implements Supplier<List<String>> {
  @Override
  public List<String> get() {
    return AirRuleSet.all().stream()
        .flatMap(rules -> rules.classes().stream())
        .map(AqiClass::name)
        .distinct()
        .toList();
  }

  /** Null instead of an empty text: no primary pollutant. */
  static String primary(AqiReport report) {
    return report.primaryPollutants().isEmpty() ? null : report.primaryLabel();
  }

  static String className(AqiReport report) {
    return report.aqiClass() == null ? null : report.aqiClass().name();
  }
}
