package org.dawen.plan;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.dawen.registry.PlanEntry;
import org.dawen.registry.PlanTarget;
import org.dawen.registry.PlanWords.SourceKind;

/** All numbers of the plan by the end of a day. */
final class Scoreboard {
  private final Map<PlanTarget, TargetProgress> numbers = new HashMap<>();
  private final List<PlanTarget> inOrder;

  /**
   * Of the numbers with their sources.
   *
   * @param rows the rows of a table as they count
   */
  Scoreboard(
      Map<PlanTarget, TableSource> sources,
      List<PlanEntry> entries,
      Function<Selectable<?>, List<SourceRow>> rows,
      PlanRules rules) {
    this.inOrder = List.copyOf(sources.keySet());
    Map<Selectable<?>, List<SourceRow>> byTable = new HashMap<>();
    sources.forEach(
        (target, source) -> {
          Figures figures =
              source == null
                  ? ofEntries(target, entries)
                  : Figures.ofTable(source, byTable.computeIfAbsent(source.from(), rows));
          numbers.put(target, new TargetProgress(target, source, figures, rules));
        });
  }

  private static Figures ofEntries(PlanTarget target, List<PlanEntry> entries) {
    return target.sourceKind() == SourceKind.ENTRY
        ? Figures.ofEntries(
            entries.stream().filter(e -> e.targetId().equals(target.targetId())).toList())
        : (from, to) -> null;
  }

  /** The numbers whose plan holds on the day. */
  List<ProgressDay> by(LocalDate day) {
    return inOrder.stream()
        .filter(t -> t.validity().holdsOn(day))
        .map(t -> new ProgressDay(t.targetId(), day, numbers.get(t).by(day)))
        .toList();
  }
}
