package org.dawen.lake;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Rows of a table as records, read in the task that asks for them: of some days, from the files
 * that may hold them, of the columns the record has. The order is that of the files and says
 * nothing.
 *
 * @param <R> a record whose components are columns of the table, not necessarily all
 */
public final class Rows<R extends Record> implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Table table;
  private final Class<R> type;
  private final DaySet days;
  private final List<String> files;
  private final long bytes;

  Rows(Table table, Class<R> type, DaySet days, List<DataFiles.DataFile> files) {
    this(
        table,
        type,
        days,
        new ArrayList<>(files.stream().map(DataFiles.DataFile::path).toList()),
        files.stream().mapToLong(f -> f.status().getSize()).sum());
    requireColumns();
  }

  private Rows(Table table, Class<R> type, DaySet days, List<String> files, long bytes) {
    this.table = table;
    this.type = type;
    this.days = days;
    this.files = files;
    this.bytes = bytes;
  }

  private void requireColumns() {
    for (Column wanted : RecordForm.of(type).columns()) {
      int place = table.placeOf(wanted);
      if (place < 0 || !table.columns().get(place).type().equals(wanted.type())) {
        throw new IllegalStateException(
            "%s has no column %s of type %s, which %s reads"
                .formatted(table, wanted, wanted.type().sql(), type.getSimpleName()));
      }
      if (wanted.isRequired() && !table.columns().get(place).isRequired()) {
        throw new IllegalStateException(
            "%s of %s may be missing, but not in %s"
                .formatted(wanted, table, type.getSimpleName()));
      }
    }
  }

  /** Length of the files. */
  public long bytes() {
    return bytes;
  }

  /** The rows of one file each. */
  public List<Rows<R>> byFile() {
    return files.stream()
        .map(f -> new Rows<>(table, type, days, new ArrayList<>(List.of(f)), bytes / files.size()))
        .toList();
  }

  /** The rows, one after another. */
  public void forEach(Consumer<? super R> consumer) {
    RecordForm<R> form = RecordForm.of(type);
    List<Column> columns = new ArrayList<>(form.columns());
    int day = table.day() == null ? -1 : placeOfDay(columns);
    Days meant = new Days();
    for (String file : files) {
      try (TableFileReader reader = new TableFileReader(file, columns, SinkTask.Settings.OF_TASK)) {
        for (Cells row = reader.next(); row != null; row = reader.next()) {
          if (day < 0 || !row.isMissing(day) && meant.contain(row.number(day))) {
            consumer.accept(form.take(row));
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + file, e);
      }
    }
  }

  /** Where the day is read; added behind the columns of the record if it has none. */
  private int placeOfDay(List<Column> columns) {
    String name = table.day().name();
    int place =
        IntStream.range(0, columns.size())
            .filter(i -> columns.get(i).name().equals(name))
            .findFirst()
            .orElse(columns.size());
    if (place == columns.size()) {
      columns.add(table.day());
    }
    return place;
  }

  private final class Days {
    private long last = Long.MIN_VALUE;
    private boolean isMeant;

    boolean contain(long number) {
      if (number != last) {
        last = number;
        isMeant = days.contains(java.time.LocalDate.ofEpochDay(number));
      }
      return isMeant;
    }
  }
}
