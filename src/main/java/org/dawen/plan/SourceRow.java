package org.dawen.plan;

import java.time.LocalDate;
import java.util.List;

/**
 * A row of a table that numbers of the plan may be taken from.
 *
 * @param countsFrom the first day whose progress may rest on it
 * @param holdsUntil of a stock that stays as it is: the last day; null: it is no stock
 * @param values its cells, in the order of {@link Selectable#columns}
 */
record SourceRow(LocalDate countsFrom, LocalDate holdsUntil, List<Object> values) {
  /** Whether it counts in a stretch: of what happened in it, or of what stands at its end. */
  boolean countsIn(LocalDate from, LocalDate to) {
    return !countsFrom.isAfter(to)
        && (holdsUntil == null ? !countsFrom.isBefore(from) : !holdsUntil.isBefore(to));
  }
}
