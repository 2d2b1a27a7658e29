package org.dawen.lake;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructType;

/**
 * Rows of a table as bytes, for a computation in one task whose rows other tasks write. Decimals of
 * at most 18 digits.
 */
public final class RowBytes {
  private RowBytes() {}

  /** Writes the values of one row in the order of the columns; nulls are allowed. */
  public static void write(DataOutput out, StructType type, Row row) throws IOException {
    for (int i = 0; i < type.length(); i++) {
      Object value = row.get(i);
      out.writeBoolean(value != null);
      if (value != null) {
        writeValue(out, type.fields()[i].dataType(), value);
      }
    }
  }

  /** Reads what {@link #write} wrote. */
  public static Row read(DataInput in, StructType type) throws IOException {
    Object[] values = new Object[type.length()];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readBoolean() ? readValue(in, type.fields()[i].dataType()) : null;
    }
    return RowFactory.create(values);
  }

  private static void writeValue(DataOutput out, DataType type, Object value) throws IOException {
    switch (type.typeName()) {
      case "string" -> writeText(out, (String) value);
      case "long" -> out.writeLong((Long) value);
      case "integer" -> out.writeInt((Integer) value);
      case "boolean" -> out.writeBoolean((Boolean) value);
      case "date" -> out.writeInt((int) ((LocalDate) value).toEpochDay());
      default -> {
        DecimalType decimal = decimal(type);
        out.writeLong(
            ((BigDecimal) value).setScale(decimal.scale()).unscaledValue().longValueExact());
      }
    }
  }

  private static Object readValue(DataInput in, DataType type) throws IOException {
    return switch (type.typeName()) {
      case "string" -> readText(in);
      case "long" -> in.readLong();
      case "integer" -> in.readInt();
      case "boolean" -> in.readBoolean();
      case "date" -> LocalDate.ofEpochDay(in.readInt());
      default -> BigDecimal.valueOf(in.readLong(), decimal(type).scale());
    };
  }

  private static DecimalType decimal(DataType type) {
    if (type instanceof DecimalType decimal && decimal.precision() <= 18) {
      return decimal;
    }
    throw new IllegalStateException("rows of type " + type.sql() + " are not written as bytes");
  }

  /** Text of any length. */
  public static void writeText(DataOutput out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** Reads what {@link #writeText} wrote. */
  public static String readText(DataInput in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
