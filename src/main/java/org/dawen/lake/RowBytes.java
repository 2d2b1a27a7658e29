package org.dawen.lake;

import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Iterator;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructType;

/**
 * Rows of one table as bytes, for a computation in one task whose rows other tasks write. Decimals
 * of at most 18 digits.
 */
public final class RowBytes {
  private enum Kind {
    TEXT,
    LONG,
    INT,
    TRUTH,
    DAY,
    DECIMAL
  }

  private final Kind[] kinds;
  private final int[] scales;

  /** For rows with these columns in this order. */
  public RowBytes(StructType type) {
    kinds = new Kind[type.length()];
    scales = new int[type.length()];
    for (int i = 0; i < kinds.length; i++) {
      DataType column = type.fields()[i].dataType();
      kinds[i] = kind(column);
      scales[i] = column instanceof DecimalType decimal ? decimal.scale() : 0;
    }
  }

  private static Kind kind(DataType type) {
    if (type instanceof DecimalType decimal && decimal.precision() <= 18) {
      return Kind.DECIMAL;
    }
    return switch (type.typeName()) {
      case "string" -> Kind.TEXT;
      case "long" -> Kind.LONG;
      case "integer" -> Kind.INT;
      case "boolean" -> Kind.TRUTH;
      case "date" -> Kind.DAY;
      default ->
          throw new IllegalArgumentException("rows of type " + type.sql() + " are not written");
    };
  }

  /** Writes one row; nulls are allowed. */
  public void write(Output out, Row row) {
    for (int i = 0; i < kinds.length; i++) {
      Object value = row.get(i);
      if (kinds[i] == Kind.TEXT) {
        out.writeString((String) value);
        continue;
      }
      out.writeBoolean(value != null);
      if (value != null) {
        switch (kinds[i]) {
          case LONG -> out.writeLong((Long) value, false);
          case INT -> out.writeInt((Integer) value, false);
          case TRUTH -> out.writeBoolean((Boolean) value);
          case DAY -> out.writeInt((int) ((LocalDate) value).toEpochDay(), false);
          default -> out.writeLong(unscaled((BigDecimal) value, scales[i]), false);
        }
      }
    }
  }

  private static long unscaled(BigDecimal number, int scale) {
    return (number.scale() == scale ? number : number.setScale(scale))
        .unscaledValue()
        .longValueExact();
  }

  /** Reads what {@link #write} wrote. */
  private Row read(Input in) {
    Object[] values = new Object[kinds.length];
    for (int i = 0; i < values.length; i++) {
      if (kinds[i] == Kind.TEXT) {
        values[i] = in.readString();
      } else if (in.readBoolean()) {
        values[i] =
            switch (kinds[i]) {
              case LONG -> (Object) in.readLong(false);
              case INT -> in.readInt(false);
              case TRUTH -> in.readBoolean();
              case DAY -> LocalDate.ofEpochDay(in.readInt(false));
              default -> BigDecimal.valueOf(in.readLong(false), scales[i]);
            };
      }
    }
    return RowFactory.create(values);
  }

  /** The rows that a column of a row holds, written one after another. */
  public Iterator<Row> each(Row holder, String column) {
    Input in = new Input(holder.<byte[]>getAs(column));
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return !in.eof();
      }

      @Override
      public Row next() {
        return read(in);
      }
    };
  }
}
