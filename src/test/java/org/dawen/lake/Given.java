package org.dawen.lake;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Rows that tests put into tables. */
public final class Given {
  private Given() {}

  /** The columns of the table, by name. */
  public static NewRows rows(Table table, Dataset<Row> rows) {
    return NewRows.of(rows.selectExpr(table.rowSchema().fieldNames()).toJavaRDD());
  }
}
