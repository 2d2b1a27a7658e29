package org.dawen.lake;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Writes records of one table to data files in the task that computes them, and tests the declared
 * constraints on each. The files belong to the table only when {@link Lake#commit} names them.
 */
public final class RowSink<R extends Record> implements AutoCloseable {
  private final Class<R> type;
  private final RecordForm<R> form;
  private final Cells cells;
  private final int day;
  private final DaySet days;
  private final TableSink sink;

  /**
   * Where the sinks of a table write, as a task is told.
   *
   * @param type the record that is the table's declaration
   * @param path the folder of the table
   */
  public record Place<R extends Record>(Class<R> type, String path) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The table. */
    public Table table() {
      return Table.of(type);
    }

    /** In the folder of a table that a record declares. */
    static Place<?> of(Table table, String path) {
      return new Place<>(table.type(), path);
    }

    /** The files of all these rows. */
    List<WrittenFile> written(Iterator<? extends Record> rows) {
      try (RowSink<R> sink = open(DaySet.ALWAYS)) {
        rows.forEachRemaining(sink::write);
        return sink.finish();
      }
    }

    /** A sink for rows of these days. */
    public RowSink<R> open(DaySet days) {
      return new RowSink<>(this, days);
    }
  }

  private RowSink(Place<R> place, DaySet days) {
    Table table = Table.of(place.type());
    type = place.type();
    form = RecordForm.of(type);
    day = table.day() == null ? -1 : table.placeOf(table.day());
    this.days = days;
    cells = new Cells(form.columns().size());
    sink = new TableSink(table, place.path(), table.constraints(), SinkTask.Settings.OF_TASK);
  }

  /** Writes a row, unless it is of a day that is not wanted. */
  public void write(Record row) {
    form.give(type.cast(row), cells);
    if (day < 0 || cells.isMissing(day) || days.contains(cells.day(day))) {
      sink.write(cells);
    }
  }

  /** Ends the files. */
  public List<WrittenFile> finish() {
    return new ArrayList<>(sink.finish());
  }

  /** Removes all files, unless {@link #finish} has ended them. */
  @Override
  public void close() {
    sink.close();
  }
}
