package org.dawen.lake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;

/**
 * One Parquet file of a table while it is written, with the statistics that Delta's log keeps of
 * it.
 */
final class TableFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Delta's readers cut texts of statistics here; a longest one that was cut would not be one. */
  private static final int LONGEST_TEXT = 32;

  private static final int WIDE_DECIMAL_BYTES = 16;

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
    ParquetProperties.Builder properties =
        ParquetProperties.builder()
            .withValuesWriterFactory(new PlainNumbers.Factory())
            .withSizeStatisticsEnabled(false); // no reader of these tables asks for them
    table.withoutDictionary().forEach(c -> properties.withDictionaryEncoding(c.name(), false));
    // Without the version Spark's reader takes days before 1582 for those of another calendar.
    writer =
        new CellFile(
            file,
            new MessageType("row", table.columns().stream().map(TableFile::type).toList()),
            properties.build(),
            Map.of("org.apache.spark.version", org.apache.spark.package$.MODULE$.SPARK_VERSION()),
            hadoop);
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

  private static Type type(Column column) {
    DataType type = column.type();
    if (type instanceof DecimalType decimal) {
      LogicalTypeAnnotation digits =
          LogicalTypeAnnotation.decimalType(decimal.scale(), decimal.precision());
      return decimal.precision() <= 9
          ? Types.optional(PrimitiveTypeName.INT32).as(digits).named(column.name())
          : decimal.precision() <= 18
              ? Types.optional(PrimitiveTypeName.INT64).as(digits).named(column.name())
              : Types.optional(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY)
                  .length(WIDE_DECIMAL_BYTES)
                  .as(digits)
                  .named(column.name());
    }
    Types.PrimitiveBuilder<PrimitiveType> built =
        switch (type.typeName()) {
          case "string" ->
              Types.optional(PrimitiveTypeName.BINARY).as(LogicalTypeAnnotation.stringType());
          case "binary" -> Types.optional(PrimitiveTypeName.BINARY);
          case "date" ->
              Types.optional(PrimitiveTypeName.INT32).as(LogicalTypeAnnotation.dateType());
          case "integer" -> Types.optional(PrimitiveTypeName.INT32);
          case "long" -> Types.optional(PrimitiveTypeName.INT64);
          case "boolean" -> Types.optional(PrimitiveTypeName.BOOLEAN);
          case "timestamp" ->
              Types.optional(PrimitiveTypeName.INT64)
                  .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS));
          case "timestamp_ntz" ->
              Types.optional(PrimitiveTypeName.INT64)
                  .as(LogicalTypeAnnotation.timestampType(false, TimeUnit.MICROS));
          default -> throw new IllegalArgumentException("no file holds " + type.sql());
        };
    return built.named(column.name());
  }
}
