package org.dawen.standard;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * The limits of one item by class, GB 3838-2002 table 1. A value on a limit meets it; of classes
 * with equal limits the better one counts.
 *
 * @param body null: rivers and lakes alike
 * @param ranges what each class from Ⅰ to Ⅴ allows
 * @param unit pH, mg/L or 1/L
 */
public record WaterLimit(
    WaterItem item, BodyKind body, List<Range> ranges, String unit, Provision provision)
    implements Serializable {
  private static final int MULTIPLE_DECIMALS = 10;

  /**
   * The values that meet a class; both ends meet it.
   *
   * @param least null: no lower limit
   * @param most null: no upper limit
   */
  public record Range(BigDecimal least, BigDecimal most) implements Serializable {
    /** Whether a value meets the class. */
    public boolean contains(BigDecimal value) {
      return (least == null || value.compareTo(least) >= 0)
          && (most == null || value.compareTo(most) <= 0);
    }
  }

  /** What a class allows; worse than Ⅴ allows all and has no range. */
  public Range range(WaterClass waterClass) {
    return ranges.get(waterClass.ordinal());
  }

  /** The best class a value meets. */
  public WaterClass classOf(BigDecimal value) {
    for (int i = 0; i < ranges.size(); i++) {
      if (ranges.get(i).contains(value)) {
        return WaterClass.values()[i];
      }
    }
    return WaterClass.WORSE;
  }

  /**
   * By how many times a value exceeds the limit of a class (超标倍数): (C − S) / S, ten decimals.
   *
   * @return null if it does not exceed it, or if the item has no multiple (pH, oxygen)
   */
  public BigDecimal multiple(BigDecimal value, WaterClass waterClass) {
    BigDecimal most = range(waterClass).most();
    return !item.hasMultiple() || most == null || value.compareTo(most) <= 0
        ? null
        : value.subtract(most).divide(most, MULTIPLE_DECIMALS, RoundingMode.HALF_EVEN);
  }
}
