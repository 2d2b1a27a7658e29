package org.dawen.power;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.dawen.power.Finding.Rule;

/** When a meter was silent although others sent data. */
final class SilenceScreening {
  private static final long NONE = MeterSeries.MISSING;

  private final ScreeningThresholds thresholds;

  /** Last moment a delivered day has data of any meter, by day since 1970. */
  private final SortedMap<Long, Long> deliveredUntil;

  SilenceScreening(ScreeningThresholds thresholds, SortedMap<Long, Long> deliveredUntil) {
    this.thresholds = thresholds;
    this.deliveredUntil = deliveredUntil;
  }

  /**
   * Adds what is found on a day.
   *
   * @param s what the meter sent; null: nothing at all
   */
  void find(MeterFacts meter, MeterSeries s, long day, List<Finding> found) {
    List<long[]> silent = new ArrayList<>();
    for (long d = day - FindingDays.BEFORE; d <= day + FindingDays.AFTER; d++) {
      if (!deliveredUntil.containsKey(d) || d < meter.fromDay() || d > meter.toDay()) {
        continue;
      }
      boolean isNextDelivered = d < day + FindingDays.AFTER && deliveredUntil.containsKey(d + 1);
      long until = isNextDelivered ? (d + 1) * FindingDays.DAY : deliveredUntil.get(d);
      addSilence(meter, s, d, Math.min(until, (d + 1) * FindingDays.DAY), silent);
    }
    for (long[] gap : silent) {
      if (gap[1] - gap[0] > thresholds.offlineSeconds) {
        long[] part = FindingDays.partOf(day, gap[0], gap[1]);
        if (part != null) {
          found.add(
              new Finding(
                  Rule.METER_OFFLINE,
                  meter.code(),
                  List.of(meter.code()),
                  part[0],
                  part[1],
                  FindingDays.isOpen(day, gap[1], part) || part[1] == lastDelivered(day),
                  part[1] - part[0],
                  NONE,
                  NONE,
                  NONE,
                  NONE));
        }
      }
    }
  }

  private long lastDelivered(long day) {
    SortedMap<Long, Long> until = deliveredUntil.headMap(day + FindingDays.AFTER + 1);
    return until.isEmpty() ? NONE : until.get(until.lastKey());
  }

  /** Adds the times of a day without an interval, joined with those that end where it begins. */
  private static void addSilence(
      MeterFacts meter, MeterSeries s, long d, long until, List<long[]> silent) {
    boolean isEdge = meter.beginsOrEndsOn(d);
    long at = d * FindingDays.DAY;
    boolean hasAny = false;
    for (int i = s == null ? 0 : s.firstEndingAfter(at);
        s != null && i < s.count && s.start[i] < until;
        i++) {
      if (s.isSilent(i)) {
        continue;
      }
      boolean isHead = !hasAny && isEdge && meter.fromDay() == d;
      if (s.start[i] > at && !isHead) {
        join(silent, at, s.start[i]);
      }
      at = Math.max(at, s.end[i]);
      hasAny = true;
    }
    boolean isTail = isEdge && meter.toDay() == d;
    if (at < until && !isTail) {
      join(silent, at, until);
    }
  }

  private static void join(List<long[]> silent, long from, long to) {
    if (!silent.isEmpty() && silent.get(silent.size() - 1)[1] == from) {
      silent.get(silent.size() - 1)[1] = to;
    } else {
      silent.add(new long[] {from, to});
    }
  }
}
