package org.dawen.lake;

import java.util.Iterator;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Reads rows cell by cell in the form Spark keeps them in; the counterpart of {@link RowWriter}. A
 * row stands only until the next one is asked for.
 */
public final class RowReader {
  private RowReader() {}

  /** The UTF-8 of a text that is not null. */
  public static byte[] text(InternalRow row, int place) {
    UTF8String text = row.getUTF8String(place);
    return text.getBytes();
  }

  /** A civil time that is not null, as seconds since 1970. */
  public static long civilTime(InternalRow row, int place) {
    return Math.floorDiv(row.getLong(place), 1_000_000L);
  }

  /** Copies whole numbers that stand side by side; {@code absent} for null. */
  public static void wholes(
      InternalRow row, int place, boolean[] isWide, long[] into, long absent) {
    for (int i = 0; i < into.length; i++) {
      into[i] =
          row.isNullAt(place + i)
              ? absent
              : isWide[i] ? row.getLong(place + i) : row.getInt(place + i);
    }
  }

  /** Other rows made of rows, partition by partition, in the order in which they stand. */
  public static Dataset<Row> mapPartitions(
      Dataset<Row> rows,
      FlatMapFunction<Iterator<InternalRow>, InternalRow> function,
      StructType type) {
    JavaRDD<InternalRow> in = rows.queryExecution().toRdd().toJavaRDD();
    return BareRows.of(rows.sparkSession(), in.mapPartitions(function), type);
  }
}
