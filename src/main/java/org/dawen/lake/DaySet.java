package org.dawen.lake;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A set of civil days kept as ordered, disjoint, inclusive ranges. A range may be open to the past
 * or the future ({@link #ALWAYS} is both), so a registry row that is valid "from now on" names its
 * days too. Every {@link LocalDate} is an ordinary day; none of them means "open". Immutable. Text
 * form: {@code 2024-03-01..2024-03-09,2024-03-12,2024-04-01..}.
 */
public final class DaySet implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The days that SQL can write as a DATE; no table holds others. */
  private static final Range OF_SQL = new Range(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31));

  /** So many days apart, a year, two days have nothing to do with each other. */
  public static final int FAR = 365;

  public static final DaySet NONE = new DaySet(List.of());
  public static final DaySet ALWAYS = new DaySet(List.of(new Range(null, null)));

  /**
   * An inclusive range of days.
   *
   * @param from first day; null: open to the past
   * @param to last day; null: open to the future
   */
  public record Range(LocalDate from, LocalDate to) implements Serializable {
    boolean isOneDay() {
      return from != null && from.equals(to);
    }

    /** True if neither end is open. */
    public boolean isBounded() {
      return from != null && to != null;
    }

    /** Below every day if open. */
    private long first() {
      return from == null ? Long.MIN_VALUE : from.toEpochDay();
    }

    /** Above every day if open. */
    private long last() {
      return to == null ? Long.MAX_VALUE : to.toEpochDay();
    }

    private Range common(Range other) {
      return new Range(
          other.first() > first() ? other.from : from, other.last() < last() ? other.to : to);
    }

    private boolean isEmpty() {
      return first() > last();
    }
  }

  private final List<Range> ranges;

  private DaySet(List<Range> ranges) {
    this.ranges = ranges;
  }

  public static DaySet of(LocalDate... days) {
    return of(List.of(days));
  }

  public static DaySet of(Collection<LocalDate> days) {
    return ofRanges(days.stream().map(d -> new Range(d, d)).toList());
  }

  /** From one day to another, both included; null means open. */
  public static DaySet between(LocalDate from, LocalDate to) {
    Range range = new Range(from, to);
    return range.isEmpty() ? NONE : new DaySet(List.of(range));
  }

  private static DaySet ofRanges(Collection<Range> any) {
    List<Range> sorted = any.stream().sorted(Comparator.comparingLong(Range::first)).toList();
    List<Range> joined = new ArrayList<>();
    for (Range r : sorted) {
      Range last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null && (r.first() <= last.last() || r.first() == last.last() + 1)) {
        joined.set(
            joined.size() - 1, new Range(last.from(), r.last() > last.last() ? r.to() : last.to()));
      } else {
        joined.add(r);
      }
    }
    return joined.isEmpty() ? NONE : new DaySet(List.copyOf(joined));
  }

  public DaySet union(DaySet other) {
    return ofRanges(Stream.concat(ranges.stream(), other.ranges.stream()).toList());
  }

  public static DaySet unionOf(Collection<DaySet> sets) {
    return ofRanges(sets.stream().flatMap(s -> s.ranges.stream()).toList());
  }

  public DaySet intersect(DaySet other) {
    List<Range> common = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < ranges.size() && j < other.ranges.size()) {
      Range a = ranges.get(i);
      Range b = other.ranges.get(j);
      Range both = a.common(b);
      if (!both.isEmpty()) {
        common.add(both);
      }
      if (a.last() < b.last()) {
        i++;
      } else {
        j++;
      }
    }
    return common.isEmpty() ? NONE : new DaySet(List.copyOf(common));
  }

  public DaySet minus(DaySet other) {
    return intersect(new DaySet(other.gaps()));
  }

  /** The days before, between and after the ranges. */
  private List<Range> gaps() {
    List<Range> gaps = new ArrayList<>();
    Range gap = new Range(null, null);
    for (Range r : ranges) {
      // Days at either end of the calendar have no neighbour there.
      if (r.from() != null && r.from().isAfter(LocalDate.MIN)) {
        gaps.add(new Range(gap.from(), r.from().minusDays(1)));
      }
      if (r.to() == null || r.to().equals(LocalDate.MAX)) {
        return gaps;
      }
      gap = new Range(r.to().plusDays(1), null);
    }
    gaps.add(gap);
    return gaps;
  }

  /** Each range replaced by the range the function gives; used for the reach of a job. */
  public DaySet mapRanges(UnaryOperator<Range> change) {
    return ofRanges(ranges.stream().map(change).toList());
  }

  public boolean contains(LocalDate day) {
    long d = day.toEpochDay();
    for (Range range : ranges) { // asked for every row
      if (range.first() <= d && d <= range.last()) {
        return true;
      }
    }
    return false;
  }

  public boolean isEmpty() {
    return ranges.isEmpty();
  }

  /** True if no end is open, so that the days can be counted. */
  public boolean isBounded() {
    return ranges.stream().allMatch(Range::isBounded);
  }

  public List<Range> ranges() {
    return ranges;
  }

  /** Without open ends: of a range that is open the one day it names, if any. */
  public DaySet bounded() {
    return ofRanges(
        ranges.stream()
            .filter(r -> r.from() != null || r.to() != null)
            .map(
                r ->
                    new Range(
                        r.from() == null ? r.to() : r.from(), r.to() == null ? r.from() : r.to()))
            .toList());
  }

  /** The days and those between two of them that lie less than {@link #FAR} apart. */
  public DaySet stretches() {
    List<Range> joined = new ArrayList<>();
    for (Range r : ranges) {
      Range last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null && r.first() - last.last() < FAR) {
        joined.set(joined.size() - 1, new Range(last.from(), r.to()));
      } else {
        joined.add(r);
      }
    }
    return joined.isEmpty() ? NONE : new DaySet(List.copyOf(joined));
  }

  /** The first day; null if the set is open to the past. Fails on the empty set. */
  public LocalDate first() {
    return ranges.get(0).from();
  }

  /** The last day; null if the set is open to the future. Fails on the empty set. */
  public LocalDate last() {
    return ranges.get(ranges.size() - 1).to();
  }

  /** The days one by one, in order. Fails on an open set. */
  public List<LocalDate> days() {
    if (!isBounded()) {
      throw new IllegalStateException("an open set of days cannot be listed: " + this);
    }
    return ranges.stream()
        .flatMapToLong(r -> LongStream.rangeClosed(r.first(), r.last()))
        .mapToObj(LocalDate::ofEpochDay)
        .toList();
  }

  /** Number of days. Fails on an open set. */
  public int size() {
    if (!isBounded()) {
      throw new IllegalStateException("an open set of days cannot be counted: " + this);
    }
    return Math.toIntExact(ranges.stream().mapToLong(r -> r.last() - r.first() + 1).sum());
  }

  /** Cut into sets of at most {@code most} days each, in order. */
  public List<DaySet> batches(int most) {
    List<LocalDate> days = days();
    List<DaySet> batches = new ArrayList<>();
    for (int i = 0; i < days.size(); i += most) {
      batches.add(of(days.subList(i, Math.min(days.size(), i + most))));
    }
    return batches;
  }

  /** SQL condition that a DATE column lies in the set; of {@link #ALWAYS}, that it has a day. */
  public String toSql(String column) {
    List<String> parts =
        ranges.stream()
            .filter(r -> !r.common(OF_SQL).isEmpty())
            .map(r -> condition(column, r))
            .toList();
    return switch (parts.size()) {
      case 0 -> "false";
      case 1 -> parts.get(0);
      default -> "(" + String.join(" OR ", parts) + ")";
    };
  }

  private static String condition(String column, Range r) {
    boolean hasFirst = r.first() >= OF_SQL.first();
    boolean hasLast = r.last() <= OF_SQL.last();
    if (hasFirst && hasLast) {
      return r.isOneDay()
          ? column + " = " + literal(r.from())
          : "%s BETWEEN %s AND %s".formatted(column, literal(r.from()), literal(r.to()));
    }
    if (hasFirst || hasLast) {
      return column + (hasFirst ? " >= " + literal(r.from()) : " <= " + literal(r.to()));
    }
    return column + " IS NOT NULL";
  }

  private static String literal(LocalDate day) {
    return "DATE'%s'".formatted(day);
  }

  /** Reads the text form; an empty text is the empty set. */
  public static DaySet parse(String text) {
    if (text == null || text.isBlank()) {
      return NONE;
    }
    List<Range> parsed = new ArrayList<>();
    for (String part : text.split(",")) {
      int dots = part.indexOf("..");
      LocalDate from = dayOf(dots < 0 ? part : part.substring(0, dots));
      parsed.add(new Range(from, dots < 0 ? from : dayOf(part.substring(dots + 2))));
    }
    return ofRanges(parsed);
  }

  private static LocalDate dayOf(String text) {
    return text.isBlank() ? null : LocalDate.parse(text.trim());
  }

  @Override
  public String toString() {
    return String.join(",", ranges.stream().map(DaySet::text).toList());
  }

  private static String text(Range r) {
    return r.isOneDay()
        ? r.from().toString()
        : (r.from() == null ? "" : r.from()) + ".." + (r.to() == null ? "" : r.to());
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof DaySet other && ranges.equals(other.ranges);
  }

  @Override
  public int hashCode() {
    return ranges.hashCode();
  }
}
