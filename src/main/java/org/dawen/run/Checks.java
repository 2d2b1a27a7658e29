package org.dawen.run;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.Table;

/** Checks on what was written: computed once, written, then looked at. */
final class Checks {
  /** A key must name one row. */
  static final String KEY_NAMES_ONE_ROW = "key_names_one_row";

  private static final int MOST_OFFENDERS_SHOWN = 20;

  private Checks() {}

  /**
   * The tables in which some key seems to name several rows, found in one query over all of them.
   * Keys are compared by a hash, so a table named here may be innocent; {@link #keyNamesOneRow}
   * looks exactly.
   *
   * @param written tables with the files to look at
   */
  static Set<Table> tablesWithSuspectKeys(Lake lake, Map<Table, Written> written) {
    List<Table> tables =
        written.keySet().stream()
            .filter(t -> !t.key().isEmpty() && !written.get(t).files().isEmpty())
            .toList();
    if (tables.isEmpty()) {
      return Set.of();
    }
    Dataset<Row> keys =
        tables.stream()
            .map(
                t ->
                    lake.readFiles(t, written.get(t).files())
                        .select(
                            lit(tables.indexOf(t)).as("table_no"),
                            xxhash64(
                                    t.key().stream()
                                        .map(org.dawen.lake.Column::col)
                                        .toArray(Column[]::new))
                                .as("key_hash")))
            .reduce(Dataset::unionAll)
            .orElseThrow();
    return Lake.all(
            keys.groupBy("table_no", "key_hash")
                .agg(count(lit(1)).as("n"))
                .where(col("n").gt(1))
                .select("table_no")
                .distinct())
        .stream()
        .map(r -> tables.get((int) r.whole("table_no")))
        .collect(Collectors.toSet());
  }

  /** The day of a row; of a table without days the first of the days written with it. */
  private static Column dayOf(Table table, DaySet days) {
    return table.day() == null ? lit(java.sql.Date.valueOf(days.first())) : table.day().col();
  }

  /**
   * Findings as rows of {@code ops.data_check}: days on which a key names several rows, with their
   * files.
   */
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
    Column named = concat(shown, coalesce(concat(lit(" ("), col("_files"), lit(")")), lit("")));
    boolean hasFiles = table.columns().stream().anyMatch(c -> c.name().equals("file_id"));
    Column files =
        hasFiles
            ? array_join(slice(sort_array(collect_set("file_id")), 1, MOST_OFFENDERS_SHOWN), ", ")
            : lit(null).cast("string");
    return lake.read(table, days)
        .groupBy(grouping)
        .agg(count(lit(1)).as("n"), files.as("_files"))
        .where(col("n").gt(1))
        .groupBy(col("_day").as("data_day"))
        .agg(
            count(lit(1)).as("offender_count"),
            array_join(slice(collect_list(named), 1, MOST_OFFENDERS_SHOWN), "; ").as("sample"))
        .select(
            lit(table.name()).as("table_name"),
            lit(KEY_NAMES_ONE_ROW).as("check_name"),
            col("data_day"),
            col("offender_count"),
            col("sample"));
  }
}
