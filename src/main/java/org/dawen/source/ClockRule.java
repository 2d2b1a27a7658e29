package org.dawen.source;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.dawen.run.Settings;

/**
 * How far DataTime may lie from the time of receipt. A packet sent again after a failure may be
 * months late; none comes from the future.
 *
 * @param mostDaysLate received later than this after DataTime
 * @param mostDaysEarly received earlier than this before DataTime
 */
record ClockRule(int mostDaysLate, int mostDaysEarly) {
  static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  private static final String LATE = "source.packet_most_days_late";
  private static final String EARLY = "source.packet_most_days_early";
  static final String[] SETTINGS = {LATE, EARLY};

  static ClockRule of(Settings settings) {
    settings.withoutNegative(List.of(SETTINGS));
    return new ClockRule(settings.whole(LATE), settings.whole(EARLY));
  }

  /** True if the time of receipt is known and contradicts DataTime. */
  boolean isOff(PacketHead head) {
    Instant receivedAt = head.receivedAt();
    return receivedAt != null
        && (receivedAt.isAfter(head.dataTime().plusDays(mostDaysLate).atZone(BEIJING).toInstant())
            || receivedAt.isBefore(
                head.dataTime().minusDays(mostDaysEarly).atZone(BEIJING).toInstant()));
  }
}
