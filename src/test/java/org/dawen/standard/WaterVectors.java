package org.dawen.standard;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Cells of the files under {@code /water/} as values by item. */
public final class WaterVectors {
  private WaterVectors() {}

  /** The items that have a cell, whose names are those of the constants in small letters. */
  public static Map<WaterItem, BigDecimal> values(Map<String, String> row) {
    Map<WaterItem, BigDecimal> values = new EnumMap<>(WaterItem.class);
    for (WaterItem item : WaterItem.values()) {
      String cell = row.get(item.name().toLowerCase(Locale.ROOT));
      if (cell != null && !cell.isEmpty()) {
        values.put(item, new BigDecimal(cell));
      }
    }
    return values;
  }

  /** Null: not known. */
  public static BodyKind body(Map<String, String> row) {
    return row.get("body").isEmpty() ? null : BodyKind.ofWord(row.get("body"));
  }
}
