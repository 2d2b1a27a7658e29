package org.dawen.lake;

import java.util.List;
import org.apache.spark.api.java.JavaRDD;

/** Rows that come into a table; no query is planned to write them. */
@FunctionalInterface
public interface NewRows {
  /** Writes the files that a commit will name. */
  List<WrittenFile> write(Table table, String path);

  /** None. */
  static NewRows none() {
    return of(List.of());
  }

  /** A few, written here. */
  static NewRows of(List<? extends Record> rows) {
    return (table, path) -> RowSink.Place.of(table, path).written(rows.iterator());
  }

  /** Many, written in the tasks that make them. */
  static NewRows of(JavaRDD<? extends Record> rows) {
    return (table, path) -> {
      RowSink.Place<?> place = RowSink.Place.of(table, path);
      return rows.mapPartitions(r -> place.written(r).iterator()).collect();
    };
  }
}
