package org.dawen.power;

import java.util.Arrays;

/**
 * The intervals of one meter in the order of time, held as plain arrays. Times are civil seconds
 * since 1970, powers 0.0001 kW, currents 0.000001 A.
 */
final class MeterSeries {
  /** Value of a power or current that is missing. */
  static final long MISSING = Long.MIN_VALUE;

  /** The power counts: it is plausible, overlaps nothing and is no mean over hours. */
  static final int IS_USABLE = 1;

  static final int IS_PHASE_LOST = 2;
  static final int IS_REGISTER_BACK = 4;
  static final int IS_REGISTER_JUMP = 8;
  static final int IS_IMPLAUSIBLE = 16;

  /** The register advanced over a time for which nothing was received. */
  static final int IS_UNCOVERED_ENERGY = 32;

  /** The reading came so late that the meter was silent since the one before. */
  static final int IS_LATE_READING = 64;

  final String meter;
  long[] start = new long[128];
  long[] end = new long[128];
  long[] power = new long[128];
  long[] current = new long[128];
  int[] flags = new int[128];
  int count;

  /** Seconds; 0: none yet. A first reading closes no wait. */
  private long lastWait;

  private long lastButOneWait;

  MeterSeries(String meter) {
    this.meter = meter;
  }

  /**
   * Adds an interval; must not begin before the one added last. A reading is late, and its energy
   * uncovered, only if it comes after more than twice the longer of the two waits before.
   */
  void add(long from, long to, long meanPower, long meanCurrent, int flag) {
    boolean isUsualWait = lastWait == 0 || to - from <= 2 * Math.max(lastWait, lastButOneWait);
    if (meanPower != MISSING || (flag & IS_REGISTER_BACK) != 0) {
      lastButOneWait = lastWait;
      lastWait = to - from;
    }
    if (count == start.length) {
      start = Arrays.copyOf(start, 2 * count);
      end = Arrays.copyOf(end, 2 * count);
      power = Arrays.copyOf(power, 2 * count);
      current = Arrays.copyOf(current, 2 * count);
      flags = Arrays.copyOf(flags, 2 * count);
    }
    start[count] = from;
    end[count] = to;
    power[count] = meanPower;
    current[count] = meanCurrent;
    flags[count] = isUsualWait ? flag & ~(IS_UNCOVERED_ENERGY | IS_LATE_READING) : flag;
    count++;
  }

  boolean is(int i, int flag) {
    return (flags[i] & flag) != 0;
  }

  boolean isUsable(int i) {
    return is(i, IS_USABLE) && power[i] != MISSING;
  }

  /** It covers a time in which the meter was silent, and no energy says so already. */
  boolean isSilent(int i) {
    return is(i, IS_LATE_READING) && !is(i, IS_UNCOVERED_ENERGY);
  }

  /** The first interval that ends after a time, or {@link #count}. */
  int firstEndingAfter(long time) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (end[middle] > time) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
