package org.dawen.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.function.Uncheck;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * Writes rows of one table to Parquet files, in the task that computes them: one file for each
 * folder of the layout. Tests the declared constraints on every row, since nobody tests them later.
 * The files belong to the table only when a commit names them.
 */
final class TableSink implements AutoCloseable {
  /** Files open at a time; each holds a page of every column in memory. */
  private static final int MOST_OPEN = 14;

  private final Table table;
  private final String tablePath;
  private final Configuration hadoop;
  private final int day;
  private final List<String> constraints;
  private final Constraint.Test[] tests;
  private final Map<String, TableFile> open = new LinkedHashMap<>(16, 0.75f, true);
  private final List<WrittenFile> written = new ArrayList<>();
  private long lastDay = Long.MIN_VALUE;
  private String lastFolder;
  private boolean isFinished;

  /**
   * A sink for rows of a table.
   *
   * @param tested what is tested on each row: {@link Table#constraints()}; none for rows that a
   *     file of the table holds already, since they were tested when they were written
   */
  TableSink(Table table, String tablePath, Map<String, Constraint> tested, Configuration hadoop) {
    this.table = table;
    this.tablePath = tablePath;
    this.hadoop = hadoop;
    this.day = table.day() == null ? -1 : table.placeOf(table.day());
    this.constraints = List.copyOf(tested.keySet());
    this.tests =
        tested.values().stream().map(c -> c.over(table.columns())).toArray(Constraint.Test[]::new);
  }

  void write(Cells row) {
    String folder = folder(row);
    requireConstraints(row);
    try {
      file(folder).write(row);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a row of " + table, e);
    }
  }

  private void requireConstraints(Cells row) {
    for (int i = 0; i < tests.length; i++) {
      if (!tests[i].holds(row)) {
        throw new BrokenConstraint(table, constraints.get(i), row);
      }
    }
  }

  private String folder(Cells row) {
    if (day < 0) {
      return null;
    }
    if (row.isMissing(day)) {
      if (!table.day().isRequired() && table.layout() == Layout.UNPARTITIONED) {
        return null;
      }
      throw new IllegalStateException(
          "a row of %s has no day, which was not asked for".formatted(table));
    }
    if (row.number(day) != lastDay) {
      lastDay = row.number(day);
      lastFolder = table.layout().folderOf(LocalDate.ofEpochDay(lastDay));
    }
    return lastFolder;
  }

  private TableFile file(String folder) throws IOException {
    TableFile file = open.get(folder);
    if (file == null) {
      if (open.size() == MOST_OPEN) {
        Iterator<TableFile> unused = open.values().iterator();
        written.add(unused.next().close());
        unused.remove();
      }
      file = new TableFile(table, tablePath, folder, hadoop);
      open.put(folder, file);
    }
    return file;
  }

  /** Ends all files. */
  List<WrittenFile> finish() {
    Iterator<TableFile> files = open.values().iterator();
    while (files.hasNext()) {
      written.add(Uncheck.get(files.next()::close, () -> "cannot end a file of " + table));
      files.remove();
    }
    isFinished = true;
    return written;
  }

  /** Removes all files, those that ended early too, unless {@link #finish} has ended the last. */
  @Override
  public void close() {
    if (isFinished) {
      return;
    }
    Uncheck.run(
        () -> {
          for (TableFile file : open.values()) {
            file.discard();
          }
          for (WrittenFile file : written) {
            Path path = new Path(tablePath, file.path());
            path.getFileSystem(hadoop).delete(path, false);
          }
        },
        () -> "cannot remove a file of " + table);
    open.clear();
    written.clear();
  }

  /** A row that the declaration of its table forbids: a mistake of a rule, never of a person. */
  static final class BrokenConstraint extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    BrokenConstraint(Table table, String constraint, Cells row) {
      super(
          "a row of %s breaks %s (%s): %s"
              .formatted(
                  table, constraint, table.constraints().get(constraint).sql(), shown(table, row)));
    }

    private static String shown(Table table, Cells row) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < table.columns().size(); i++) {
        Column column = table.columns().get(i);
        cells.add(column + "=" + row.shown(column, i));
      }
      return String.join(", ", cells);
    }
  }
}
