package org.dawen.pool;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;
import org.dawen.intake.ReceivedTables;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.Table;
import org.dawen.registry.RegistryTables;

/** Computes the ledger anew and holds the tables against it. */
public final class LedgerProof {
  private static final int MOST_SHOWN = 20;

  private LedgerProof() {}

  /**
   * Rows that stand in a table and do not follow, or follow and do not stand; at most twenty a
   * table.
   */
  public static List<String> differences(Lake lake) {
    Dataset<Row> chunks =
        LedgerTask.compute(
                lake.read(ReceivedTables.POOL),
                PoolRules.ledgerRules(lake::rows),
                PoolRules.tasks(lake.rows(RegistryTables.REDUCTION_TASK)),
                DaySet.ALWAYS,
                null,
                null)
            .persist(StorageLevel.DISK_ONLY());
    LedgerTask.Counted ledger = LedgerTask.counted(chunks);
    List<String> differences = new ArrayList<>();
    for (Table table : PoolTables.ALL) {
      Column[] columns =
          table.columns().stream().map(org.dawen.lake.Column::col).toArray(Column[]::new);
      Dataset<Row> follows = ledger.rowsOf(table).select(columns);
      Dataset<Row> stands = lake.read(table).select(columns);
      differences.addAll(lines(table, stands.exceptAll(follows), "stands but does not follow"));
      differences.addAll(lines(table, follows.exceptAll(stands), "follows but does not stand"));
    }
    chunks.unpersist();
    return differences;
  }

  private static List<String> lines(Table table, Dataset<Row> rows, String what) {
    Column key =
        functions.concat_ws(
            " ",
            Arrays.stream(table.key().toArray(org.dawen.lake.Column[]::new))
                .map(c -> c.col().cast("string"))
                .toArray(Column[]::new));
    return Lake.first(rows.select(key.as("row_key")), MOST_SHOWN).stream()
        .map(r -> table + " " + r.text("row_key") + " " + what)
        .toList();
  }
}
