package org.dawen.plan;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.dawen.registry.PlanEntry;

/** The values of one number of the plan, by stretches of days. */
@FunctionalInterface
interface Figures {
  /** Of what counts from one day of the stretch on; null: nothing does. */
  Figure in(LocalDate from, LocalDate to);

  /** The newest entry of the stretch. */
  static Figures ofEntries(List<PlanEntry> entries) {
    return (from, to) ->
        entries.stream()
            .filter(e -> !e.entryDay().isBefore(from) && !e.entryDay().isAfter(to))
            .max(Comparator.comparing(PlanEntry::entryDay))
            .map(Figure::of)
            .orElse(null);
  }

  /**
   * What the rows of a table give.
   *
   * @param rows all of the table: where it has rows but none that the conditions take, their number
   *     is 0, and where it has none, nothing was reported
   */
  static Figures ofTable(TableSource source, List<SourceRow> rows) {
    List<SourceRow> taken = rows.stream().filter(source::takes).toList();
    return (from, to) -> {
      List<SourceRow> counting = within(taken, from, to);
      boolean isTold = !counting.isEmpty() || !within(rows, from, to).isEmpty();
      return isTold ? Aggregation.of(source, counting) : null;
    };
  }

  private static List<SourceRow> within(List<SourceRow> rows, LocalDate from, LocalDate to) {
    return rows.stream().filter(r -> r.countsIn(from, to)).toList();
  }
}
