package org.dawen.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.dawen.lake.Column;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.Language;
import org.dawen.lake.Message;
import org.dawen.lake.Table;
import org.dawen.lake.TableRow;
import org.dawen.publish.Said;
import org.dawen.run.Planner;
import org.dawen.run.Progress;
import org.dawen.run.Runner;

/**
 * What a row was computed with, held against what lies there now: the journal says which days of
 * which table would be recomputed, and why.
 */
final class SinceComputed {
  private final Table table;
  private final List<Planner.Due> due;

  private SinceComputed(Table table, List<Planner.Due> due) {
    this.table = table;
    this.due = due;
  }

  static SinceComputed of(Lake lake, LakeOptions options, Table table) {
    return new SinceComputed(
        table,
        Night.runner(lake, options, Night.newRunId(), Progress.SILENT)
            .plan(new Runner.Wish(DaySet.ALWAYS, Set.of(), false)));
  }

  /** The jobs that compute the table and what it comes from, by the table asked for or followed. */
  Map<String, Planner.Due> jobs() {
    Map<String, Planner.Due> jobs = new TreeMap<>();
    addWithSources(table.name(), jobs);
    return jobs;
  }

  private Optional<Planner.Due> writer(String name) {
    return due.stream()
        .filter(d -> d.job().writes().stream().anyMatch(w -> w.name().equals(name)))
        .findFirst();
  }

  /** Reasons for which the row, or what it rests on, would be recomputed. */
  List<Said> changes(TableRow row) {
    List<Said> changes = new ArrayList<>();
    DaySet days = days(row);
    jobs()
        .forEach(
            (name, job) ->
                job.reasons()
                    .forEach(
                        (why, on) -> {
                          if (!on.intersect(job.days()).intersect(days).isEmpty()) {
                            changes.add(said(name, why));
                          }
                        }));
    return changes;
  }

  private static Said said(String name, Planner.Why why) {
    Message message = Message.of("plan.since-computed", name, why.message());
    return new Said(message.in(Language.ZH), message.in(Language.EN));
  }

  private void addWithSources(String name, Map<String, Planner.Due> jobs) {
    writer(name)
        .filter(d -> jobs.put(name, d) == null)
        .ifPresent(d -> d.job().inputNames().forEach(n -> addWithSources(n, jobs)));
  }

  /** The days that the row is about; all if it does not tell. */
  private DaySet days(TableRow row) {
    Column day = table.day();
    LocalDate from = day == null ? null : row.day(day);
    if (from == null) {
      return DaySet.ALWAYS;
    }
    LocalDate to = table.has("last_day") ? row.day(table.column("last_day")) : from;
    boolean isMonth = table.name().endsWith("_month");
    return DaySet.between(from, isMonth ? from.plusMonths(1).minusDays(1) : to == null ? from : to);
  }
}
