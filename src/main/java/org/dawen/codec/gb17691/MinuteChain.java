package org.dawen.codec.gb17691;

import java.util.Arrays;

/**
 * Links the minutes of one vehicle and day, in order: trips, gaps, and runs of unchanged values
 * that go on from minute to minute. A trip ends at a logout or a gap; one that crosses midnight
 * counts as two.
 */
public final class MinuteChain {
  /** What the chain adds to a minute. */
  public enum Link {
    TRIP_NO,
    GAP_BEFORE_SECONDS,
    GAP_BEFORE_ODOMETER_RAW,
    GAP_BEFORE_METRES,
    NOX_DOWN_UNCHANGED_SECONDS,
    NOX_DOWN_UNCHANGED_SINCE,
    SCR_IN_UNCHANGED_SECONDS,
    SCR_IN_UNCHANGED_SINCE,
    SCR_EQUAL_SECONDS,
    SCR_EQUAL_SINCE,
    POSITION_UNCHANGED_SECONDS,
    POSITION_UNCHANGED_SINCE
  }

  /** Number of links. */
  public static final int LINKS = Link.values().length;

  /**
   * What was last known longer than this before a gap says nothing about the gap: the vehicle drove
   * on. Five minutes at 100 km/h are 8 km, well below what counts as moved while offline.
   */
  private static final long FRESH_SECONDS = 300;

  private static final long NONE = MinuteSummary.NONE;

  /** A run of unchanged values that lasts to the end of the minute before. */
  private static final class Run {
    private long length;
    private long since;
    private long value = NONE;
  }

  private final int tripGapSeconds;
  private final Run[] runs = {new Run(), new Run(), new Run(), new Run()};
  private long trip;
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
  public MinuteChain(int tripGapSeconds) {
    this.tripGapSeconds = tripGapSeconds;
    begin();
  }

  /** Starts another vehicle or day. */
  public void begin() {
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
    for (Run run : runs) {
      run.length = 0;
      run.value = NONE;
    }
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
   * @param links what is added, in the order of {@link Link}
   */
  public void link(long start, long[] m, long[] links) {
    Arrays.fill(links, NONE);
    if (at(m, MinuteField.SECOND_MAP) != 0) {
      long first = start + at(m, MinuteField.FIRST_SECOND);
      if (lastSample != NONE) {
        long gap = first - lastSample - 1;
        links[Link.GAP_BEFORE_SECONDS.ordinal()] = gap;
        if (gap > 0) {
          acrossGap(m, links);
        }
        if (gap >= tripGapSeconds || hasLoggedOut) {
          trip++;
          endRuns();
        }
      }
      hasLoggedOut = false;
      lastSample = start + at(m, MinuteField.LAST_SECOND);
      steps(m);
      int p = MinuteField.FIRST_RUN;
      for (int r = 0; r < runs.length; r++) {
        run(r, start, m, p + 6 * r, r == 2, links);
      }
    }
    links[Link.TRIP_NO.ordinal()] = trip;
    if (at(m, MinuteField.LOGOUT_SECOND) != NONE && lastSample != NONE) {
      hasLoggedOut = true;
    }
  }

  private void acrossGap(long[] m, long[] links) {
    boolean isOdometerFresh = lastOdometer != NONE && lastSample - odometerKnownAt <= FRESH_SECONDS;
    if (isOdometerFresh && at(m, MinuteField.ODOMETER_COUNT) > 0) {
      links[Link.GAP_BEFORE_ODOMETER_RAW.ordinal()] =
          at(m, MinuteField.ODOMETER_RAW_FIRST) - lastOdometer;
    }
    boolean isPositionFresh =
        lastLongitude != NONE && lastSample - positionKnownAt <= FRESH_SECONDS;
    if (isPositionFresh && at(m, MinuteField.POSITION_COUNT) > 0) {
      links[Link.GAP_BEFORE_METRES.ordinal()] =
          StreamBody.metres(
              (int) lastLongitude,
              (int) lastLatitude,
              (int) at(m, MinuteField.FIRST_LONGITUDE_RAW),
              (int) at(m, MinuteField.FIRST_LATITUDE_RAW));
    }
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

  /** The longest run that touches this minute, counted from where it began. */
  private void run(int r, long start, long[] m, int p, boolean isTruth, long[] links) {
    long count = m[p];
    if (count == 0) {
      return;
    }
    Run run = runs[r];
    boolean goesOn = run.length > 0 && (isTruth ? m[p + 3] > 0 : run.value == m[p + 1]);
    long through = goesOn ? run.length + m[p + 3] : 0;
    long inside = m[p + 5];
    int out = Link.NOX_DOWN_UNCHANGED_SECONDS.ordinal() + 2 * r;
    links[out] = Math.max(through, inside);
    if (links[out] > 0) {
      links[out + 1] = through >= inside ? run.since : start;
    }
    if (goesOn && m[p + 3] == count) {
      run.length = through;
    } else {
      run.length = m[p + 4];
      run.since = start;
    }
    run.value = m[p + 2];
  }
}
