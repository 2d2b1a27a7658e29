package org.dawen.pool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dawen.intake.ReceivedPool;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.RecordForm;
import org.dawen.lake.Table;

/** Computes the ledger anew and holds the tables against it. */
public final class LedgerProof {
  private static final int MOST_SHOWN = 20;

  private LedgerProof() {}

  /** Rows that a table has but should not, or should have but has not; at most twenty a table. */
  public static List<String> differences(Lake lake) {
    Map<Class<?>, Map<Record, Integer>> surplus = new HashMap<>();
    LedgerPass.ROWS.forEach(type -> surplus.put(type, new HashMap<>()));
    PoolRegister register = PoolRegister.of(lake);
    LedgerTables.of(
        Entry.of(lake.records(ReceivedPool.class)),
        PoolRules.of(register),
        register.tasks(),
        row -> surplus.get(row.getClass()).merge(row, 1, Integer::sum));
    List<String> differences = new ArrayList<>();
    for (Class<? extends Record> type : LedgerPass.ROWS) {
      Map<Record, Integer> rows = surplus.get(type);
      lake.rows(Table.of(type), type, DaySet.ALWAYS)
          .forEach(row -> rows.merge(row, -1, Integer::sum));
      differences.addAll(lines(type, rows, -1, "stands but does not follow"));
      differences.addAll(lines(type, rows, 1, "follows but does not stand"));
    }
    return differences;
  }

  private static List<String> lines(
      Class<? extends Record> type, Map<Record, Integer> surplus, int sign, String what) {
    Table table = Table.of(type);
    return surplus.entrySet().stream()
        .filter(e -> Integer.signum(e.getValue()) == sign)
        .map(e -> "%s %s %s".formatted(table, RecordForm.keyOf(e.getKey()), what))
        .sorted()
        .limit(MOST_SHOWN)
        .toList();
  }
}
