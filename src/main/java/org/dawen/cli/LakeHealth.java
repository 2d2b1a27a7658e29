package org.dawen.cli;

import java.util.ArrayList;
import java.util.List;
import org.dawen.intake.LandingIntake;
import org.dawen.intake.LostLedger;
import org.dawen.lake.Damage;
import org.dawen.lake.DaySet;
import org.dawen.lake.Inspection;
import org.dawen.lake.Lake;
import org.dawen.lake.SqlEngine;
import org.dawen.lake.Table;
import org.dawen.run.Frozen;
import org.dawen.run.LakeCheck;
import org.dawen.run.OpsTables;

/** What {@code doctor} says of tables that are damaged, gone, or changed by somebody else. */
final class LakeHealth {
  private LakeHealth() {}

  /**
   * Adds the findings.
   *
   * @return tables that must be healed before a night may run
   */
  static List<Damage> look(Findings f, Lake lake, Inspection.Depth depth) {
    LakeCheck check =
        new LakeCheck(
            lake, LandingIntake.written(), booked -> LostLedger.of(lake, booked), results());
    List<Damage> mustBeHealed = new ArrayList<>(check.damaged(depth));
    add(
        f,
        "tables_damaged",
        "tables whose log or data files are damaged",
        mustBeHealed,
        mustBeHealed.isEmpty() ? "" : Damage.remedy(mustBeHealed));
    if (!mustBeHealed.isEmpty()) {
      return mustBeHealed;
    }
    LakeCheck.Outside outside = check.outside();
    add(
        f,
        "tables_lost",
        "tables of intake that are gone or were changed by somebody else",
        outside.guarded(),
        outside.guarded().isEmpty() ? "" : Damage.remedy(outside.guarded()));
    add(
        f,
        "results_changed",
        "results that are gone or were changed by somebody else",
        outside.results(),
        "Run './dawen nightly': it computes them anew.");
    f.add(
        "journal_lost",
        "journal that is gone or was changed by somebody else",
        outside.journal().isEmpty() ? List.of() : List.of(outside.journal()),
        "Run './dawen nightly': it computes every day of every job anew.");
    return outside.guarded();
  }

  /**
   * Adds what of received tables is there twice; reads their rows, so none may be damaged.
   *
   * @return tables that must be healed
   */
  static List<Damage> recordsTwice(
      Findings f, Lake lake, SqlEngine engine, Inspection.Depth depth) {
    List<Damage> twice = RecordsTwice.find(lake, engine, depth == Inspection.Depth.CONTENT);
    add(
        f,
        "records_twice",
        "received tables that hold a record of a file twice",
        twice,
        twice.isEmpty() ? "" : "The results must not be used.  " + Damage.remedy(twice));
    return twice;
  }

  /** Adds what came for days of which raw records had been deleted: no result counts it. */
  static void receivedAfterDeletion(Findings f, Lake lake) {
    List<String> late = new ArrayList<>();
    Frozen.of(lake, LandingIntake.written())
        .tables()
        .forEach(
            (table, from) -> {
              DaySet days = lake.daysPresent(table, DaySet.between(null, from.minusDays(1)));
              if (!days.isEmpty()) {
                late.add(
                    "%s: %,d days before %s, the last %s"
                        .formatted(table, days.size(), from, days.last()));
              }
            });
    f.add(
        "received_after_deletion",
        "received tables with rows of days before those that are kept",
        late,
        "They count in no result; './dawen maintain' with --keep deletes them.");
  }

  private static void add(
      Findings f, String name, String question, List<Damage> found, String remedy) {
    f.add(name, question, found.stream().map(Damage::sentence).toList(), remedy);
  }

  private static List<Table> results() {
    List<Table> results = new ArrayList<>(Catalogue.tables());
    results.removeAll(LandingIntake.written());
    results.removeAll(OpsTables.ALL);
    return results;
  }
}
