package org.dawen.source;

import java.math.BigDecimal;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;
import org.dawen.source.HourLimit.Letter;

/**
 * The limit of day means in force, in the unit of the values; all null: none is. One whose unit
 * cannot be converted has a name and no value.
 */
record DayLimit(
    @Nullable @Digits(value = 18, scale = 8) BigDecimal dayLimitValue,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal dayLowerLimitValue,
    @Nullable String dayLimitId,
    @Nullable @Digits(value = 6, scale = 3) BigDecimal dayReferenceO2Percent,
    @Nullable Letter dayLimitConfidence) {
  static final DayLimit NONE = new DayLimit(null, null, null, null, null);

  boolean isSet() {
    return dayLimitId != null;
  }

  /** A value can be held against it. */
  boolean judges() {
    return dayLimitValue != null || dayLowerLimitValue != null;
  }
}
