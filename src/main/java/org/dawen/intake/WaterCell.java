package org.dawen.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.types.DecimalType;
import org.dawen.lake.Column;
import org.dawen.lake.Table;
import org.dawen.standard.ImpossibleValues;
import org.dawen.standard.ImpossibleValues.Bounds;
import org.dawen.standard.ImpossibleValues.Medium;
import org.dawen.standard.WaterItem;
import org.dawen.standard.WaterItems;

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

  /** Codes for "no value", in whatever unit a number is written. */
  private static final Bounds CODES = ImpossibleValues.of(Medium.WATER, null, null);

  /** In the unit an item is kept in. */
  private static final Map<WaterItem, SampledItem> KINDS = new EnumMap<>(WaterItem.class);

  static {
    for (WaterItem item : WaterItem.values()) {
      KINDS.put(
          item,
          new SampledItem(
              ImpossibleValues.of(Medium.WATER, item.name(), WaterItems.unit(item)),
              item == WaterItem.WATER_TEMP));
    }
  }

  /** Not measured here, and missing, as CNEMC publishes. */
  private static final Set<String> NOTHING = Set.of("*", "--", "**", "/");

  static final WaterCell NONE = new WaterCell(null, false, null);

  /** What a value of an item of surface water may be. */
  static SampledItem kind(WaterItem item) {
    return KINDS.get(item);
  }

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
    return of(record, heading, null, KINDS.get(item), factor);
  }

  /**
   * The same of any item.
   *
   * @param number what stands for the cell; null: the cell itself
   */
  static WaterCell of(
      CsvRecord record, String heading, String number, SampledItem kind, BigDecimal factor) {
    if (!isFilled(record, heading)) {
      return NONE;
    }
    String cell = number == null ? record.text(heading) : number;
    String limit = limit(cell);
    if (limit != null) {
      BigDecimal read = record.amount(heading, limit, LIMIT, CODES);
      BigDecimal kept = kept(record, heading, kind, read, factor, LIMIT);
      return kept == null ? NONE : new WaterCell(null, true, kept);
    }
    BigDecimal read =
        kind.maySink()
            ? record.number(heading, cell, VALUE, CODES)
            : record.amount(heading, cell, VALUE, CODES);
    BigDecimal kept = kept(record, heading, kind, read, factor, VALUE);
    return kept == null ? NONE : new WaterCell(kept, false, null);
  }

  /** Whether a cell itself tells a limit of detection. */
  static boolean tellsLimit(CsvRecord record, String heading) {
    return isFilled(record, heading) && limit(record.text(heading)) != null;
  }

  /** A limit of detection in a cell of its own; null: none, or rejected. */
  static BigDecimal limitOf(CsvRecord record, String heading, SampledItem kind, BigDecimal factor) {
    String cell = isFilled(record, heading) ? record.text(heading) : null;
    BigDecimal read = record.amount(heading, cell, LIMIT, CODES);
    return kept(record, heading, kind, read, factor, LIMIT);
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

  /** In the unit of the item; null: there is none, or it is rejected as no such value can be. */
  private static BigDecimal kept(
      CsvRecord record,
      String heading,
      SampledItem kind,
      BigDecimal read,
      BigDecimal factor,
      Column column) {
    if (read == null) {
      return null;
    }
    int scale = ((DecimalType) column.type()).scale();
    BigDecimal converted = read.multiply(factor).setScale(scale, RoundingMode.HALF_EVEN);
    Bounds bounds = kind.bounds();
    boolean isAsKept = factor.compareTo(BigDecimal.ONE) == 0;
    if (isAsKept ? bounds.exclude(converted) : bounds.isBeyond(converted)) {
      record.rejectValue(
          heading, RejectReason.IMPOSSIBLE_VALUE, read.toPlainString(), bounds.why(converted));
      return null;
    }
    return converted;
  }
}
