package org.dawen.codec.gb17691;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Parts of one vehicle's minute, each the figures of what one file held of it. Parts with the same
 * samples count once, parts that follow each other are joined; what overlaps otherwise can only be
 * told from the samples themselves.
 */
public final class MinuteParts {
  /** The order in which parts are joined: by their first second, those without any before. */
  public static final Comparator<long[]> ORDER =
      Comparator.<long[]>comparingLong(p -> p[MinuteField.FIRST_SECOND.ordinal()])
          .thenComparingLong(p -> p[MinuteField.SAMPLE_HASH.ordinal()]);

  private MinuteParts() {}

  /** The parts of one minute after another, of parts in order of time. */
  public static <T> List<List<T>> byMinute(List<T> parts, Function<T, LocalDateTime> minute) {
    List<List<T>> minutes = new ArrayList<>();
    int from = 0;
    for (int to = 1; to <= parts.size(); to++) {
      if (to == parts.size()
          || !minute.apply(parts.get(to)).equals(minute.apply(parts.get(from)))) {
        minutes.add(parts.subList(from, to));
        from = to;
      }
    }
    return minutes;
  }

  /**
   * True if the samples must be looked at again.
   *
   * @param parts in {@link #ORDER}
   */
  public static boolean overlap(List<long[]> parts) {
    long[] before = null;
    for (long[] part : distinct(parts)) {
      if (before != null && !MinuteSummary.follow(before, part)) {
        return true;
      }
      before = isEmpty(part) ? before : part;
    }
    return false;
  }

  /**
   * The figures of the whole minute.
   *
   * @param parts in {@link #ORDER}, of which none overlap
   */
  public static long[] joined(List<long[]> parts) {
    List<long[]> distinct = distinct(parts);
    long[] joined = distinct.get(0);
    for (long[] next : distinct.subList(1, distinct.size())) {
      MinuteSummary.append(joined, next);
    }
    return joined;
  }

  /** The part with the most seconds and what the others say beyond samples. */
  public static long[] fullest(List<long[]> parts) {
    long[] fullest = parts.get(0);
    for (long[] part : parts) {
      fullest = seconds(part) > seconds(fullest) ? part : fullest;
    }
    long[] chosen = fullest.clone();
    parts.forEach(p -> MinuteSummary.absorb(chosen, p));
    return chosen;
  }

  /** The seconds that any of the parts has, a bit each. */
  public static long secondMap(List<long[]> parts) {
    return parts.stream()
        .mapToLong(p -> p[MinuteField.SECOND_MAP.ordinal()])
        .reduce(0, (a, b) -> a | b);
  }

  /** Copies of the parts, those with the same samples once. */
  private static List<long[]> distinct(List<long[]> parts) {
    List<long[]> distinct = new ArrayList<>();
    for (long[] part : parts) {
      long[] last = distinct.isEmpty() ? null : distinct.get(distinct.size() - 1);
      if (last != null
          && MinuteSummary.same(last, part)
          && (conflicts(last) == 0 || conflicts(part) == 0)) {
        MinuteSummary.absorb(last, part);
      } else {
        distinct.add(part.clone());
      }
    }
    return distinct;
  }

  private static boolean isEmpty(long[] part) {
    return part[MinuteField.SECOND_MAP.ordinal()] == 0;
  }

  private static long conflicts(long[] part) {
    return part[MinuteField.CONFLICT_SECONDS.ordinal()];
  }

  private static int seconds(long[] part) {
    return Long.bitCount(part[MinuteField.SECOND_MAP.ordinal()]);
  }
}
