package org.dawen.lake;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.codegen.UnsafeRowWriter;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Makes rows in the form Spark keeps them in, cell after cell in the order of the columns, civil
 * times and instants are microseconds since 1970, days are days since 1970, decimals of at most 18
 * digits their digits without the point. The row is valid until the next one is begun.
 */
public final class BareRowMaker {
  private final UnsafeRowWriter writer;
  private final int columns;
  private int place;

  public BareRowMaker(int columns) {
    this.columns = columns;
    this.writer = new UnsafeRowWriter(columns, 64 * columns);
  }

  public BareRowMaker begin() {
    writer.reset();
    writer.zeroOutNullBytes();
    place = 0;
    return this;
  }

  public BareRowMaker missing() {
    writer.setNullAt(place++);
    return this;
  }

  /** Null for no text. */
  public BareRowMaker text(UTF8String text) {
    if (text == null) {
      return missing();
    }
    writer.write(place++, text);
    return this;
  }

  /** A whole number, time or decimal of at most 18 digits. */
  public BareRowMaker number(long number) {
    writer.write(place++, number);
    return this;
  }

  public BareRowMaker numberIf(boolean isThere, long number) {
    return isThere ? number(number) : missing();
  }

  /** A count or day. */
  public BareRowMaker count(int count) {
    writer.write(place++, count);
    return this;
  }

  public BareRowMaker countIf(boolean isThere, int count) {
    return isThere ? count(count) : missing();
  }

  /** The row, which must be whole. */
  public InternalRow row() {
    if (place != columns) {
      throw new IllegalStateException("%d of %d columns are filled".formatted(place, columns));
    }
    return writer.getRow();
  }
}
