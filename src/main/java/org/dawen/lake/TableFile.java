package org.dawen.lake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.io.api.Binary;

/**
 * One Parquet file of a table while it is written, with the statistics that Delta's log keeps of
 * it.
 */
final class TableFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Delta's readers cut texts of statistics here; a longest one that was cut would not be one. */
  private static final int LONGEST_TEXT = 32;

  private final Table table;
  private final String folder;
  private final String path;
  private final Path file;
  private final Configuration hadoop;
  private final CellFile writer;
  private final int measured;
  private final boolean isMeasuredByNumber;
  private long rows;
  private long nulls;
  private long smallest = Long.MAX_VALUE;
  private long largest = Long.MIN_VALUE;
  private Binary first;
  private Binary last;

  /** Begins a file. */
  TableFile(Table table, String tablePath, String folder, Configuration hadoop) throws IOException {
    this.table = table;
    this.folder = folder;
    this.hadoop = hadoop;
    String name = "part-" + UUID.randomUUID() + ".snappy.parquet";
    path = folder == null ? name : table.layout().partitionColumn() + "=" + folder + "/" + name;
    file = new Path(tablePath, path);
    measured = table.placeOf(table.skippedBy());
    isMeasuredByNumber = Cells.isNumber(table.skippedBy().type());
    writer = new CellFile(file, table, hadoop);
  }

  void write(Cells row) throws IOException {
    writer.write(row);
    rows++;
    if (row.isMissing(measured)) {
      nulls++;
    } else if (isMeasuredByNumber) {
      smallest = Math.min(smallest, row.number(measured));
      largest = Math.max(largest, row.number(measured));
    } else {
      measure(row.bytes(measured));
    }
  }

  private void measure(Binary text) {
    if (text == first || text == last) {
      return;
    }
    first = first == null || compare(text, first) < 0 ? text : first;
    last = last == null || compare(text, last) > 0 ? text : last;
  }

  private static int compare(Binary a, Binary b) {
    return Arrays.compareUnsigned(a.getBytesUnsafe(), b.getBytesUnsafe());
  }

  /** Ends the file. */
  WrittenFile close() throws IOException {
    writer.close();
    FileStatus written = file.getFileSystem(hadoop).getFileStatus(file);
    return new WrittenFile(
        path, folder, written.getLen(), written.getModificationTime(), rows, statistics());
  }

  /** Gives the file up. */
  void discard() throws IOException {
    try {
      writer.close();
    } finally {
      file.getFileSystem(hadoop).delete(file, false);
    }
  }

  private String statistics() {
    ObjectNode statistics = JSON.createObjectNode();
    statistics.put("numRecords", rows);
    Column column = table.skippedBy();
    ObjectNode minima = statistics.putObject("minValues");
    ObjectNode maxima = statistics.putObject("maxValues");
    String type = column.type().typeName();
    if (type.equals("date") && smallest <= largest) {
      minima.put(column.name(), LocalDate.ofEpochDay(smallest).toString());
      maxima.put(column.name(), LocalDate.ofEpochDay(largest).toString());
    } else if ((type.equals("long") || type.equals("integer")) && smallest <= largest) {
      minima.put(column.name(), smallest);
      maxima.put(column.name(), largest);
    } else if (type.equals("string") && first != null) {
      minima.put(column.name(), cut(first.toStringUsingUTF8()));
      String text = last.toStringUsingUTF8();
      if (text.equals(cut(text))) {
        maxima.put(column.name(), text);
      }
    }
    statistics.putObject("nullCount").put(column.name(), nulls);
    return statistics.toString();
  }

  private static String cut(String text) {
    int characters = text.codePointCount(0, text.length());
    return characters <= LONGEST_TEXT
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT));
  }
}
