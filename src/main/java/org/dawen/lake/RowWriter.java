package org.dawen.lake;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.codegen.UnsafeRowWriter;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Writes rows of a table cell by cell in the form Spark keeps them in, for tables of millions of
 * rows a night: no object a cell. Every cell of a row must be written; the row stands until the
 * next one is begun.
 */
public final class RowWriter {
  private final UnsafeRowWriter writer;

  /** For rows of so many cells. */
  public RowWriter(int cells) {
    writer = new UnsafeRowWriter(cells, 256);
  }

  /** Begins another row. */
  public void begin() {
    writer.reset();
    writer.zeroOutNullBytes();
  }

  public void nothing(int place) {
    writer.setNullAt(place);
  }

  /** Into a column of 64 bits. */
  public void whole(int place, long value) {
    writer.write(place, value);
  }

  /** Into a column of 32 bits. */
  public void count(int place, int value) {
    writer.write(place, value);
  }

  public void truth(int place, boolean value) {
    writer.write(place, value);
  }

  /** UTF-8; null writes no value. */
  public void text(int place, byte[] utf8) {
    if (utf8 == null) {
      writer.setNullAt(place);
    } else {
      writer.write(place, UTF8String.fromBytes(utf8));
    }
  }

  /** A day by its number since 1970. */
  public void day(int place, int number) {
    writer.write(place, number);
  }

  /** A civil time by its seconds since 1970. */
  public void civilTime(int place, long seconds) {
    writer.write(place, seconds * 1_000_000);
  }

  /** The row that was begun. */
  public InternalRow row() {
    return writer.getRow();
  }
}
