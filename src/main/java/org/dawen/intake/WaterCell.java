package org.dawen.intake;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import org.dawen.lake.Column;
import org.dawen.lake.Table;
import org.dawen.standard.ImpossibleValues;
import org.dawen.standard.ImpossibleValues.Bounds;
import org.dawen.standard.ImpossibleValues.Medium;
import org.dawen.standard.WaterItem;

/**
 * A value as laboratories and stations write it, in the unit of its item: a number, or one below
 * its limit of detection, {@code <0.004} or {@code 0.004L}.
 *
 * @param value null: none, or only its limit is known
 * @param limit null: not told
 */
record WaterCell(BigDecimal value, boolean isBelowDetection, BigDecimal limit) {
  private static final Column VALUE = Table.of(ReceivedWater.class).column("measured_value");
  private static final Column LIMIT = Table.of(ReceivedWater.class).column("detection_limit_value");
  private static final Bounds BOUNDS = ImpossibleValues.of(Medium.WATER, null, null);

  /** Not measured here, and missing, as CNEMC publishes. */
  private static final Set<String> NOTHING = Set.of("*", "--", "**", "/");

  static final WaterCell NONE = new WaterCell(null, false, null);

  boolean isGiven() {
    return value != null || isBelowDetection;
  }

  /** Whether a cell holds anything but a sign of nothing. */
  static boolean isFilled(CsvRecord record, String heading) {
    String cell = record.text(heading);
    return cell != null && !NOTHING.contains(cell);
  }

  /** Reads a cell; what cannot be read is rejected as a value. */
  static WaterCell of(CsvRecord record, String heading, WaterItem item, BigDecimal factor) {
    if (!isFilled(record, heading)) {
      return NONE;
    }
    String cell = record.text(heading);
    String limit = limit(cell);
    if (limit != null) {
      BigDecimal read = record.amount(heading, limit, LIMIT, BOUNDS);
      return read == null ? NONE : new WaterCell(null, true, converted(read, factor, LIMIT));
    }
    BigDecimal read =
        item == WaterItem.WATER_TEMP
            ? record.number(heading, cell, VALUE, BOUNDS)
            : record.amount(heading, cell, VALUE, BOUNDS);
    return read == null ? NONE : new WaterCell(converted(read, factor, VALUE), false, null);
  }

  /** Whether a cell itself tells a limit of detection. */
  static boolean tellsLimit(CsvRecord record, String heading) {
    return isFilled(record, heading) && limit(record.text(heading)) != null;
  }

  /** A limit of detection in a cell of its own; null: none, or rejected. */
  static BigDecimal limitOf(CsvRecord record, String heading, BigDecimal factor) {
    String cell = isFilled(record, heading) ? record.text(heading) : null;
    BigDecimal read = record.amount(heading, cell, LIMIT, BOUNDS);
    return read == null ? null : converted(read, factor, LIMIT);
  }

  /** The digits of a limit of detection; null: the cell tells none. */
  private static String limit(String cell) {
    if (cell.startsWith("<") || cell.startsWith("＜")) {
      return Cells.trimmed(cell.substring(1));
    }
    return cell.toUpperCase(Locale.ROOT).endsWith("L")
        ? Cells.trimmed(cell.substring(0, cell.length() - 1))
        : null;
  }

  private static BigDecimal converted(BigDecimal number, BigDecimal factor, Column column) {
    int scale = ((org.apache.spark.sql.types.DecimalType) column.type()).scale();
    return number.multiply(factor).setScale(scale, java.math.RoundingMode.HALF_EVEN);
  }
}
