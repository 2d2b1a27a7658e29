package org.dawen.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.types.DecimalType;
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
      BigDecimal read = amount(record, heading, limit, factor, LIMIT);
      return read == null ? NONE : new WaterCell(null, true, read);
    }
    BigDecimal read =
        item == WaterItem.WATER_TEMP
            ? converted(record, heading, record.number(heading, cell, VALUE, BOUNDS), factor, VALUE)
            : amount(record, heading, cell, factor, VALUE);
    return read == null ? NONE : new WaterCell(read, false, null);
  }

  /** Whether a cell itself tells a limit of detection. */
  static boolean tellsLimit(CsvRecord record, String heading) {
    return isFilled(record, heading) && limit(record.text(heading)) != null;
  }

  /** A limit of detection in a cell of its own; null: none, or rejected. */
  static BigDecimal limitOf(CsvRecord record, String heading, BigDecimal factor) {
    String cell = isFilled(record, heading) ? record.text(heading) : null;
    return amount(record, heading, cell, factor, LIMIT);
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

  private static BigDecimal amount(
      CsvRecord record, String heading, String cell, BigDecimal factor, Column column) {
    BigDecimal read = record.amount(heading, cell, column, BOUNDS);
    return converted(record, heading, read, factor, column);
  }

  /** The number in the unit of the item; null after rejecting one that is too large there. */
  private static BigDecimal converted(
      CsvRecord record, String heading, BigDecimal read, BigDecimal factor, Column column) {
    if (read == null) {
      return null;
    }
    DecimalType type = (DecimalType) column.type();
    BigDecimal converted = read.multiply(factor).setScale(type.scale(), RoundingMode.HALF_EVEN);
    if (converted.precision() <= type.precision()) {
      return converted;
    }
    record.rejectValue(heading, RejectReason.BAD_NUMBER, record.text(heading));
    return null;
  }
}
