package org.dawen.lake;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.io.api.Binary;

/**
 * What a task does to the files of a table.
 *
 * @param table the table
 * @param tablePath its folder
 */
record SinkTask(Table table, String tablePath) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Reading Hadoop's settings takes as long as writing a small file. */
  static final class Settings {
    static final Configuration OF_TASK = Sessions.hadoopOfTask();

    private Settings() {}
  }

  /**
   * What became of a file of which rows are to go.
   *
   * @param isChanged some of its rows go, so the file goes
   * @param kept files with the other rows
   */
  record Remainder(boolean isChanged, List<WrittenFile> kept) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /** Writes the rows of a file anew that are not among those meant. */
  Remainder without(Selection gone, String file) {
    List<Column> needed =
        table.columns().stream()
            .filter(
                c ->
                    gone.days() != null && c.name().equals(table.day().name())
                        || gone.column() != null && c.name().equals(gone.column().name()))
            .toList();
    Meant among = new Meant(gone, table, needed);
    int[] count = {0, 0};
    TableFileReader.forEach(file, needed, Settings.OF_TASK, row -> count[among.is(row) ? 1 : 0]++);
    if (count[1] == 0) {
      return new Remainder(false, List.of());
    }
    Meant meant = new Meant(gone, table, table.columns());
    return new Remainder(
        true, count[0] == 0 ? List.of() : copy(List.of(file), row -> !meant.is(row)));
  }

  /** Writes the rows of several files of one folder into as few as the sink makes. */
  List<WrittenFile> joined(List<String> files) {
    return copy(files, row -> true);
  }

  private List<WrittenFile> copy(List<String> files, Predicate<Cells> stays) {
    try (TableSink sink = new TableSink(table, tablePath, Map.of(), Settings.OF_TASK)) {
      for (String file : files) {
        TableFileReader.forEach(
            file,
            table.columns(),
            Settings.OF_TASK,
            row -> {
              if (stays.test(row)) {
                sink.write(row);
              }
            });
      }
      return sink.finish();
    }
  }

  /** Tells the rows that are meant from the others. */
  private static final class Meant {
    private final DaySet days;
    private final int day;
    private final int column;
    private final Set<Binary> texts = new HashSet<>();
    private long lastDay = Long.MIN_VALUE;
    private boolean isLastDayMeant;

    Meant(Selection selection, Table table, List<Column> columns) {
      List<String> names = columns.stream().map(Column::name).toList();
      days = selection.days();
      day = days == null ? -1 : names.indexOf(table.day().name());
      column = selection.column() == null ? -1 : names.indexOf(selection.column().name());
      selection.texts().forEach(t -> texts.add(Binary.fromString(t)));
    }

    boolean is(Cells row) {
      return (day < 0 || !row.isMissing(day) && isMeant(row.number(day)))
          && (column < 0 || !row.isMissing(column) && texts.contains(row.bytes(column)));
    }

    private boolean isMeant(long number) {
      if (number != lastDay) {
        lastDay = number;
        isLastDayMeant = days.contains(LocalDate.ofEpochDay(number));
      }
      return isLastDayMeant;
    }
  }
}
