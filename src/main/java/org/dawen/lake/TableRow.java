package org.dawen.lake;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;

/** One row of a table, read by its declared columns; outside this room nobody reads Spark rows. */
public final class TableRow {
  private final Row row;

  /** A row that a Spark function is given. */
  public TableRow(Row row) {
    this.row = row;
  }

  /** A row of a data file that was read with these columns. */
  static TableRow of(Cells cells, StructType columns) {
    Object[] values = new Object[columns.length()];
    for (int i = 0; i < values.length; i++) {
      values[i] = cells.value(i, columns.fields()[i].dataType());
    }
    return new TableRow(new GenericRowWithSchema(values, columns));
  }

  /** A row that an engine of SQL gives. */
  static TableRow of(Object[] values, StructType columns) {
    return new TableRow(new GenericRowWithSchema(values, columns));
  }

  /** True if there is no value. */
  public boolean isMissing(Column column) {
    return value(column.name()) == null;
  }

  /** The text, or null. */
  public String text(Column column) {
    return (String) value(column.name());
  }

  /** The text of a column that no table declares, such as one of an ad-hoc query; or null. */
  public String text(String name) {
    Object value = value(name);
    return value == null ? null : value.toString();
  }

  /** The bytes, or null. */
  public byte[] bytes(Column column) {
    String digits = text(column);
    return digits == null ? null : HexFormat.of().parseHex(digits);
  }

  /** The number, or 0 for null. */
  public long whole(Column column) {
    return whole(column.name());
  }

  /** As {@link #whole(Column)}, for a column that no table declares. */
  public long whole(String name) {
    Object value = value(name);
    return value == null ? 0 : ((Number) value).longValue();
  }

  /** The exact number, or null. */
  public BigDecimal decimal(Column column) {
    return (BigDecimal) value(column.name());
  }

  /** False for null. */
  public boolean truth(Column column) {
    return Boolean.TRUE.equals(value(column.name()));
  }

  /** The day, or null. */
  public LocalDate day(Column column) {
    return day(column.name());
  }

  /** As {@link #day(Column)}, for a column that no table declares. */
  public LocalDate day(String name) {
    Object value = value(name);
    return value instanceof Date date ? date.toLocalDate() : (LocalDate) value;
  }

  /** The civil time, or null. */
  public LocalDateTime civilTime(Column column) {
    return (LocalDateTime) value(column.name());
  }

  /** The value as a person writes it, numbers without trailing zeros; or null. */
  public String shown(Column column) {
    Object value = value(column.name());
    if (value instanceof BigDecimal number) {
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
    return value == null ? null : value.toString();
  }

  /**
   * The value as it is shown: text, whole or exact number, truth, {@link LocalDate}, {@link
   * LocalDateTime}, {@link Instant}; null if there is none or the row has no such column.
   */
  public Object shownAs(String name) {
    boolean isThere = Arrays.asList(row.schema().fieldNames()).contains(name);
    Object value = isThere ? value(name) : null;
    if (value instanceof Date date) {
      return date.toLocalDate();
    }
    return value instanceof Timestamp stamp ? stamp.toInstant() : value;
  }

  private Object value(String name) {
    return row.get(row.fieldIndex(name));
  }
}
