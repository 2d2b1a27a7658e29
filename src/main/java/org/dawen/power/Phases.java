package org.dawen.power;

import java.math.BigDecimal;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;

/** Current, and voltage and current of each phase; null: not sent. */
record Phases(
    @Nullable @Digits(value = 14, scale = 6) BigDecimal currentA,
    @Nullable @Digits(value = 14, scale = 6) BigDecimal uaV,
    @Nullable @Digits(value = 14, scale = 6) BigDecimal ubV,
    @Nullable @Digits(value = 14, scale = 6) BigDecimal ucV,
    @Nullable @Digits(value = 14, scale = 6) BigDecimal iaA,
    @Nullable @Digits(value = 14, scale = 6) BigDecimal ibA,
    @Nullable @Digits(value = 14, scale = 6) BigDecimal icA) {
  static final Phases NONE = new Phases(null, null, null, null, null, null, null);

  /** Voltage and current of a phase are known, so that a power follows from them. */
  boolean hasWhole() {
    return isWhole(uaV, iaA) || isWhole(ubV, ibA) || isWhole(ucV, icA);
  }

  private static boolean isWhole(BigDecimal voltage, BigDecimal current) {
    return voltage != null && current != null;
  }

  /** Sum over the phases that are known of voltage times current, VA. */
  BigDecimal apparentPower() {
    return apparent(uaV, iaA).add(apparent(ubV, ibA)).add(apparent(ucV, icA));
  }

  private static BigDecimal apparent(BigDecimal voltage, BigDecimal current) {
    return isWhole(voltage, current) ? voltage.multiply(current) : BigDecimal.ZERO;
  }
}
