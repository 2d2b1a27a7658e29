package org.dawen.source;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import org.dawen.lake.Nullable;

/** What treatment is judged by of an outlet's hour, from {@code source.outlet_hour}. */
record TreatedHour(
    HourOfOutlet hour, @Nullable Unjudgeable unjudgeableReason, String fileId, long recordNo) {
  private static final Set<Unjudgeable> OF_THE_LIMIT =
      EnumSet.of(
          Unjudgeable.O2_OUT_OF_RANGE, Unjudgeable.O2_MISSING, Unjudgeable.LIMIT_UNIT_MISMATCH);

  /** A mark other than that of a shutdown touches the hour. */
  boolean isMarked() {
    return hour.markKind() != null && !hour.isShutDown();
  }

  /**
   * Why it says nothing of treatment; null: it does. Oxygen and unit of the limit are no reason: a
   * mass needs neither, and a concentration asks for its own oxygen. A value below zero is an error
   * also where the unit of the factor is not known.
   */
  Unjudgeable reasonAgainst() {
    if (unjudgeableReason != null && !OF_THE_LIMIT.contains(unjudgeableReason)) {
      return unjudgeableReason;
    }
    boolean isNegative = isNegative(hour.avgValue()) || isNegative(hour.zsAvgValue());
    return isNegative ? Unjudgeable.NEGATIVE_VALUE : null;
  }

  /** Reference oxygen of the limit in force, of the hour or else of the day; null: none. */
  BigDecimal reference() {
    BigDecimal ofHour = hour.limit().referenceO2Percent();
    return ofHour != null ? ofHour : hour.dayLimit().dayReferenceO2Percent();
  }

  private static boolean isNegative(BigDecimal value) {
    return value != null && value.signum() < 0;
  }
}
