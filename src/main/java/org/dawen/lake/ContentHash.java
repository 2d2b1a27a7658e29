package org.dawen.lake;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * A hash of what a table says, whatever the order of its rows and files: the number of rows and the
 * sum of their xxhash64 as DECIMAL(38,0). Nulls are marked, because xxhash64 skips them; a sum,
 * because an exclusive or cancels duplicates. Columns about the run are left out.
 */
public final class ContentHash {
  private ContentHash() {}

  /** {@code rows:hash}, or {@code absent} if the table has not been written. */
  public static String of(Lake lake, Table table) {
    return lake.exists(table) ? of(lake.read(table), table) : "absent";
  }

  static String of(Dataset<Row> rows, Table table) {
    List<Column> parts = new ArrayList<>();
    for (org.dawen.lake.Column c : table.columns()) {
      if (!c.isAboutTheRun()) {
        parts.add(c.col().isNull());
        parts.add(c.col());
      }
    }
    Column rowHash = functions.xxhash64(parts.toArray(Column[]::new)).cast("decimal(38,0)");
    TableRow total =
        Lake.all(
                rows.agg(
                    functions.count(functions.lit(1)).as("row_count"),
                    functions
                        .coalesce(functions.sum(rowHash), functions.lit(0))
                        .cast("string")
                        .as("hash")))
            .get(0);
    return total.whole("row_count") + ":" + total.text("hash");
  }
}
