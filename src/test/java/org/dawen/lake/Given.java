package org.dawen.lake;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Rows that tests put into tables. */
public final class Given {
  private Given() {}

  /** The columns of the table, by name. */
  public static NewRows rows(Table table, Dataset<Row> rows) {
    return NewRows.of(rows.selectExpr(table.rowSchema().fieldNames()).toJavaRDD());
  }

  /** Replaces the rows of these days, as a pass does that gives them. */
  public static List<Commit> replaceDays(
      Lake lake, Table table, DaySet days, Dataset<Row> rows, String job) {
    return replaceDays(lake, table, days, rows(table, rows), job);
  }

  /** As above, of a few rows and without a query. */
  public static List<Commit> replaceDays(
      Lake lake, Table table, DaySet days, List<Row> rows, String job) {
    return replaceDays(lake, table, days, NewRows.of(rows), job);
  }

  private static List<Commit> replaceDays(
      Lake lake, Table table, DaySet days, NewRows rows, String job) {
    long before = lake.newestVersion(table);
    lake.replace(table, Selection.ofDays(table, days), days, rows, job);
    return lake.commitsAfter(table, before);
  }
}
