package org.dawen.lake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DecimalType;

/** Rows that tests put into tables. */
public final class Given {
  private Given() {}

  /** All rows of a result. */
  public static List<TableRow> all(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(TableRow::new).toList();
  }

  /** The rows of some days, in the declared columns. */
  public static Dataset<Row> ofDays(Lake lake, Table table, DaySet days) {
    return lake.read(table)
        .where(days.toSql(table.day().name()))
        .selectExpr(table.rowSchema().fieldNames());
  }

  /** The columns of the table, by name. */
  public static NewRows rows(Table table, Dataset<Row> rows) {
    return rows(rows.selectExpr(table.rowSchema().fieldNames()).toJavaRDD());
  }

  /** Rows in the columns of their table, written in tasks. */
  public static NewRows rows(JavaRDD<Row> rows) {
    return (table, path) -> rows.mapPartitions(r -> written(table, path, r).iterator()).collect();
  }

  /** Rows in the columns of their table. */
  public static NewRows rows(List<Row> rows) {
    return (table, path) -> written(table, path, rows.iterator());
  }

  private static List<WrittenFile> written(Table table, String path, Iterator<Row> rows) {
    Cells cells = new Cells(table.columns().size());
    try (TableSink sink =
        new TableSink(table, path, table.constraints(), SinkTask.Settings.OF_TASK)) {
      while (rows.hasNext()) {
        Row row = rows.next();
        for (int i = 0; i < row.size(); i++) {
          cells.value(
              i, table.columns().get(i).type(), fitting(table.columns().get(i), row.get(i)));
        }
        sink.write(cells);
      }
      return sink.finish();
    }
  }

  /** More decimals than the column has are rounded, half up. */
  private static Object fitting(Column column, Object value) {
    return value instanceof BigDecimal number
        ? number.setScale(((DecimalType) column.type()).scale(), RoundingMode.HALF_UP)
        : value;
  }

  /** Replaces the rows of these days, as a pass does that gives them. */
  public static List<Commit> replaceDays(
      Lake lake, Table table, DaySet days, Dataset<Row> rows, String job) {
    return replaceDays(lake, table, days, rows(table, rows), job);
  }

  /** As above, of a few rows and without a query. */
  public static List<Commit> replaceDays(
      Lake lake, Table table, DaySet days, List<Row> rows, String job) {
    return replaceDays(lake, table, days, rows(rows), job);
  }

  private static List<Commit> replaceDays(
      Lake lake, Table table, DaySet days, NewRows rows, String job) {
    long before = lake.newestVersion(table);
    lake.replace(table, Selection.ofDays(table, days), days, rows, job);
    return lake.commitsAfter(table, before);
  }
}
