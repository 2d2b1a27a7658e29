package org.dawen.lake;

import com.google.common.collect.AbstractIterator;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Rows of a table as records, read in the task that asks for them: of some days, from the files
 * that may hold them, of the columns the record has. The order is that of the files and says
 * nothing. A record that names columns of the table's list is read once for each record of the
 * list, with what the row says beside it.
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
      requireColumn(wanted, isOfList(wanted) ? listColumn().fields() : table.columns());
    }
  }

  private void requireColumn(Column wanted, List<Column> among) {
    Column found =
        among.stream()
            .filter(c -> c.name().equals(wanted.name()))
            .filter(c -> c.type().equals(wanted.type()) || !c.fields().isEmpty())
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "%s has no column %s of type %s, which %s reads"
                            .formatted(table, wanted, wanted.type().sql(), type.getSimpleName())));
    if (wanted.isRequired() && !found.isRequired()) {
      throw new IllegalStateException(
          "%s of %s may be missing, but not in %s".formatted(wanted, table, type.getSimpleName()));
    }
    wanted.fields().forEach(field -> requireColumn(field, found.fields()));
  }

  /** Whether a column is one of the records in the table's list, so that each of them is a row. */
  private boolean isOfList(Column wanted) {
    return !table.has(wanted.name())
        && listColumn() != null
        && listColumn().fields().stream().anyMatch(f -> f.name().equals(wanted.name()));
  }

  /** The list of the table; null: it has none. */
  private Column listColumn() {
    return table.columns().stream().filter(c -> !c.fields().isEmpty()).findFirst().orElse(null);
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
    private final List<Column> columns = new ArrayList<>();
    private final boolean[] isOfList = new boolean[form.columns().size()];
    private final Cells flat = new Cells(isOfList.length);
    private final int day;
    private final int list;
    private final Iterator<String> left = files.iterator();
    private TableFileReader reader;
    private Cells row;
    private int recordsTaken;
    private long lastDay = Long.MIN_VALUE;
    private boolean isLastDayMeant;

    Reading() {
      List<Column> ofList = new ArrayList<>();
      for (int i = 0; i < isOfList.length; i++) {
        Column wanted = form.columns().get(i);
        isOfList[i] = isOfList(wanted);
        (isOfList[i] ? ofList : columns).add(wanted);
      }
      day = table.day() == null ? -1 : placeOf(table.day());
      list = ofList.isEmpty() ? -1 : placeOf(Column.list(listColumn().name(), ofList));
    }

    /** Where a column is read; added behind those of the record if it is none of them. */
    private int placeOf(Column column) {
      List<String> names = columns.stream().map(Column::name).toList();
      if (!names.contains(column.name())) {
        columns.add(column);
      }
      return names.contains(column.name()) ? names.indexOf(column.name()) : names.size();
    }

    @Override
    protected R computeNext() {
      try {
        while (!isAtRecord()) {
          row = reader == null ? null : reader.next();
          recordsTaken = 0;
          if (row == null && !openNext()) {
            return endOfData();
          }
          row = row != null && isMeant(row) ? row : null;
        }
        return taken();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read rows of " + table, e);
      }
    }

    private boolean isAtRecord() {
      return row != null
          && (list < 0
              ? recordsTaken == 0
              : !row.isMissing(list) && recordsTaken < row.list(list).size());
    }

    /** What a row holds was tested when it was written. */
    private R taken() throws IOException {
      try {
        return form.take(list < 0 ? row : flat(row.list(list).get(recordsTaken)));
      } catch (RuntimeException e) {
        throw reader.unreadable(e);
      } finally {
        recordsTaken++;
      }
    }

    /** A record of the list, with what its row says beside it. */
    private Cells flat(Cells record) {
      int ofRow = 0;
      int ofRecord = 0;
      for (int i = 0; i < isOfList.length; i++) {
        if (isOfList[i]) {
          flat.copy(i, record, ofRecord++);
        } else {
          flat.copy(i, row, ofRow++);
        }
      }
      return flat;
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

    private boolean isMeant(Cells read) {
      if (day < 0) {
        return true;
      }
      if (read.isMissing(day)) {
        return false;
      }
      if (read.number(day) != lastDay) {
        lastDay = read.number(day);
        isLastDayMeant = days.contains(LocalDate.ofEpochDay(lastDay));
      }
      return isLastDayMeant;
    }
  }

  /** All rows. */
  public List<R> list() {
    List<R> rows = new ArrayList<>();
    forEach(rows::add);
    return rows;
  }
}
