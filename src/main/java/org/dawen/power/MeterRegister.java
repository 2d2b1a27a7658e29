package org.dawen.power;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dawen.registry.Meter;

/** The meters of an enterprise with their periods. */
final class MeterRegister {
  /** A little more than the window of the rules. */
  private static final int DAYS_SEEN = 4;

  private final List<MeterFacts> meters;

  MeterRegister(List<MeterFacts> meters) {
    this.meters =
        meters.stream()
            .sorted(
                Comparator.comparing(MeterFacts::code)
                    .thenComparingLong(MeterFacts::fromDay)
                    .thenComparing(m -> m.dependsOn().toString()))
            .toList();
  }

  /** Rows of the registry. */
  static MeterRegister of(List<Meter> meters) {
    return new MeterRegister(meters.stream().map(MeterFacts::of).toList());
  }

  /**
   * The meters valid on a day, in the order of their codes. A meter with several rows, one for each
   * treatment it depends on, is one meter that depends on all of them.
   */
  List<MeterFacts> on(long day) {
    Map<String, MeterFacts> valid = new TreeMap<>();
    for (MeterFacts m : meters) {
      if (m.isValidOn(day)) {
        valid.merge(m.code(), m, MeterRegister::dependingOnBoth);
      }
    }
    return valid.values().stream().map(m -> seenFrom(day, m)).toList();
  }

  /** Its period as far as a window around the day can tell: rows that follow each other are one. */
  private MeterFacts seenFrom(long day, MeterFacts m) {
    long from = day;
    while (from > day - DAYS_SEEN && isThere(m, from - 1)) {
      from--;
    }
    long to = day;
    while (to < day + DAYS_SEEN && isThere(m, to + 1)) {
      to++;
    }
    return m.with(m.dependsOn(), from, to);
  }

  private boolean isThere(MeterFacts m, long day) {
    return meters.stream().anyMatch(other -> other.code().equals(m.code()) && other.isValidOn(day));
  }

  private static MeterFacts dependingOnBoth(MeterFacts a, MeterFacts b) {
    Set<String> both = new TreeSet<>(a.dependsOn());
    both.addAll(b.dependsOn());
    return a.with(
        Set.copyOf(both), Math.min(a.fromDay(), b.fromDay()), Math.max(a.toDay(), b.toDay()));
  }
}
