package org.dawen.power;

import java.util.Comparator;
import java.util.List;

/**
 * Which of several records of an interval is in force: the latest whole, because what a meter says
 * of an interval was measured together. Of records that say more and less of it, only those that
 * say most are asked.
 */
final class RecordInForce {
  private static final Comparator<Reading> ORDER =
      Comparator.comparingInt((Reading r) -> r.measured().weight())
          .thenComparing(Reading::provenance);

  private RecordInForce() {}

  /** The record in force, which counts all of them. */
  static Reading of(List<Reading> records) {
    if (records.size() == 1) {
      return records.get(0);
    }
    Reading latest = records.stream().max(ORDER).orElseThrow();
    boolean differ =
        records.stream()
            .filter(r -> isToldApartByPathOnly(r, latest))
            .anyMatch(r -> !r.saysTheSameAs(latest));
    return new Reading(
        latest.day(),
        latest.startSent(),
        latest.end(),
        latest.isSeed(),
        latest.measured(),
        latest.provenance(),
        records.stream().mapToInt(Reading::revisionCount).sum(),
        latest.recordCount(),
        differ || latest.isDecidedByPath());
  }

  private static boolean isToldApartByPathOnly(Reading a, Reading b) {
    return a.measured().weight() == b.measured().weight()
        && a.provenance().isToldApartByPathOnly(b.provenance());
  }
}
