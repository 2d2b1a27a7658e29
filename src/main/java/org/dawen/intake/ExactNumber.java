package org.dawen.intake;

import java.math.BigDecimal;
import org.apache.spark.sql.types.DecimalType;
import org.dawen.lake.Column;

/** Numbers of ledgers, which are taken as they are: none is rounded on its way in. */
final class ExactNumber {
  private ExactNumber() {}

  /** The number with the digits of its column; null for null and for what is no such number. */
  static BigDecimal of(String cell, Column column) {
    DecimalType type = (DecimalType) column.type();
    return cell == null ? null : Cells.decimal(cell, type.precision(), type.scale());
  }

  /** What is wrong with a mass or a multiplier; null: nothing, or there is none. */
  static RejectReason problem(String cell, Column column) {
    if (cell == null) {
      return null;
    }
    BigDecimal rounded = of(cell, column);
    if (rounded == null) {
      return RejectReason.BAD_NUMBER;
    }
    if (rounded.signum() < 0 || new BigDecimal(cell).signum() < 0) {
      return RejectReason.NEGATIVE_VALUE;
    }
    return rounded.compareTo(new BigDecimal(cell)) == 0 ? null : RejectReason.TOO_MANY_DECIMALS;
  }
}
