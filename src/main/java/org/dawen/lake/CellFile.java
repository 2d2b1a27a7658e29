package org.dawen.lake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/**
 * Writes a Parquet file by its columns. Parquet's own writer of rows hands over cell by cell, a
 * hundred columns in turn, and half of the time is lost between them; here the cells of some rows
 * are gathered and handed over column by column.
 */
final class CellFile implements AutoCloseable {
  /** The cells of so many rows of a hundred columns fit into the second cache of a core. */
  private static final int ROWS_AT_A_TIME = 256;

  private final MessageType schema;
  private final ParquetProperties properties;
  private final CodecFactory codecs;
  private final ParquetFileWriter file;
  private final List<CellsOfColumn> columns = new ArrayList<>();
  private ColumnChunkPageWriteStore pages;
  private ColumnWriteStore store;
  private int gathered;
  private long rowsOfGroup;

  /** Begins a file. */
  CellFile(Path path, Table table, Configuration hadoop) throws IOException {
    schema = FileSchema.of(table);
    properties = properties(table);
    codecs = new CodecFactory(hadoop, properties.getPageSizeThreshold());
    file =
        new ParquetFileWriter(
            HadoopOutputFile.fromPath(path, hadoop),
            schema,
            ParquetFileWriter.Mode.CREATE,
            ParquetWriter.DEFAULT_BLOCK_SIZE,
            ParquetWriter.MAX_PADDING_SIZE_DEFAULT,
            null,
            properties);
    file.start();
    int leaf = 0;
    for (int place = 0; place < schema.getFieldCount(); place++) {
      int leaves = table.columns().get(place).fields().size();
      columns.add(
          leaves == 0
              ? new Gathered(place, schema.getColumns().get(leaf))
              : new ListCells(place, schema.getColumns().subList(leaf, leaf + leaves)));
      leaf += Math.max(1, leaves);
    }
    beginGroup();
  }

  /**
   * Whoever asks for one text asks for a key, so of other texts no smallest and largest are kept:
   * comparing each costs a twelfth of writing.
   */
  private ParquetProperties properties(Table table) {
    ParquetProperties.Builder builder =
        ParquetProperties.builder()
            .withValuesWriterFactory(new ValueEncodings())
            .withSizeStatisticsEnabled(false); // no reader of these tables asks for them
    table.withoutDictionary().forEach(c -> builder.withDictionaryEncoding(c.name(), false));
    for (ColumnDescriptor column : schema.getColumns()) {
      boolean isText = column.getPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.BINARY;
      if (isText && table.key().stream().noneMatch(k -> k.name().equals(column.getPath()[0]))) {
        builder.withStatisticsEnabled(String.join(".", column.getPath()), false);
      }
    }
    return builder.build();
  }

  private void beginGroup() {
    BytesInputCompressor snappy = codecs.getCompressor(CompressionCodecName.SNAPPY);
    pages =
        new ColumnChunkPageWriteStore(
            snappy,
            schema,
            properties.getAllocator(),
            properties.getColumnIndexTruncateLength(),
            properties.getPageWriteChecksumEnabled());
    store = properties.newColumnWriteStore(schema, pages, pages);
    columns.forEach(c -> c.begin(store));
    rowsOfGroup = 0;
  }

  void write(Cells row) throws IOException {
    for (CellsOfColumn column : columns) {
      column.take(row, gathered);
    }
    if (++gathered == ROWS_AT_A_TIME) {
      handOver();
      if (store.getBufferedSize() > ParquetWriter.DEFAULT_BLOCK_SIZE) {
        endGroup();
        beginGroup();
      }
    }
  }

  private void handOver() {
    for (CellsOfColumn column : columns) {
      column.handOver(gathered);
    }
    for (; gathered > 0; gathered--) {
      store.endRecord();
      rowsOfGroup++;
    }
  }

  private void endGroup() throws IOException {
    if (rowsOfGroup > 0) {
      file.startBlock(rowsOfGroup);
      store.flush();
      pages.flushToFileWriter(file);
      file.endBlock();
    }
    store.close();
    pages.close();
  }

  @Override
  public void close() throws IOException {
    try {
      handOver();
      endGroup();
      // Without the version Spark's reader takes days before 1582 for those of another calendar.
      file.end(
          Map.of("org.apache.spark.version", org.apache.spark.package$.MODULE$.SPARK_VERSION()));
    } finally {
      codecs.release();
      file.close();
    }
  }

