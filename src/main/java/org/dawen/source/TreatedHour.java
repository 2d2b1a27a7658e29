package org.dawen.source;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.Set;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;

/** What treatment is judged by of an outlet's hour, from {@code source.outlet_hour}. */
record TreatedHour(
    String outletCode,
    String pollutantCode,
    LocalDateTime hourStart,
    LocalDate dataDay,
    @Nullable String enterpriseCode,
    @Nullable String countyCode,
    @Nullable String unit,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal avgValue,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal zsAvgValue,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal couValue,
    @Nullable String dataFlag,
    @Nullable String markKind,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal o2Percent,
    boolean isJudgeable,
    @Nullable Unjudgeable unjudgeableReason,
    @Nullable @Digits(value = 20, scale = 10) BigDecimal judgedValue,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal limitValue,
    @Nullable @Digits(value = 6, scale = 3) BigDecimal referenceO2Percent,
    @Nullable @Digits(value = 6, scale = 3) BigDecimal dayReferenceO2Percent,
    @Nullable Boolean isProvisional,
    @Nullable Boolean isAboveLimit,
    String fileId,
    long recordNo) {
  private static final Set<Unjudgeable> OF_THE_LIMIT =
      EnumSet.of(
          Unjudgeable.O2_OUT_OF_RANGE, Unjudgeable.O2_MISSING, Unjudgeable.LIMIT_UNIT_MISMATCH);

  boolean isShutDown() {
    return Shutdowns.isShutDown(dataFlag, markKind);
  }

  /** A mark other than that of a shutdown touches the hour. */
  boolean isMarked() {
    return markKind != null && !isShutDown();
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
    boolean isNegative =
        avgValue != null && avgValue.signum() < 0 || zsAvgValue != null && zsAvgValue.signum() < 0;
    return isNegative ? Unjudgeable.NEGATIVE_VALUE : null;
  }

  /** Reference oxygen of the limit in force, of the hour or else of the day; null: none. */
  BigDecimal reference() {
    return referenceO2Percent != null ? referenceO2Percent : dayReferenceO2Percent;
  }
}
