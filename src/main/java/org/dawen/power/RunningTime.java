package org.dawen.power;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.dawen.power.PlanMeters.RunningInterval;

/** For how long meters ran although they had to stop. */
final class RunningTime {
  private RunningTime() {}

  /**
   * Seconds above the running threshold in the alert's hours, of the worst meter. Of an interval
   * only the part within these hours counts.
   */
  static long seconds(Answer answer, PlanMeters meters) {
    return answer.meters().stream()
        .mapToLong(m -> seconds(answer, meters.running(m, answer.day())))
        .max()
        .orElse(0);
  }

  private static long seconds(Answer answer, List<RunningInterval> running) {
    long seconds = 0;
    for (RunningInterval interval : running) {
      if (interval.isDivisible()
          || answer.alert().holds(interval.intervalStart(), interval.intervalEnd())) {
        for (int hour : answer.hours()) {
          LocalDateTime from = answer.day().atTime(hour, 0);
          seconds += common(interval, from, from.plusHours(1));
        }
      }
    }
    return seconds;
  }

  private static long common(RunningInterval interval, LocalDateTime from, LocalDateTime to) {
    LocalDateTime begins = interval.intervalStart().isAfter(from) ? interval.intervalStart() : from;
    LocalDateTime ends = interval.intervalEnd().isBefore(to) ? interval.intervalEnd() : to;
    return Math.max(0, ChronoUnit.SECONDS.between(begins, ends));
  }
}
