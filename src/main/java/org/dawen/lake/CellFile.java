package org.dawen.lake;

import java.io.IOException;
import java.util.ArrayList;
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

/**
 * Writes a Parquet file by its columns. Parquet's own writer of rows hands over cell by cell, a
 * hundred columns in turn, and half of the time is lost between them; here the cells of some rows
 * are gathered and handed over column by column.
 */
final class CellFile implements AutoCloseable {
  /** The cells of so many rows of a hundred columns fit into the second cache of a core. */
  private static final int ROWS_AT_A_TIME = 256;

  private final MessageType schema;
  private final Map<String, String> metadata;
  private final ParquetProperties properties;
  private final CodecFactory codecs;
  private final ParquetFileWriter file;
  private final List<Gathered> columns = new ArrayList<>();
  private ColumnChunkPageWriteStore pages;
  private ColumnWriteStore store;
  private int gathered;
  private long rowsOfGroup;

  /**
   * Begins a file.
   *
   * @param metadata key and value pairs of the footer
   */
  CellFile(
      Path path,
      MessageType schema,
      ParquetProperties properties,
      Map<String, String> metadata,
      Configuration hadoop)
      throws IOException {
    this.schema = schema;
    this.metadata = metadata;
    this.properties = properties;
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
    for (int i = 0; i < schema.getFieldCount(); i++) {
      columns.add(new Gathered(i, schema.getColumns().get(i)));
    }
    beginGroup();
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
    columns.forEach(c -> c.writer = store.getColumnWriter(c.descriptor));
    rowsOfGroup = 0;
  }

  void write(Cells row) throws IOException {
    for (Gathered column : columns) {
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
    for (Gathered column : columns) {
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
      file.end(metadata);
    } finally {
      codecs.release();
      file.close();
    }
  }

  /** The cells of one column that have been gathered. */
  private static final class Gathered {
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

    void take(Cells row, int at) {
      boolean isMissing = row.isMissing(place);
      isThere[at] = !isMissing;
      if (numbers != null) {
        numbers[at] = row.number(place);
      } else {
        bytes[at] = isMissing ? null : row.bytes(place);
      }
    }

    void handOver(int count) {
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
