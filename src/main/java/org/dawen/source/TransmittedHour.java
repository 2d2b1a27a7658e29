package org.dawen.source;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dawen.lake.Nullable;
import org.dawen.source.HourLimit.Letter;

/**
 * What transmission needs of an outlet's hour, from {@code source.outlet_hour}. The letters of
 * confidence tell that there is a limit in fewer bytes than its name.
 */
record TransmittedHour(
    String outletCode,
    String pollutantCode,
    LocalDateTime hourStart,
    LocalDate dataDay,
    @Nullable String dataFlag,
    @Nullable String markKind,
    boolean isJudgeable,
    @Nullable Unjudgeable unjudgeableReason,
    @Nullable Letter limitConfidence,
    @Nullable Letter dayLimitConfidence,
    @Nullable Instant firstReceivedAt,
    @Nullable String flagInTime) {
  boolean isLimited() {
    return limitConfidence != null || dayLimitConfidence != null;
  }

  boolean isShutDown() {
    return Shutdowns.isShutDown(dataFlag, markKind);
  }

  /** Whether it was valid as received in time: its flag was N, and nothing but a flag is amiss. */
  boolean wasValidInTime() {
    return Group.NORMAL.equals(flagInTime)
        && (isJudgeable
            || unjudgeableReason == Unjudgeable.FLAG_MISSING
            || unjudgeableReason == Unjudgeable.FLAG_NOT_NORMAL);
  }
}
