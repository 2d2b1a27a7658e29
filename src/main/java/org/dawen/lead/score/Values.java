package org.dawen.lead.score;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a formula may name.
 *
 * @param severity of the gravest evidence
 * @param lastingHours with nine decimals
 */
public record Values(
    int severity,
    int evidenceKindCount,
    int evidenceCount,
    int evidenceDayCount,
    BigDecimal lastingHours) {

  /** Hours are minutes with six decimals, added up, by sixty. */
  static final Kind HOURS = Kind.decimal(25, 9);

  private static final Map<String, Term> TERMS =
      new TreeMap<>(
          Map.of(
              "severity", count(Values::severity),
              "evidence_kind_count", count(Values::evidenceKindCount),
              "evidence_count", count(Values::evidenceCount),
              "evidence_day_count", count(Values::evidenceDayCount),
              "lasting_hours", Term.of(HOURS, v -> HOURS.fitted(v.lastingHours()))));

  private static Term count(Function<Values, Integer> count) {
    return Term.of(Kind.INT, count::apply);
  }

  /** Null if there is no such name. */
  static Term term(String name) {
    return TERMS.get(name);
  }

  static List<String> names() {
    return List.copyOf(TERMS.keySet());
  }
}
