package org.dawen.standard;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The index of one pollutant (空气质量分指数), HJ 633-2012 4.2 and 6.2, HJ 633-2026 4.2.4 and 4.2.6:
 * linear between breakpoints, rounded up to a whole number. Exact, without rounding the
 * concentration first.
 */
public final class Iaqi {

  /** Stands for null where an {@code int} is returned: the concentration has no index. */
  public static final int NONE = -1;

  private Iaqi() {}

  /**
   * Index of a concentration.
   *
   * @param concentration in the unit of the item; null or negative = no valid concentration
   * @return 0 to 500, or null without a valid concentration or where the rules report another item
   *     instead (SO2 1 h and O3 8 h above 800 in HJ 633-2012)
   */
  public static Integer of(AirRuleSet rules, AirItem item, BigDecimal concentration) {
    if (concentration == null) {
      return null;
    }
    Breakpoints breakpoints = rules.breakpoints(item);
    return boxed(breakpoints.indexOf(gridPointE6(breakpoints, concentration)));
  }

  /**
   * The point of the sixth decimal at or next above a concentration, which has the same index (see
   * {@link Breakpoints}); any point above the last breakpoint if it lies there.
   */
  static long gridPointE6(Breakpoints breakpoints, BigDecimal concentration) {
    if (concentration.signum() < 0) {
      return -1;
    }
    // Twelve digits before the point leave room for the six behind it in a long.
    if (concentration.precision() - concentration.scale() > 12) {
      return breakpoints.lastConcentrationE6() + 1;
    }
    return concentration.setScale(6, RoundingMode.CEILING).movePointRight(6).longValue();
  }

  static Integer boxed(int index) {
    return index == NONE ? null : Integer.valueOf(index);
  }
}
