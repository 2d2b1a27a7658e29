package org.dawen.publish;

import org.apache.spark.sql.types.DecimalType;
import org.dawen.lake.Column;
import org.dawen.lake.Table;

/**
 * A column of a sheet.
 *
 * @param name the column's name in its table, by which a reader finds the number there
 * @param zh the Chinese title
 * @param en the English title
 * @param unit empty: none, or the unit is in the row
 * @param decimals decimals that are shown (the value keeps all of its own); −1: no exact number
 */
record Field(String name, String zh, String en, String unit, int decimals) {
  /** More decimals than this help nobody who reads. */
  private static final int MOST_DECIMALS = 4;

  /** A column of a table as its declaration has it. */
  static Field of(Table table, String column) {
    Column found =
        table.columns().stream()
            .filter(c -> c.name().equals(column))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException(table.name() + " has no column " + column));
    boolean hasUnit = !found.unit().equals(Column.NUMBER) && !found.unit().equals(Column.AS_ROW);
    return new Field(
        column,
        found.chinese(),
        Character.toUpperCase(column.charAt(0)) + column.substring(1).replace('_', ' '),
        hasUnit ? found.unit() : "",
        found.type() instanceof DecimalType d ? Math.min(d.scale(), MOST_DECIMALS) : -1);
  }

  /** A text that was looked up in the registry. */
  static Field named(String name, String zh, String en) {
    return new Field(name, zh, en, "", -1);
  }

  Field titled(String newZh, String newEn) {
    return new Field(name, newZh, newEn, unit, decimals);
  }

  Field shownWith(int newDecimals) {
    return new Field(name, zh, en, unit, newDecimals);
  }

  /** The Chinese title with the unit, as a heading. */
  String heading() {
    return unit.isEmpty() ? zh : zh + "（" + unit + "）";
  }
}
