package org.dawen.diesel;

import java.time.LocalDateTime;
import org.dawen.codec.gb17691.MinuteField;
import org.dawen.codec.gb17691.MinuteSummary;
import org.dawen.codec.gb17691.StreamBody;
import org.dawen.codec.gb17691.VehicleTime;

/**
 * Links the minutes of one vehicle and day, in order: trips, gaps, and runs of unchanged values
 * that go on from minute to minute. A trip ends at a logout or a gap; one that crosses midnight
 * counts as two.
 */
final class MinuteChain {
  /**
   * What was last known longer than this before a gap says nothing about the gap: the vehicle drove
   * on. Five minutes at 100 km/h are 8 km, well below what counts as moved while offline.
   */
  private static final long FRESH_SECONDS = 300;

  private static final long NONE = MinuteSummary.NONE;

  private final int tripGapSeconds;
  private final Run noxDown = new Run(MinuteField.NOX_DOWN_RUN_COUNT, false);
  private final Run scrIn = new Run(MinuteField.SCR_IN_RUN_COUNT, false);
  private final Run scrEqual = new Run(MinuteField.SCR_EQUAL_RUN_COUNT, true);
  private final Run position = new Run(MinuteField.POSITION_RUN_COUNT, false);
  private int trip;
  private boolean hasLoggedOut;
  private long lastSample;
  private long lastOdometer;
  private long odometerKnownAt;
  private long lastReagent;
  private long lastLongitude;
  private long lastLatitude;
  private long positionKnownAt;

  /**
   * A chain without minutes.
   *
   * @param tripGapSeconds a trip ends when so many seconds are missing
   */
  MinuteChain(int tripGapSeconds) {
    this.tripGapSeconds = tripGapSeconds;
    begin();
  }

  /** Starts another vehicle or day. */
  void begin() {
    trip = 1;
    hasLoggedOut = false;
    lastSample = NONE;
    lastOdometer = NONE;
    lastReagent = NONE;
    lastLongitude = NONE;
    lastLatitude = NONE;
    endRuns();
  }

  private void endRuns() {
    noxDown.end();
    scrIn.end();
    scrEqual.end();
    position.end();
  }

  private static long at(long[] m, MinuteField f) {
    return m[f.ordinal()];
  }

  /**
   * The next minute.
   *
   * @param start its start, seconds since 2000
   * @param m its figures; the largest rise of the reagent and fall of the odometer are completed by
   *     the step from the minute before
   */
  MinuteLinks link(long start, long[] m) {
    boolean isSampled = at(m, MinuteField.SECOND_MAP) != 0;
    long gap =
        isSampled && lastSample != NONE
            ? start + at(m, MinuteField.FIRST_SECOND) - lastSample - 1
            : NONE;
    Long gapOdometer = gap > 0 ? odometerAcrossGap(m) : null;
    Integer gapMetres = gap > 0 ? metresAcrossGap(m) : null;
    if (gap >= tripGapSeconds || gap != NONE && hasLoggedOut) {
      trip++;
      endRuns();
    }
    if (isSampled) {
      hasLoggedOut = false;
      lastSample = start + at(m, MinuteField.LAST_SECOND);
      steps(m);
    }
    noxDown.touch(start, m, isSampled);
    scrIn.touch(start, m, isSampled);
    scrEqual.touch(start, m, isSampled);
    position.touch(start, m, isSampled);
    hasLoggedOut |= at(m, MinuteField.LOGOUT_SECOND) != NONE && lastSample != NONE;
    return new MinuteLinks(
        trip,
        gap == NONE ? null : (Integer) Math.toIntExact(gap),
        gapOdometer,
        gapMetres,
        noxDown.seconds,
        noxDown.since,
        scrIn.seconds,
        scrIn.since,
        scrEqual.seconds,
        scrEqual.since,
        position.seconds,
        position.since);
  }

  private Long odometerAcrossGap(long[] m) {
    boolean isFresh = lastOdometer != NONE && lastSample - odometerKnownAt <= FRESH_SECONDS;
    return isFresh && at(m, MinuteField.ODOMETER_COUNT) > 0
        ? (Long) (at(m, MinuteField.ODOMETER_RAW_FIRST) - lastOdometer)
        : null;
  }

  private Integer metresAcrossGap(long[] m) {
    boolean isFresh = lastLongitude != NONE && lastSample - positionKnownAt <= FRESH_SECONDS;
    return isFresh && at(m, MinuteField.POSITION_COUNT) > 0
        ? (Integer)
            StreamBody.metres(
                (int) lastLongitude,
                (int) lastLatitude,
                (int) at(m, MinuteField.FIRST_LONGITUDE_RAW),
                (int) at(m, MinuteField.FIRST_LATITUDE_RAW))
        : null;
  }

  private void steps(long[] m) {
    if (at(m, MinuteField.ODOMETER_COUNT) > 0) {
      int fall = MinuteField.ODOMETER_RAW_FALL.ordinal();
      if (lastOdometer != NONE) {
        m[fall] = Math.max(m[fall], lastOdometer - at(m, MinuteField.ODOMETER_RAW_FIRST));
      }
      lastOdometer = at(m, MinuteField.ODOMETER_RAW_LAST);
      odometerKnownAt = lastSample;
    }
    if (at(m, MinuteField.REAGENT_COUNT) > 0) {
      int rise = MinuteField.REAGENT_RAW_RISE.ordinal();
      if (lastReagent != NONE) {
        m[rise] = Math.max(m[rise], at(m, MinuteField.REAGENT_RAW_FIRST) - lastReagent);
      }
      lastReagent = at(m, MinuteField.REAGENT_RAW_LAST);
    }
    if (at(m, MinuteField.POSITION_COUNT) > 0) {
      lastLongitude = at(m, MinuteField.LAST_LONGITUDE_RAW);
      lastLatitude = at(m, MinuteField.LAST_LATITUDE_RAW);
      positionKnownAt = lastSample;
    }
  }

  /** A run of unchanged values that lasts to the end of the minute before. */
  private static final class Run {
    private final int at;
    private final boolean isTruth;
    private long length;
    private long value = NONE;
    private long begin;

    /** The longest run that touches the minute, counted from where it began; null: none does. */
    private Integer seconds;

    private LocalDateTime since;

    /**
     * Without minutes.
     *
     * @param count the first of the six figures of the run
     * @param isTruth only stretches of true count
     */
    Run(MinuteField count, boolean isTruth) {
      this.at = count.ordinal();
      this.isTruth = isTruth;
    }

    void end() {
      length = 0;
      value = NONE;
    }

    void touch(long start, long[] m, boolean isSampled) {
      seconds = null;
      since = null;
      long count = m[at];
      if (!isSampled || count == 0) {
        return;
      }
      boolean goesOn = length > 0 && (isTruth ? m[at + 3] > 0 : value == m[at + 1]);
      long through = goesOn ? length + m[at + 3] : 0;
      long inside = m[at + 5];
      seconds = Math.toIntExact(Math.max(through, inside));
      if (seconds > 0) {
        since = VehicleTime.civil(through >= inside ? begin : start);
      }
      boolean lastsThrough = goesOn && m[at + 3] == count;
      length = lastsThrough ? through : m[at + 4];
      begin = lastsThrough ? begin : start;
      value = m[at + 2];
    }
  }
}
