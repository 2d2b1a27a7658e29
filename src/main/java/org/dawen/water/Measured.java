package org.dawen.water;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;
import org.dawen.standard.WaterPeriods;

/**
 * What was measured of an item, in its unit.
 *
 * @param measuredValue as received, with all its digits; null: none, or only its limit is known
 * @param isBelowDetection the value lies below the limit of detection
 * @param detectionLimitValue null: not told
 */
record Measured(
    @Nullable @Digits(value = 28, scale = 16) BigDecimal measuredValue,
    boolean isBelowDetection,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal detectionLimitValue)
    implements Comparable<Measured> {
  private static final Comparator<BigDecimal> NULLS_FIRST =
      Comparator.nullsFirst(Comparator.naturalOrder());
  private static final Comparator<Measured> ORDER =
      Comparator.comparing(Measured::measuredValue, NULLS_FIRST)
          .thenComparing(Measured::isBelowDetection)
          .thenComparing(Measured::detectionLimitValue, NULLS_FIRST);

  static final Measured NOTHING = new Measured(null, false, null);

  static Measured of(BigDecimal value) {
    return new Measured(value, false, null);
  }

  /** Whether it says anything: a value, or that it lies below a limit. */
  boolean isGiven() {
    return measuredValue != null || isBelowDetection && detectionLimitValue != null;
  }

  /**
   * The value that counts: of one below its limit of detection half of the limit ({@code
   * water_periods.csv}); of one without a told limit nothing.
   */
  BigDecimal usedValue(LocalDate dataDay) {
    if (!isBelowDetection) {
      return measuredValue;
    }
    return detectionLimitValue == null
        ? null
        : detectionLimitValue.multiply(WaterPeriods.nonDetectShare(dataDay));
  }

  @Override
  public int compareTo(Measured other) {
    return ORDER.compare(this, other);
  }
}
