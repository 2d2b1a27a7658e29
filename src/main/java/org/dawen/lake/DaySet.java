package org.dawen.lake;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A set of civil days kept as ordered, disjoint, inclusive ranges. A range may be open to the past
 * or the future ({@link #ALWAYS} is both), so a registry row that is valid "from now on" names its
 * days too. Immutable. Text form: {@code 2024-03-01..2024-03-09,2024-03-12,2024-04-01..}.
 */
public final class DaySet implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Stands for "open": far outside what any feed may name. */
  private static final LocalDate FIRST = LocalDate.of(1, 1, 1);

  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  public static final DaySet NONE = new DaySet(List.of());
  public static final DaySet ALWAYS = new DaySet(List.of(new Range(FIRST, LAST)));

  /** An inclusive range of days. */
  public record Range(LocalDate from, LocalDate to) implements Serializable {
    boolean isOneDay() {
      return from.equals(to);
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
    LocalDate first = from == null ? FIRST : from;
    LocalDate last = to == null ? LAST : to;
    return first.isAfter(last) ? NONE : new DaySet(List.of(new Range(first, last)));
  }

  private static DaySet ofRanges(Collection<Range> any) {
    List<Range> sorted = any.stream().sorted(Comparator.comparing(Range::from)).toList();
    List<Range> joined = new ArrayList<>();
    for (Range r : sorted) {
      Range last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      boolean touches =
          last != null && (last.to().equals(LAST) || !r.from().isAfter(last.to().plusDays(1)));
      if (touches) {
        LocalDate to = r.to().isAfter(last.to()) ? r.to() : last.to();
        joined.set(joined.size() - 1, new Range(last.from(), to));
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
      LocalDate from = a.from().isAfter(b.from()) ? a.from() : b.from();
      LocalDate to = a.to().isBefore(b.to()) ? a.to() : b.to();
      if (!from.isAfter(to)) {
        common.add(new Range(from, to));
      }
      if (a.to().isBefore(b.to())) {
        i++;
      } else {
        j++;
      }
    }
    return common.isEmpty() ? NONE : new DaySet(List.copyOf(common));
  }

  public DaySet minus(DaySet other) {
    List<Range> left = new ArrayList<>(ranges);
    for (Range cut : other.ranges) {
      List<Range> next = new ArrayList<>();
      for (Range r : left) {
        if (cut.to().isBefore(r.from()) || cut.from().isAfter(r.to())) {
          next.add(r);
          continue;
        }
        if (r.from().isBefore(cut.from())) {
          next.add(new Range(r.from(), cut.from().minusDays(1)));
        }
        if (r.to().isAfter(cut.to())) {
          next.add(new Range(cut.to().plusDays(1), r.to()));
        }
      }
      left = next;
    }
    return left.isEmpty() ? NONE : new DaySet(List.copyOf(left));
  }

  /** Each range replaced by the range the function gives; used for the reach of a job. */
  public DaySet mapRanges(UnaryOperator<Range> change) {
    return ofRanges(ranges.stream().map(change).toList());
  }

  public boolean contains(LocalDate day) {
    return ranges.stream().anyMatch(r -> !day.isBefore(r.from()) && !day.isAfter(r.to()));
  }

  public boolean isEmpty() {
    return ranges.isEmpty();
  }

  /** True if no end is open, so that the days can be counted. */
  public boolean isBounded() {
    return ranges.isEmpty()
        || !ranges.get(0).from().equals(FIRST) && !ranges.get(ranges.size() - 1).to().equals(LAST);
  }

  public List<Range> ranges() {
    return ranges;
  }

  /** The days one by one, in order. Fails on an open set. */
  public List<LocalDate> days() {
    if (!isBounded()) {
      throw new IllegalStateException("an open set of days cannot be listed: " + this);
    }
    return ranges.stream().flatMap(r -> r.from().datesUntil(r.to().plusDays(1))).toList();
  }

  /** Number of days. Fails on an open set. */
  public int size() {
    if (!isBounded()) {
      throw new IllegalStateException("an open set of days cannot be counted: " + this);
    }
    return (int)
        ranges.stream().mapToLong(r -> ChronoUnit.DAYS.between(r.from(), r.to()) + 1).sum();
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

  /** SQL condition that a DATE column lies in the set. */
  public String toSql(String column) {
    if (ranges.isEmpty()) {
      return "false";
    }
    List<String> parts =
        ranges.stream()
            .map(
                r ->
                    r.isOneDay()
                        ? column + " = DATE'" + r.from() + "'"
                        : column
                            + " BETWEEN DATE'"
                            + iso(r.from())
                            + "' AND DATE'"
                            + iso(r.to())
                            + "'")
            .toList();
    return parts.size() == 1 ? parts.get(0) : "(" + String.join(" OR ", parts) + ")";
  }

  private static String iso(LocalDate d) {
    return String.format("%04d-%02d-%02d", d.getYear(), d.getMonthValue(), d.getDayOfMonth());
  }

  /** Reads the text form; an empty text is the empty set. */
  public static DaySet parse(String text) {
    if (text == null || text.isBlank()) {
      return NONE;
    }
    List<Range> parsed = new ArrayList<>();
    for (String part : text.split(",")) {
      int dots = part.indexOf("..");
      if (dots < 0) {
        LocalDate day = LocalDate.parse(part.trim());
        parsed.add(new Range(day, day));
      } else {
        String from = part.substring(0, dots).trim();
        String to = part.substring(dots + 2).trim();
        parsed.add(
            new Range(
                from.isEmpty() ? FIRST : LocalDate.parse(from),
                to.isEmpty() ? LAST : LocalDate.parse(to)));
      }
    }
    return ofRanges(parsed);
  }

  @Override
  public String toString() {
    return String.join(
        ",",
        ranges.stream()
            .map(
                r ->
                    r.isOneDay()
                        ? r.from().toString()
                        : (r.from().equals(FIRST) ? "" : r.from())
                            + ".."
                            + (r.to().equals(LAST) ? "" : r.to()))
            .toList());
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
