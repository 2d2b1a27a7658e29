package org.dawen.lake;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
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

  /** Length of all files up to which one thread is quicker than tasks. */
  private static final long SMALL_BYTES = 32L << 20;

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
    List<String> paths = files.files().stream().map(DataFiles.DataFile::path).toList();
    long bytes = files.files().stream().mapToLong(f -> f.status().getSize()).sum();
    return bytes <= SMALL_BYTES
        ? paths.stream().map(this::ofFile).reduce(Sum.ZERO, Sum::plus)
        : JavaSparkContext.fromSparkContext(lake.spark().sparkContext())
            .parallelize(paths, paths.size())
            .map(this::ofFile)
            .fold(Sum.ZERO, Sum::plus);
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
    try (TableFileReader reader = new TableFileReader(path, columns, SinkTask.Settings.OF_TASK)) {
      Sum sum = Sum.ZERO;
      for (Cells row = reader.next(); row != null; row = reader.next()) {
        sum = sum.plus(ofRow(row));
      }
      return sum;
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  private Sum ofRow(Cells row) {
    long hash = SEED;
    for (int i = 0; i < columns.size(); i++) {
      hash = XXH64.hashInt(row.isMissing(i) ? 1 : 0, hash);
      hash = row.isMissing(i) ? hash : ofCell(columns.get(i).type(), row, i, hash);
    }
    return new Sum(1, BigInteger.valueOf(hash));
  }

  private static long ofCell(DataType type, Cells row, int place, long seed) {
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
