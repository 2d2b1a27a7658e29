package org.dawen.lake;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Reads rows in the form Spark keeps them in, by place: for functions that go over millions of
 * rows. Civil times and instants are microseconds since 1970, days are days since 1970, decimals of
 * at most 18 digits their digits without the point. What is read is valid until the next row.
 */
public final class BareRow {
  private InternalRow row;

  /** Looks at another row. */
  public BareRow at(InternalRow newRow) {
    row = newRow;
    return this;
  }

  public boolean isMissing(int place) {
    return row.isNullAt(place);
  }

  /** The text, or null. */
  public UTF8String text(int place) {
    return row.isNullAt(place) ? null : row.getUTF8String(place);
  }

  /** A copy of the bytes, or null. */
  public byte[] bytes(int place) {
    return row.isNullAt(place) ? null : row.getBinary(place);
  }

  /** A whole number, time or decimal; 0 for null. */
  public long number(int place) {
    return row.isNullAt(place) ? 0 : row.getLong(place);
  }

  /** A count or day; 0 for null. */
  public int count(int place) {
    return row.isNullAt(place) ? 0 : row.getInt(place);
  }
}
