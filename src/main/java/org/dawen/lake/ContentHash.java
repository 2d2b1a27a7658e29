package org.dawen.lake;

import java.io.Serializable;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.unsafe.Platform;

/**
 * A hash of what a table says, whatever the order of its rows and files: the number of rows and the
 * sum of the xxhash64 of each, as Spark SQL computes it of {@code isnull(a), a, isnull(b), b, …}.
 * Nulls are marked, because xxhash64 skips them; a sum, because an exclusive or cancels duplicates.
 * Columns about the run are left out.
 */
public final class ContentHash implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final long SEED = 42;

  private final ArrayList<Column> columns;

  private ContentHash(Table table) {
    columns = new ArrayList<>(table.columns().stream().filter(c -> !c.isAboutTheRun()).toList());
  }

  /** So many rows, and the sum of their hashes. */
  private record Sum(long rows, BigInteger hashes) implements Serializable {
    static final Sum ZERO = new Sum(0, BigInteger.ZERO);

    Sum plus(Sum other) {
      return new Sum(rows + other.rows, hashes.add(other.hashes));
    }
  }

  /** {@code rows:hash}, or {@code absent} if the table has not been written. */
  public static String of(Lake lake, Table table) {
    if (!lake.exists(table)) {
      return "absent";
    }
    Sum sum = new ContentHash(table).sum(lake, table);
    return sum.rows + ":" + sum.hashes;
  }

  private Sum sum(Lake lake, Table table) {
    DataFiles files = lake.files(table);
    if (!files.isPlain()) {
      return ofRows(lake, table);
    }
    return lake.ofEach(files.files(), this::ofFile).stream().reduce(Sum.ZERO, Sum::plus);
  }

  /** Of a table whose files another writer has made, as Delta reads it. */
  private Sum ofRows(Lake lake, Table table) {
    Cells cells = new Cells(columns.size());
    String[] names = columns.stream().map(Column::name).toArray(String[]::new);
    List<Sum> sum = new ArrayList<>(List.of(Sum.ZERO));
    lake.read(table)
        .selectExpr(names)
        .toLocalIterator()
        .forEachRemaining(
            row -> {
              for (int i = 0; i < names.length; i++) {
                cells.value(i, columns.get(i).type(), row.get(i));
              }
              sum.set(0, sum.get(0).plus(ofRow(cells)));
            });
    return sum.get(0);
  }

  private Sum ofFile(String path) {
    Sum[] sum = {Sum.ZERO};
    TableFileReader.forEach(
        path, columns, SinkTask.Settings.OF_TASK, row -> sum[0] = sum[0].plus(ofRow(row)));
    return sum[0];
  }

  private Sum ofRow(Cells row) {
    return new Sum(1, BigInteger.valueOf(ofCells(columns, row, SEED)));
  }

  private static long ofCells(List<Column> columns, Cells row, long seed) {
    long hash = seed;
    for (int i = 0; i < columns.size(); i++) {
      hash = XXH64.hashInt(row.isMissing(i) ? 1 : 0, hash);
      hash = row.isMissing(i) ? hash : ofCell(columns.get(i), row, i, hash);
    }
    return hash;
  }

  /** Of a list its length, then its records as rows. */
  private static long ofList(List<Column> fields, CellList list, long seed) {
    long hash = XXH64.hashInt(list.size(), seed);
    for (int r = 0; r < list.size(); r++) {
      hash = ofCells(fields, list.get(r), hash);
    }
    return hash;
  }

  private static long ofCell(Column column, Cells row, int place, long seed) {
    DataType type = column.type();
    if (!column.fields().isEmpty()) {
      return ofList(column.fields(), row.list(place), seed);
    }
    if (!Cells.isNumber(type)) {
      byte[] bytes = row.bytes(place).getBytes();
      // Spark hashes a decimal of more than 18 digits as the shortest bytes that hold it.
      byte[] hashed =
          type.typeName().startsWith("decimal") ? new BigInteger(bytes).toByteArray() : bytes;
      return XXH64.hashUnsafeBytes(hashed, Platform.BYTE_ARRAY_OFFSET, hashed.length, seed);
    }
    return switch (type.typeName()) {
      case "boolean", "integer", "date" -> XXH64.hashInt((int) row.number(place), seed);
      default -> XXH64.hashLong(row.number(place), seed);
    };
  }
}