  /** What hands the cells of a column over to Parquet. */
  private interface CellsOfColumn {
    /** A group of rows begins. */
    void begin(ColumnWriteStore group);

    void take(Cells row, int at);

    /** The cells of so many rows are to be written now at the latest. */
    void handOver(int count);
  }

  /**
   * A list of records: of each field the values of all records. Written as they come; Parquet
   * counts the rows of each column by itself.
   */
  private static final class ListCells implements CellsOfColumn {
    /** Definition levels: the list is there, it has records, a record is there, a value is. */
    private static final int EMPTY_LIST = 1;

    private static final int RECORD = 3;

    private final int place;
    private final List<ColumnDescriptor> fields;
    private final ColumnWriter[] writers;

    ListCells(int place, List<ColumnDescriptor> fields) {
      this.place = place;
      this.fields = fields;
      writers = new ColumnWriter[fields.size()];
    }

    @Override
    public void begin(ColumnWriteStore group) {
      Arrays.setAll(writers, i -> group.getColumnWriter(fields.get(i)));
    }

    @Override
    public void take(Cells row, int at) {
      CellList records = row.isMissing(place) ? null : row.list(place);
      int size = records == null ? 0 : records.size();
      for (int field = 0; field < writers.length; field++) {
        if (size == 0) {
          writers[field].writeNull(0, records == null ? 0 : EMPTY_LIST);
        }
        for (int r = 0; r < size; r++) {
          write(records.get(r), field, r == 0 ? 0 : 1);
        }
      }
    }

    private void write(Cells record, int field, int repetition) {
      ColumnWriter writer = writers[field];
      if (record.isMissing(field)) {
        writer.writeNull(repetition, RECORD);
        return;
      }
      switch (fields.get(field).getPrimitiveType().getPrimitiveTypeName()) {
        case INT32 -> writer.write((int) record.number(field), repetition, RECORD + 1);
        case INT64 -> writer.write(record.number(field), repetition, RECORD + 1);
        case BOOLEAN -> writer.write(record.number(field) != 0, repetition, RECORD + 1);
        default -> writer.write(record.bytes(field), repetition, RECORD + 1);
      }
    }

    @Override
    public void handOver(int count) {
      // Nothing has been gathered.
    }
  }

  /** The cells of one column that have been gathered. */
  private static final class Gathered implements CellsOfColumn {
    private final int place;
    private final ColumnDescriptor descriptor;
    private final boolean[] isThere = new boolean[ROWS_AT_A_TIME];
    private final long[] numbers;
    private final Binary[] bytes;
    private ColumnWriter writer;

    Gathered(int place, ColumnDescriptor descriptor) {
      this.place = place;
      this.descriptor = descriptor;
      boolean isNumber =
          switch (descriptor.getPrimitiveType().getPrimitiveTypeName()) {
            case INT32, INT64, BOOLEAN -> true;
            default -> false;
          };
      numbers = isNumber ? new long[ROWS_AT_A_TIME] : null;
      bytes = isNumber ? null : new Binary[ROWS_AT_A_TIME];
    }

    @Override
    public void begin(ColumnWriteStore group) {
      writer = group.getColumnWriter(descriptor);
    }

    @Override
    public void take(Cells row, int at) {
      boolean isMissing = row.isMissing(place);
      isThere[at] = !isMissing;
      if (numbers != null) {
        numbers[at] = row.number(place);
      } else {
        bytes[at] = isMissing ? null : row.bytes(place);
      }
    }

    @Override
    public void handOver(int count) {
      switch (descriptor.getPrimitiveType().getPrimitiveTypeName()) {
        case INT32 -> {
          for (int i = 0; i < count; i++) {
            if (isThere[i]) {
              writer.write((int) numbers[i], 0, 1);
            } else {
              writer.writeNull(0, 0);
            }
          }
        }
        case INT64 -> {
          for (int i = 0; i < count; i++) {
            if (isThere[i]) {
              writer.write(numbers[i], 0, 1);
            } else {
              writer.writeNull(0, 0);
            }
          }
        }
        case BOOLEAN -> {
          for (int i = 0; i < count; i++) {
            if (isThere[i]) {
              writer.write(numbers[i] != 0, 0, 1);
            } else {
              writer.writeNull(0, 0);
            }
          }
        }
        default -> {
          for (int i = 0; i < count; i++) {
            if (isThere[i]) {
              writer.write(bytes[i], 0, 1);
            } else {
              writer.writeNull(0, 0);
            }
          }
        }
      }
    }
  }
}
