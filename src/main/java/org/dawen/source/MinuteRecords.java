package org.dawen.source;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The minute records (CN 2051) of a device's day, and what they say about its hours. */
final class MinuteRecords {
  /** Valid minutes of which an hour mean of flue gas is made, HJ 212-2017 annex D, HJ 75-2017. */
  static final int LEAST_VALID_MINUTES = 45;

  private static final long MINUTES_OF_HOUR = 60;

  /** Intervals a device may be set to, HJ 212-2017 table 4 (MinInterval). */
  private static final List<Long> INTERVALS =
      List.of(1L, 2L, 3L, 4L, 5L, 6L, 10L, 12L, 15L, 20L, 30L);

  private record FactorAndHour(String factorCode, int hour) {}

  /** A minute record is valid with flag N and a mean. */
  private record Count(int valid, int abnormal) {
    Count with(Group record) {
      return record.isNormal() && !record.isEmpty()
          ? new Count(valid + 1, abnormal)
          : new Count(valid, abnormal + 1);
    }
  }

  private final Map<FactorAndHour, Count> counts = new HashMap<>();

  /** Minutes between the records of a factor; 0: cannot be told. */
  private final Map<String, Long> intervals = new HashMap<>();

  /** From the packets of minutes, in whatever order. */
  MinuteRecords(List<Packet> packets) {
    Map<String, Map<LocalDateTime, FactorInForce>> byFactor = new HashMap<>();
    for (Packet packet : packets) {
      LocalDateTime time = packet.head().dataTime();
      packet
          .factors()
          .forEach(
              (code, said) ->
                  byFactor
                      .computeIfAbsent(code, c -> new HashMap<>())
                      .computeIfAbsent(time, t -> new FactorInForce())
                      .take(packet.head(), said));
    }
    byFactor.forEach(
        (code, records) -> {
          intervals.put(code, interval(new TreeSet<>(records.keySet())));
          records.forEach(
              (time, record) ->
                  counts.compute(
                      new FactorAndHour(code, time.getHour()),
                      (k, c) -> (c == null ? new Count(0, 0) : c).with(record.group())));
        });
  }

  /**
   * The distance that lies between most neighbouring records, of equally frequent ones the shorter;
   * 0: cannot be told. Gaps make single distances longer, so the smallest would do as well, were it
   * not for clocks that jump.
   */
  private static long interval(TreeSet<LocalDateTime> times) {
    TreeMap<Long, Integer> frequencies = new TreeMap<>();
    LocalDateTime before = null;
    for (LocalDateTime time : times) {
      if (before != null) {
        long minutes = Duration.between(before, time).toMinutes();
        if (INTERVALS.contains(minutes)) {
          frequencies.merge(minutes, 1, Integer::sum);
        }
      }
      before = time;
    }
    long most = 0;
    int howOften = 0;
    for (Map.Entry<Long, Integer> distance : frequencies.entrySet()) {
      if (distance.getValue() > howOften) {
        most = distance.getKey();
        howOften = distance.getValue();
      }
    }
    return most;
  }

  /** Valid minutes of factor and hour, HJ 212-2017 annex D; null: not known. */
  Integer valid(String factorCode, int hour) {
    Count count = counts.get(new FactorAndHour(factorCode, hour));
    long interval = intervals.getOrDefault(factorCode, 0L);
    return interval == 0 || count == null
        ? null
        : Integer.valueOf((int) Math.min(MINUTES_OF_HOUR, count.valid * interval));
  }

  /** Records of factor and hour that are not valid. */
  int abnormal(String factorCode, int hour) {
    Count count = counts.get(new FactorAndHour(factorCode, hour));
    return count == null ? 0 : count.abnormal;
  }

  /** Whether a number of valid minutes is known and too small for an hourly mean. */
  static boolean isTooFew(Integer validMinutes) {
    return validMinutes != null && validMinutes < LEAST_VALID_MINUTES;
  }
}
