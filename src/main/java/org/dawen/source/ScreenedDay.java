package org.dawen.source;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A day of a pollutant with a limit.
 *
 * @param hours in order of time
 * @param evening the hours of the evening before, in order of time: what a run over midnight began
 *     with
 * @param line the longest run of hours with equal means: of the day alone, or, where the day before
 *     has none long enough of its own, begun in its last hours
 */
record ScreenedDay(
    LocalDate day, List<ScreenedHour> hours, List<ScreenedHour> evening, List<ScreenedHour> line) {

  /**
   * Of hours, and the day before.
   *
   * @param before the latest day before with hours; null: none is known
   * @param lineHours hours that make a line
   */
  static ScreenedDay of(
      LocalDate day, List<ScreenedHour> hours, ScreenedDay before, int lineHours) {
    LocalDateTime from = day.atStartOfDay().minusHours(Math.max(1, lineHours - 1));
    List<ScreenedHour> evening =
        before == null || !before.day.plusDays(1).equals(day)
            ? List.of()
            : before.hours.stream().filter(h -> !h.at().isBefore(from)).toList();
    List<ScreenedHour> own = hours.stream().filter(ScreenedHour::isNormalAndAboveZero).toList();
    boolean hasLineBefore = before != null && longestLine(before.normal()).size() >= lineHours;
    List<ScreenedHour> night = new ArrayList<>();
    if (!hasLineBefore) {
      evening.stream().filter(ScreenedHour::isNormalAndAboveZero).forEach(night::add);
    }
    night.addAll(own);
    return new ScreenedDay(day, hours, evening, longestLine(night));
  }

  /** The longest run of equal means, the first of several. Gaps of flagged hours end it. */
  private static List<ScreenedHour> longestLine(List<ScreenedHour> hours) {
    List<ScreenedHour> longest = List.of();
    List<ScreenedHour> run = new ArrayList<>();
    for (ScreenedHour hour : hours) {
      ScreenedHour last = run.isEmpty() ? null : run.get(run.size() - 1);
      if (last == null || !hour.follows(last) || hour.mean().compareTo(last.mean()) != 0) {
        run = new ArrayList<>();
      }
      run.add(hour);
      longest = run.size() > longest.size() ? List.copyOf(run) : longest;
    }
    return longest;
  }

  /** The hours with flag N and a mean above zero. */
  List<ScreenedHour> normal() {
    return hours.stream().filter(ScreenedHour::isNormalAndAboveZero).toList();
  }

  /** The distinct means of {@link #normal}. */
  TreeSet<BigDecimal> distinctMeans() {
    TreeSet<BigDecimal> means = new TreeSet<>();
    normal().forEach(h -> means.add(h.mean()));
    return means;
  }

  /** The lower of the two in the middle of {@link #normal}; null: no hour gives a value. */
  BigDecimal median(Function<ScreenedHour, BigDecimal> value) {
    List<BigDecimal> sorted = normal().stream().map(value).filter(v -> v != null).sorted().toList();
    return sorted.isEmpty() ? null : sorted.get((sorted.size() - 1) / 2);
  }

  /** Hours with the mean that the same hour of another day has. */
  int hoursAlike(ScreenedDay other) {
    Map<Integer, BigDecimal> means = new HashMap<>();
    other.normal().forEach(h -> means.put(h.at().getHour(), h.mean()));
    return (int)
        normal().stream()
            .filter(
                h -> {
                  BigDecimal mean = means.get(h.at().getHour());
                  return mean != null && mean.compareTo(h.mean()) == 0;
                })
            .count();
  }
}
