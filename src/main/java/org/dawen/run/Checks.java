package org.dawen.run;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.sum;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.Table;
import org.dawen.lake.TableRow;

/** Checks on what was written: computed once, written, then looked at. */
final class Checks {
  /** A key must name one row. */
  static final String KEY_NAMES_ONE_ROW = "key_names_one_row";

  private static final int MOST_OFFENDERS_SHOWN = 20;

  private Checks() {}

  /**
   * What stands in a table for some days.
   *
   * @param rows number of rows
   * @param ambiguousKeys keys that name several of them
   */
  record Standing(long rows, long ambiguousKeys) {}

  /** Counts rows and ambiguous keys in one pass. */
  static Standing standing(Lake lake, Table table, DaySet days) {
    Column[] key = table.key().stream().map(org.dawen.lake.Column::col).toArray(Column[]::new);
    TableRow total =
        Lake.all(
                lake.read(table, days)
                    .groupBy(key)
                    .agg(count(lit(1)).as("n"))
                    .agg(
                        coalesce(sum(col("n")), lit(0L)).as("row_count"),
                        count_if(col("n").gt(1)).as("ambiguous")))
            .get(0);
    return new Standing(
        total.whole("row_count"), table.key().isEmpty() ? 0 : total.whole("ambiguous"));
  }

  /** The day of a row; of a table without days the first of the days written with it. */
  private static Column dayOf(Table table, DaySet days) {
    return table.day() == null
        ? lit(java.sql.Date.valueOf(days.ranges().get(0).from()))
        : table.day().col();
  }

  /** Findings as rows of {@code ops.data_check}: days on which a key names several rows. */
  static Dataset<Row> keyNamesOneRow(Lake lake, Table table, DaySet days) {
    List<Column> key = table.key().stream().map(org.dawen.lake.Column::col).toList();
    Column[] grouping =
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of(dayOf(table, days).as("_day")), key.stream())
            .toArray(Column[]::new);
    Column shown =
        concat_ws(
            ", ",
            table.key().stream()
                .map(k -> concat(lit(k.name() + "="), k.col().cast("string")))
                .toArray(Column[]::new));
    return lake.read(table, days)
        .groupBy(grouping)
        .agg(count(lit(1)).as("n"))
        .where(col("n").gt(1))
        .groupBy(col("_day").as("data_day"))
        .agg(
            count(lit(1)).as("offender_count"),
            array_join(slice(collect_list(shown), 1, MOST_OFFENDERS_SHOWN), "; ").as("sample"))
        .select(
            lit(table.name()).as("table_name"),
            lit(KEY_NAMES_ONE_ROW).as("check_name"),
            col("data_day"),
            col("offender_count"),
            col("sample"));
  }
}
