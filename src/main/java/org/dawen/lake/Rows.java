package org.dawen.lake;

import com.google.common.collect.AbstractIterator;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows of a table as records, read in the task that asks for them: of some days, from the files
 * that may hold them, of the columns the record has. The order is that of the files and says
 * nothing.
 *
 * @param <R> a record whose components are columns of the table, not necessarily all
 */
public final class Rows<R extends Record> implements Iterable<R>, Serializable {
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

  /** The rows, one after another; read to the end, so that the last file is closed. */
  @Override
  public Iterator<R> iterator() {
    return new Reading();
  }

  private final class Reading extends AbstractIterator<R> {
    private final RecordForm<R> form = RecordForm.of(type);
    private final List<Column> columns = new ArrayList<>(form.columns());
    private final int day = table.day() == null ? -1 : placeOfDay(columns);
    private final Iterator<String> left = files.iterator();
    private TableFileReader reader;
    private long lastDay = Long.MIN_VALUE;
    private boolean isLastDayMeant;

    @Override
    protected R computeNext() {
      try {
        while (true) {
          Cells row = reader == null ? null : reader.next();
          if (row == null && !openNext()) {
            return endOfData();
          }
          if (row != null && isMeant(row)) {
            return taken(row);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read rows of " + table, e);
      }
    }

    /** What a row holds was tested when it was written. */
    private R taken(Cells row) throws IOException {
      try {
        return form.take(row);
      } catch (RuntimeException e) {
        throw reader.unreadable(e);
      }
    }

    private boolean openNext() throws IOException {
      if (reader != null) {
        reader.close();
        reader = null;
      }
      if (!left.hasNext()) {
        return false;
      }
      reader = new TableFileReader(left.next(), columns, SinkTask.Settings.OF_TASK);
      return true;
    }

    private boolean isMeant(Cells row) {
      if (day < 0) {
        return true;
      }
      if (row.isMissing(day)) {
        return false;
      }
      if (row.number(day) != lastDay) {
        lastDay = row.number(day);
        isLastDayMeant = days.contains(LocalDate.ofEpochDay(lastDay));
      }
      return isLastDayMeant;
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

  /** All rows. */
  public List<R> list() {
    List<R> rows = new ArrayList<>();
    forEach(rows::add);
    return rows;
  }
}
