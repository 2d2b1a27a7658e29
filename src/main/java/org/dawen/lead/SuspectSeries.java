package org.dawen.lead;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dawen.lake.Nullable;

/** A series of values in doubt, from {@code source.suspect_series}. */
record SuspectSeries(
    String outletCode,
    String pollutantCode,
    LocalDate dataDay,
    String suspectRule,
    @Nullable String enterpriseCode,
    LocalDateTime firstHour,
    LocalDateTime lastHour,
    long suspectHours,
    String suspectFigures) {

  /** Its end, not included. */
  LocalDateTime end() {
    return lastHour.plusHours(1);
  }
}
