package org.dawen.pool;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a project needs of a pollutant, what it was allotted, and what is still missing. A need that
 * was refused for lack of mass stays missing until later allocations of the project make it up; the
 * same need refused again is the same need.
 */
final class ProjectNeed {
  final String project;
  final String county;
  final String pollutant;
  final List<Allotment> allotments = new ArrayList<>(1);
  final List<Missing> missing = new ArrayList<>(0);
  BigDecimal latestMultiplier;

  /** A need refused for lack of mass, and what of it is still missing. */
  static final class Missing {
    final EntryKind kind;
    final long asked;
    long left;
    final long times;

    Missing(EntryKind kind, long asked, long left, long times) {
      this.kind = kind;
      this.asked = asked;
      this.left = left;
      this.times = times;
    }
  }

  ProjectNeed(String project, String county, String pollutant) {
    this.project = project;
    this.county = county;
    this.pollutant = pollutant;
  }

  void allotted(Allotment a) {
    allotments.add(a);
    latestMultiplier = a.multiplier;
    long met = a.entry.mass();
    for (Missing m : missing) {
      long part = Math.min(met, m.left);
      m.left -= part;
      met -= part;
    }
    missing.removeIf(m -> m.left == 0);
  }

  void refused(Entry entry, BigDecimal multiplier) {
    latestMultiplier = multiplier;
    boolean isRepeated =
        missing.stream().anyMatch(m -> m.kind == entry.kind() && m.asked == entry.mass());
    if (!isRepeated) {
      missing.add(
          new Missing(entry.kind(), entry.mass(), entry.mass(), multiplier.longValueExact()));
    }
  }

  /** Need before the multiplier: of allocations that stand and of what is still missing. */
  long need() {
    return allotments.stream().filter(a -> !a.isReversed).mapToLong(a -> a.entry.mass()).sum()
        + missing.stream().mapToLong(m -> m.left).sum();
  }

  long inUse() {
    return allotments.stream().mapToLong(a -> a.inUse).sum();
  }

  /** What went back of allocations that stand. */
  long returned() {
    return allotments.stream().filter(a -> !a.isReversed).mapToLong(a -> a.returned).sum();
  }

  long stillMissing() {
    return missing.stream().mapToLong(m -> m.left * m.times).sum();
  }

  /** The lots that are in use, in the order of their allotments; null: nothing is. */
  String lotsInWords() {
    Map<Certification.Lot, Long> lots = new LinkedHashMap<>();
    for (Allotment a : allotments) {
      a.pieces.forEach(p -> lots.merge(p.lot, p.inUse, Long::sum));
    }
    StringBuilder words = new StringBuilder();
    lots.forEach(
        (lot, mass) -> {
          Entry certified = lot.share.certification.entry;
          if (mass > 0) {
            words
                .append(words.isEmpty() ? "" : "; ")
                .append(lot.share.isCity() ? "city " : "")
                .append(certified.entryNo())
                .append(" (")
                .append(certified.county())
                .append(") ")
                .append(Tonnes.of(mass).toPlainString());
          }
        });
    return words.isEmpty() ? null : words.toString();
  }
}
