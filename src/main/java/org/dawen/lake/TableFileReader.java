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
import org.apache.parquet.schema.GroupType;
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
  private final List<CellReader> readers = new ArrayList<>();
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
        wanted.add(wanted(stored.getType(column.name()), column));
      }
    }
    if (wanted.isEmpty()) { // some column tells how many rows there are
      wanted.add(stored.getType(0));
    }
    schema = new MessageType(stored.getName(), wanted);
    writer = file.getFileMetaData().getCreatedBy();
    file.setRequestedSchema(schema);
  }

  /** Of a list only the fields wanted are read. */
  private static Type wanted(Type stored, Column column) {
    if (column.fields().isEmpty()) {
      return stored;
    }
    GroupType element = element(stored);
    List<Type> fields =
        column.fields().stream()
            .map(Column::name)
            .filter(element::containsField)
            .map(element::getType)
            .toList();
    GroupType list = stored.asGroupType();
    return list.withNewFields(
        list.getType(0).asGroupType().withNewFields(element.withNewFields(fields)));
  }

  /** Three levels, whatever their writer calls them. */
  private static GroupType element(Type list) {
    return list.asGroupType().getType(0).asGroupType().getType(0).asGroupType();
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
      for (CellReader reader : readers) {
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
        readers.add(
            columns.get(i).fields().isEmpty()
                ? new ColumnCells(i, columns.get(i), descriptor(name), store)
                : new ListCells(i, columns.get(i), store));
      }
    }
    left = pages.getRowCount();
    return true;
  }

  private ColumnDescriptor descriptor(String... path) {
    return schema.getColumnDescription(path);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** What reads a cell of each row of a row group. */
  private interface CellReader {
    void read(Cells into);
  }

  /** A list of records: of each field all values of a row are read, then those of the next. */
  private final class ListCells implements CellReader {
    private final int place;
    private final int width;
    private final List<ColumnCells> fields = new ArrayList<>();

    ListCells(int place, Column column, ColumnReadStoreImpl store) {
      this.place = place;
      this.width = column.fields().size();
      GroupType list = schema.getType(column.name()).asGroupType();
      GroupType repeated = list.getType(0).asGroupType();
      GroupType element = element(list);
      for (int i = 0; i < width; i++) {
        String field = column.fields().get(i).name();
        if (element.containsField(field)) {
          ColumnDescriptor descriptor =
              descriptor(list.getName(), repeated.getName(), element.getName(), field);
          fields.add(new ColumnCells(i, column.fields().get(i), descriptor, store));
        }
      }
    }

    @Override
    public void read(Cells into) {
      if (fields.get(0).reader.getCurrentDefinitionLevel() == 0) {
        fields.forEach(f -> f.reader.consume());
        return;
      }
      CellList records = into.list(place, width);
      for (ColumnCells field : fields) {
        boolean isFirst = field == fields.get(0);
        int r = 0;
        do {
          if (field.isInRecord()) {
            field.read(isFirst ? records.add() : records.get(r));
            r++;
          } else {
            field.reader.consume();
          }
        } while (field.reader.getCurrentRepetitionLevel() > 0);
      }
    }
  }

  /** One column of a row group. */
  private static final class ColumnCells implements CellReader {
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

    /** False where a list holds no record. */
    boolean isInRecord() {
      return reader.getCurrentDefinitionLevel() >= present - 1;
    }

    @Override
    public void read(Cells into) {
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

    NoRows(GroupType schema) {
      converters = new Converter[schema.getFieldCount()];
      for (int i = 0; i < converters.length; i++) {
        converters[i] =
            schema.getType(i).isPrimitive()
                ? new PrimitiveConverter() {}
                : new NoRows(schema.getType(i).asGroupType());
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
