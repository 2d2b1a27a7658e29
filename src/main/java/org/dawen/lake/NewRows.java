package org.dawen.lake;

import java.util.List;
import org.apache.spark.api.java.JavaRDD;

/** Rows that come into a table; no query is planned to write them. */
public abstract class NewRows {
  NewRows() {}

  abstract List<WrittenFile> write(Table table, String path);

  /** None. */
  public static NewRows none() {
    return of(List.of());
  }

  /** A few, written here. */
  public static NewRows of(List<? extends Record> rows) {
    return new NewRows() {
      @Override
      List<WrittenFile> write(Table table, String path) {
        return RowSink.Place.of(table, path).written(rows.iterator());
      }
    };
  }

  /** Many, written in the tasks that make them. */
  public static NewRows of(JavaRDD<? extends Record> rows) {
    return new NewRows() {
      @Override
      List<WrittenFile> write(Table table, String path) {
        RowSink.Place<?> place = RowSink.Place.of(table, path);
        return rows.mapPartitions(r -> place.written(r).iterator()).collect();
      }
    };
  }
}
