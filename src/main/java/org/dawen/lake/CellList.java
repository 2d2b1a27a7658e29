package org.dawen.lake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** The records of a list in one cell, each as {@link Cells}, which are used again for each row. */
final class CellList {
  private final int columns;
  private Cells[] records = new Cells[0];
  private int size;

  CellList(int columns) {
    this.columns = columns;
  }

  void clear() {
    size = 0;
  }

  /** A further record, in which every cell is null until it is set. */
  Cells add() {
    if (size == records.length) {
      records = Arrays.copyOf(records, 2 * size + 1);
    }
    if (records[size] == null) {
      records[size] = new Cells(columns);
    }
    records[size].clear();
    return records[size++];
  }

  int size() {
    return size;
  }

  Cells get(int index) {
    return records[index];
  }

  /** As {@link Cells#value(int, org.apache.spark.sql.types.DataType)}: a row a record. */
  List<Row> values(StructType fields) {
    List<Row> rows = new ArrayList<>(size);
    for (int r = 0; r < size; r++) {
      Object[] values = new Object[columns];
      for (int i = 0; i < columns; i++) {
        values[i] = records[r].value(i, fields.fields()[i].dataType());
      }
      rows.add(RowFactory.create(values));
    }
    return rows;
  }

  /** Takes what {@link #values(StructType)} gives. */
  void values(StructType fields, List<?> rows) {
    for (Object row : rows) {
      Cells record = add();
      for (int i = 0; i < columns; i++) {
        record.value(i, fields.fields()[i].dataType(), ((Row) row).get(i));
      }
    }
  }
}
