package org.dawen.pool;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.intake.ReceivedTables;
import org.dawen.lake.DaySet;
import org.dawen.lake.Table;
import org.dawen.run.JobInput;

/** The tables of the room for the days a job is asked for: computed here, or by a task. */
final class LedgerTables {
  private LedgerTables() {}

  /** A city's ledger of a few years: no plan of Spark but the writes. */
  static Map<Table, Dataset<Row>> computedHere(
      JobInput input, LedgerRules rules, List<ReductionTask> tasks) {
    Map<Table, List<Row>> rows = new LinkedHashMap<>();
    PoolTables.ALL.forEach(t -> rows.put(t, new ArrayList<>()));
    List<Entry> entries = PoolRules.entries(input.rows(ReceivedTables.POOL).stream()).toList();
    LedgerRun.over(entries, rules, tasks, input.days())
        .forEachRemaining(f -> rows.get(f.table()).add(f.row()));
    Map<Table, Dataset<Row>> tables = new LinkedHashMap<>();
    rows.forEach((t, list) -> tables.put(t, input.spark().createDataFrame(list, t.rowSchema())));
    return tables;
  }

  /** A long ledger goes on from the last month whose ledger is saved and still right. */
  static Map<Table, Dataset<Row>> computedByTask(
      JobInput input, LedgerRules rules, List<ReductionTask> tasks) {
    SavedLedgers saved =
        new SavedLedgers(
            input.kept(),
            input.fingerprint() + " " + rules.inWords(),
            input.version(ReceivedTables.POOL));
    Optional<YearMonth> month =
        saved.latest(firstOf(input.days()), then -> input.touchedSince(ReceivedTables.POOL, then));
    LedgerTask.Counted ledger = computed(input, rules, tasks, saved, month.orElse(null));
    if (!ledger.fits()) {
      ledger = computed(input, rules, tasks, saved, null);
    }
    Map<Table, Dataset<Row>> tables = new LinkedHashMap<>();
    for (Table table : PoolTables.ALL) {
      tables.put(table, ledger.rowsOf(table));
    }
    return tables;
  }

  private static LedgerTask.Counted computed(
      JobInput input,
      LedgerRules rules,
      List<ReductionTask> tasks,
      SavedLedgers saved,
      YearMonth after) {
    DaySet days =
        after == null ? DaySet.ALWAYS : DaySet.between(after.plusMonths(1).atDay(1), null);
    return LedgerTask.counted(
        input.computedOnce(
            LedgerTask.compute(
                input.read(ReceivedTables.POOL, days), rules, tasks, input.days(), saved, after)));
  }

  private static LocalDate firstOf(DaySet days) {
    return days.isEmpty() ? null : days.first();
  }
}
