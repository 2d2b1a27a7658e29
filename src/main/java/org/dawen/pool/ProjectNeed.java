package org.dawen.pool;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

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

  /** Place in its book, while a state is written. */
  int place;

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
    long sum = 0;
    for (Allotment a : allotments) {
      sum += a.isReversed ? 0 : a.entry.mass();
    }
    for (Missing m : missing) {
      sum += m.left;
    }
    return sum;
  }

  long inUse() {
    long sum = 0;
    for (Allotment a : allotments) {
      sum += a.inUse;
    }
    return sum;
  }

  /** What went back of allocations that stand. */
  long returned() {
    long sum = 0;
    for (Allotment a : allotments) {
      sum += a.isReversed ? 0 : a.returned;
    }
    return sum;
  }

  long stillMissing() {
    long sum = 0;
    for (Missing m : missing) {
      sum += m.left * m.times;
    }
    return sum;
  }
}
