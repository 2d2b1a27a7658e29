package org.dawen.diesel;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/** The minutes that a rule counts: their seconds together, the first and the last of them. */
final class Counted {
  private long seconds;
  private LocalDateTime first;
  private LocalDateTime last;

  /** Adds a minute, which is later than those added. */
  void add(ScreenedMinute minute, int itsSeconds) {
    seconds += itsSeconds;
    first = first == null ? minute.minuteStart() : first;
    last = minute.minuteStart();
  }

  long seconds() {
    return seconds;
  }

  /** Whether there are any, of so many seconds together or more. */
  boolean reaches(BigDecimal least) {
    return first != null && BigDecimal.valueOf(seconds).compareTo(least) >= 0;
  }

  Anomaly.Span span() {
    return new Anomaly.Span(first, last);
  }
}
