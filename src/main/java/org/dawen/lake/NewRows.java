package org.dawen.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;

/** Rows that come into a table, in its declared columns; no query is planned to write them. */
public abstract class NewRows {
  private NewRows() {}

  abstract List<WrittenFile> write(SinkTask task, DaySet allowed);

  /** None. */
  public static NewRows none() {
    return of(List.of());
  }

  /** A few, written here. */
  public static NewRows of(List<Row> rows) {
    return new NewRows() {
      @Override
      List<WrittenFile> write(SinkTask task, DaySet allowed) {
        try {
          List<WrittenFile> files = new ArrayList<>();
          task.writeRows(rows.iterator(), allowed).forEachRemaining(files::add);
          return files;
        } catch (IOException e) {
          throw new UncheckedIOException("cannot write rows of " + task.table(), e);
        }
      }
    };
  }

  /** Many, written in the tasks that make them. */
  public static NewRows of(JavaRDD<Row> rows) {
    return new NewRows() {
      @Override
      List<WrittenFile> write(SinkTask task, DaySet allowed) {
        return rows.mapPartitions(r -> task.writeRows(r, allowed)).collect();
      }
    };
  }

  /** As {@link #of(JavaRDD)}, of records that declare the table. */
  public static NewRows records(JavaRDD<? extends Record> rows) {
    return new NewRows() {
      @Override
      List<WrittenFile> write(SinkTask task, DaySet allowed) {
        RowSink.Place<?> place = RowSink.Place.of(task.table(), task.tablePath());
        return rows.mapPartitions(r -> place.written(r).iterator()).collect();
      }
    };
  }

  /** As {@link #of(JavaRDD)}, in the form Spark keeps rows in. */
  public static NewRows bare(JavaRDD<InternalRow> rows) {
    return new NewRows() {
      @Override
      List<WrittenFile> write(SinkTask task, DaySet allowed) {
        return rows.mapPartitions(r -> task.write(r, allowed)).collect();
      }
    };
  }
}
