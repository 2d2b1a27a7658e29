package org.dawen.lake;

import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;

/** Takes the cells out of rows in the form Spark SQL keeps them in. */
final class InternalCells {
  private final DataType[] types;
  private final Cells cells;

  InternalCells(List<Column> columns) {
    types = columns.stream().map(Column::type).toArray(DataType[]::new);
    cells = new Cells(types.length);
  }

  /** The cells of a row, until the next is asked for. */
  Cells of(InternalRow row) {
    cells.clear();
    for (int i = 0; i < types.length; i++) {
      if (!row.isNullAt(i)) {
        take(row, i);
      }
    }
    return cells;
  }

  private void take(InternalRow row, int place) {
    DataType type = types[place];
    if (type instanceof DecimalType decimal) {
      var number = row.getDecimal(place, decimal.precision(), decimal.scale());
      if (Cells.isNumber(type)) {
        cells.number(place, number.toUnscaledLong());
      } else {
        cells.wide(place, number.toJavaBigDecimal());
      }
      return;
    }
    switch (type.typeName()) {
      case "string" -> cells.utf8(place, row.getUTF8String(place).getBytes());
      case "binary" -> cells.utf8(place, row.getBinary(place).clone());
      case "boolean" -> cells.number(place, row.getBoolean(place) ? 1 : 0);
      case "integer", "date" -> cells.number(place, row.getInt(place));
      default -> cells.number(place, row.getLong(place));
    }
  }
}
