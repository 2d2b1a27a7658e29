package org.dawen.cli;

import java.util.ArrayList;
import java.util.List;
import org.dawen.intake.LandingIntake;
import org.dawen.intake.LostLedger;
import org.dawen.lake.Damage;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.LakeInspection;
import org.dawen.lake.Message;
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
  static List<Damage> look(Findings f, Lake lake, LakeInspection.Depth depth) {
    LakeCheck check =
        new LakeCheck(
            lake, LandingIntake.written(), booked -> LostLedger.of(lake, booked), results());
    List<Damage> mustBeHealed = new ArrayList<>(check.damaged(depth));
    add(
        f,
        "tables_damaged",
        Message.of("health.damaged"),
        mustBeHealed,
        mustBeHealed.isEmpty() ? Message.sequence() : Damage.remedy(mustBeHealed));
    if (!mustBeHealed.isEmpty()) {
      return mustBeHealed;
    }
    LakeCheck.Outside outside = check.outside();
    add(
        f,
        "tables_lost",
        Message.of("health.lost"),
        outside.guarded(),
        outside.guarded().isEmpty() ? Message.sequence() : Damage.remedy(outside.guarded()));
    add(
        f,
        "results_changed",
        Message.of("health.results"),
        outside.results(),
        Message.of("health.results.remedy"));
    f.add(
        "journal_lost",
        Message.of("health.journal"),
        outside.journal() == null ? List.of() : List.of(outside.journal()),
        Message.of("health.journal.remedy"));
    return outside.guarded();
  }

  /**
   * Adds what of received tables is there twice; reads their rows, so none may be damaged.
   *
   * @return tables that must be healed
   */
  static List<Damage> recordsTwice(
      Findings f, Lake lake, SqlEngine engine, LakeInspection.Depth depth) {
    List<Damage> twice = RecordsTwice.find(lake, engine, depth == LakeInspection.Depth.CONTENT);
    add(
        f,
        "records_twice",
        Message.of("health.twice"),
        twice,
        twice.isEmpty()
            ? Message.sequence()
            : Message.of("health.twice.remedy", Damage.remedy(twice)));
    return twice;
  }

  /** Adds what came for days of which raw records had been deleted: no result counts it. */
  static void receivedAfterDeletion(Findings f, Lake lake) {
    List<Message> late = new ArrayList<>();
    Frozen.of(lake, LandingIntake.written())
        .tables()
        .forEach(
            (table, from) -> {
              DaySet days = lake.daysPresent(table, DaySet.between(null, from.minusDays(1)));
              if (!days.isEmpty()) {
                late.add(Message.of("health.days-before", table, days.size(), from, days.last()));
              }
            });
    f.add(
        "received_after_deletion",
        Message.of("health.after-deletion"),
        late,
        Message.of("health.after-deletion.remedy"));
  }

  private static void add(
      Findings f, String name, Message question, List<Damage> found, Message remedy) {
    f.add(name, question, found.stream().map(Damage::sentence).toList(), remedy);
  }

  private static List<Table> results() {
    List<Table> results = new ArrayList<>(Catalogue.tables());
    results.removeAll(LandingIntake.written());
    results.removeAll(OpsTables.ALL);
    return results;
  }
}
