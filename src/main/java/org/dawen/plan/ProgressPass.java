package org.dawen.plan;

import java.util.List;
import java.util.Map;
import org.dawen.air.AreaDay;
import org.dawen.lake.DaySet;
import org.dawen.lake.Table;
import org.dawen.registry.PlanEntry;
import org.dawen.registry.PlanTarget;
import org.dawen.run.Entity;
import org.dawen.run.JobSpec;
import org.dawen.run.Pass;
import org.dawen.run.PassSpec;
import org.dawen.run.Reach;
import org.dawen.run.References;
import org.dawen.source.SourceTables;

/** All numbers of the plan, day by day, from the year to date of the tables they are taken from. */
public final class ProgressPass implements Pass {
  private static final long serialVersionUID = 1L;

  @Override
  public PassSpec spec() {
    PassSpec.Builder spec =
        PassSpec.ofWhole()
            .looksUp(PlanTarget.class, PlanEntry.class)
            .asksDaysOf(Table.of(AreaDay.class))
            .asksDaysOf(SourceTables.OUTLET_DAY);
    Selectable.ALL.forEach(s -> s.declare(spec));
    // A batch in stock may have been received years ago.
    Table[] stocks =
        Selectable.ALL.stream()
            .filter(s -> s.lastDayColumn() != null)
            .map(Selectable::table)
            .toArray(Table[]::new);
    return spec.gives(
            JobSpec.writes(ProgressDay.class)
                .reach(Reach.restOfYear())
                .follows(Reach.everAfter(), stocks)
                .settings(PlanRules.KEYS))
        .build();
  }

  @Override
  public DaySet concerned(DaySet due, References references) {
    return due.intersect(Targets.daysOf(references.all(PlanTarget.class)));
  }

  @Override
  public Rule rule(References references) {
    Map<PlanTarget, TableSource> sources = Targets.of(references).sources();
    List<PlanEntry> entries = references.all(PlanEntry.class);
    PlanRules rules = PlanRules.of(references.settings());
    DaySet days =
        references
            .daysPresent(Table.of(AreaDay.class))
            .union(references.daysPresent(SourceTables.OUTLET_DAY))
            .intersect(references.days(ProgressDay.class));
    return (all, out) -> {
      Scoreboard board = new Scoreboard(sources, entries, table -> rowsOf(table, all), rules);
      days.days().forEach(day -> board.by(day).forEach(out::give));
    };
  }

  private static <R extends Record> List<SourceRow> rowsOf(Selectable<R> table, Entity all) {
    return table.rows(all.rows(table.type()));
  }
}
