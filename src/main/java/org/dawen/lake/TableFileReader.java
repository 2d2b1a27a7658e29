package org.dawen.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/** Reads rows of a data file, of the wanted columns only, one after another. */
final class TableFileReader implements AutoCloseable {
  private static final long JULIAN_DAY_OF_1970 = 2_440_588;
  private static final long MICROS_OF_A_DAY = 86_400_000_000L;
  private static final int INT96_BYTES = 12;

  private final String path;
  private final ParquetFileReader file;
  private final MessageType schema;
  private final String writer;
  private final List<Column> columns;
  private final Cells cells;
  private final List<ColumnCells> readers = new ArrayList<>();
  private long left;

  /** Opens a file; a column that it does not have is null in every row. */
  TableFileReader(String path, List<Column> columns, Configuration hadoop) throws IOException {
    this.path = path;
    this.columns = columns;
    this.cells = new Cells(columns.size());
    try {
      // Without options Parquet reads Hadoop's settings anew for each file.
      this.file =
          ParquetFileReader.open(
              HadoopInputFile.fromPath(new Path(path), hadoop),
              HadoopReadOptions.builder(hadoop).build());
    } catch (IOException | RuntimeException e) {
      throw unreadable(e);
    }
    MessageType stored = file.getFileMetaData().getSchema();
    List<Type> wanted = new ArrayList<>();
    for (Column column : columns) {
      if (stored.containsField(column.name())) {
        wanted.add(stored.getType(column.name()));
      }
    }
    if (wanted.isEmpty()) { // some column tells how many rows there are
      wanted.add(stored.getType(0));
    }
    schema = new MessageType(stored.getName(), wanted);
    writer = file.getFileMetaData().getCreatedBy();
    file.setRequestedSchema(schema);
  }

  /** Hands over each row of a file, which stands until the one after. */
  static void forEach(
      String path, List<Column> columns, Configuration hadoop, Consumer<Cells> consumer) {
    try (TableFileReader reader = new TableFileReader(path, columns, hadoop)) {
      for (Cells row = reader.next(); row != null; row = reader.next()) {
        consumer.accept(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  /** The next row, which stands until the one after is asked for; null behind the last. */
  Cells next() throws IOException {
    try {
      while (left == 0) {
        if (!nextGroup()) {
          return null;
        }
      }
      left--;
      cells.clear();
      for (ColumnCells reader : readers) {
        reader.read(cells);
      }
      return cells;
    } catch (IOException | RuntimeException e) {
      throw unreadable(e);
    }
  }

  /** Parquet throws whatever a damaged file makes it stumble over; here the file is named. */
  IOException unreadable(Exception e) {
    return new IOException("cannot read " + path, e);
  }

  private boolean nextGroup() throws IOException {
    PageReadStore pages = file.readNextRowGroup();
    if (pages == null) {
      return false;
    }
    ColumnReadStoreImpl store = new ColumnReadStoreImpl(pages, new NoRows(schema), schema, writer);
    readers.clear();
    for (int i = 0; i < columns.size(); i++) {
      String name = columns.get(i).name();
      if (schema.containsField(name)) {
        ColumnDescriptor descriptor = schema.getColumnDescription(new String[] {name});
        readers.add(new ColumnCells(i, columns.get(i), descriptor, store));
      }
    }
    left = pages.getRowCount();
    return true;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** One column of a row group. */
  private static final class ColumnCells {
    private final int place;
    private final boolean isNumber;
    private final int present;
    private final PrimitiveTypeName type;
    private final ColumnReader reader;

    ColumnCells(int place, Column column, ColumnDescriptor descriptor, ColumnReadStoreImpl store) {
      this.place = place;
      this.isNumber = Cells.isNumber(column.type());
      this.present = descriptor.getMaxDefinitionLevel();
      this.type = descriptor.getPrimitiveType().getPrimitiveTypeName();
      this.reader = store.getColumnReader(descriptor);
    }

    void read(Cells into) {
      if (reader.getCurrentDefinitionLevel() == present) {
        if (isNumber) {
          into.number(place, number());
        } else {
          into.bytes(place, reader.getBinary());
        }
      }
      reader.consume();
    }

    private long number() {
      return switch (type) {
        case INT32 -> reader.getInteger();
        case INT64 -> reader.getLong();
        case BOOLEAN -> reader.getBoolean() ? 1 : 0;
        case INT96 -> instant(reader.getBinary());
        default -> new BigInteger(reader.getBinary().getBytesUnsafe()).longValueExact();
      };
    }

    /** Instants as lakes of the first build hold them: nanoseconds of a Julian day. */
    private static long instant(Binary int96) {
      ByteBuffer bytes = int96.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
      long nanos = bytes.getLong(bytes.position());
      int day = bytes.getInt(bytes.position() + INT96_BYTES - Integer.BYTES);
      return (day - JULIAN_DAY_OF_1970) * MICROS_OF_A_DAY + Math.floorDiv(nanos, 1_000);
    }
  }

  /** Parquet asks for converters, which reading by column does not use. */
  private static final class NoRows extends GroupConverter {
    private final Converter[] converters;

    NoRows(MessageType schema) {
      converters = new Converter[schema.getFieldCount()];
      for (int i = 0; i < converters.length; i++) {
        converters[i] = new PrimitiveConverter() {};
      }
    }

    @Override
    public Converter getConverter(int place) {
      return converters[place];
    }

    @Override
    public void start() {}

    @Override
    public void end() {}
  }
}
