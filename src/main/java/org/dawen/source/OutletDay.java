package org.dawen.source;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.unsafe.types.UTF8String;

/** The hours and minutes of one outlet and day, from its packets in whatever order they come. */
final class OutletDay {
  static final int HOURS = 24;
  static final long HOUR = 3_600_000_000L;
  private static final long DAY = HOURS * HOUR;
  private static final long MINUTE = 60_000_000L;
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  /** Hour of the next day until which data count as in time (即时). */
  private static final int IN_TIME_UNTIL = 13;

  /** Intervals a device may be set to, HJ 212-2017 table 4 (MinInterval). */
  private static final List<Long> INTERVALS =
      List.of(1L, 2L, 3L, 4L, 5L, 6L, 10L, 12L, 15L, 20L, 30L);

  private static final UTF8String NORMAL = UTF8String.fromString(PacketRules.NORMAL);
  private static final UTF8String OXYGEN = UTF8String.fromString(PacketRules.OXYGEN);

  /** Codes and flags as they were met first: one object each. */
  private static final int MOST_WORDS = 20_000;

  private final Map<UTF8String, UTF8String> words = new HashMap<>();
  private final Map<UTF8String, Factor> byCode = new HashMap<>();
  private final List<Group> groups = new ArrayList<>();
  private final PacketBytes packet = new PacketBytes();

  int place;
  int day;
  private long deadline;
  private long interval;

  /** The values of one factor. */
  static final class Factor {
    final UTF8String code;
    final InForce[] hours = new InForce[HOURS];
    Map<Long, InForce> minutes = Map.of();
    final int[] validRecords = new int[HOURS];
    final int[] abnormalRecords = new int[HOURS];

    Factor(UTF8String code) {
      this.code = code;
    }

    /** True if minute records of this hour were received. */
    boolean hasMinutes(int hour) {
      return validRecords[hour] + abnormalRecords[hour] > 0;
    }
  }

  /** Turns to another outlet and day. */
  void begin(int newPlace, int newDay) {
    place = newPlace;
    day = newDay;
    byCode.clear();
    if (words.size() > MOST_WORDS) {
      words.clear();
    }
    deadline =
        LocalDate.ofEpochDay(newDay)
                .plusDays(1)
                .atTime(IN_TIME_UNTIL, 0)
                .atZone(BEIJING)
                .toEpochSecond()
            * 1_000_000L;
  }

  /** Takes a packet that {@link PacketFold} wrote, and says what its factors share. */
  PacketHead take(byte[] bytes) {
    packet.open(bytes);
    boolean isMinute = packet.takeByte() == 1;
    PacketHead head = PacketHead.takeFrom(packet);
    int taken = 0;
    while (!packet.isAtEnd(bytes.length)) {
      if (taken == groups.size()) {
        groups.add(new Group());
      }
      Group group = groups.get(taken);
      readGroup(group);
      Group before = of(group.code, taken);
      if (before == null) {
        taken++;
      } else {
        before.completeWith(group);
      }
    }
    for (int g = 0; g < taken; g++) {
      Group group = groups.get(g);
      value(group.code, head.dataTime(), isMinute).take(head, group);
    }
    return head;
  }

  private void readGroup(Group group) {
    group.code = word(packet.takeText());
    group.no = packet.takeInt();
    group.present = packet.takeByte();
    for (int v = 0; v < Group.VALUES; v++) {
      group.numbers[v] = group.has(v) ? packet.takeLong() : 0;
    }
    group.flag = word(packet.takeText());
    group.begin();
  }

  /** The group of this factor among the first so many; null: none. Codes are one object each. */
  private Group of(UTF8String code, int count) {
    for (int g = 0; g < count; g++) {
      if (groups.get(g).code == code) {
        return groups.get(g);
      }
    }
    return null;
  }

  private UTF8String word(UTF8String text) {
    if (text == null) {
      return null;
    }
    UTF8String known = words.get(text);
    if (known == null) {
      known = text.clone();
      words.put(known, known);
    }
    return known;
  }

  private InForce value(UTF8String code, long time, boolean isMinute) {
    Factor factor = byCode.get(code);
    if (factor == null) {
      factor = new Factor(code);
      byCode.put(code, factor);
    }
    if (isMinute) {
      if (factor.minutes.isEmpty()) {
        factor.minutes = new HashMap<>();
      }
      return factor.minutes.computeIfAbsent(time, t -> new InForce());
    }
    int hour = hourOf(time);
    if (factor.hours[hour] == null) {
      factor.hours[hour] = new InForce(deadline);
    }
    return factor.hours[hour];
  }

  static int hourOf(long time) {
    return (int) (Math.floorMod(time, DAY) / HOUR);
  }

  /** The factors of which hour packets have been taken, in whatever order. */
  Collection<Factor> taken() {
    return byCode.values();
  }

  /**
   * The factors in order of their codes, when all packets, at least of minutes, have been taken.
   */
  List<Factor> factors() {
    List<Factor> factors = new ArrayList<>(byCode.values());
    factors.sort(Comparator.comparing(f -> f.code));
    TreeSet<Long> times = new TreeSet<>();
    for (Factor factor : factors) {
      times.addAll(factor.minutes.keySet());
      factor.minutes.forEach((time, value) -> count(factor, hourOf(time), value.group()));
    }
    interval = times.isEmpty() ? 0 : interval(times);
    return factors;
  }

  /** A minute record is valid with flag N and a mean. */
  private static void count(Factor factor, int hour, Group record) {
    if (record.isFlagged(NORMAL) && !record.isEmpty()) {
      factor.validRecords[hour]++;
    } else {
      factor.abnormalRecords[hour]++;
    }
  }

  /**
   * The distance that lies between most neighbouring records, of equally frequent ones the shorter;
   * 0: cannot be told. Gaps make single distances longer, so the smallest would do as well, were it
   * not for clocks that jump.
   */
  private static long interval(TreeSet<Long> times) {
    TreeMap<Long, Integer> frequencies = new TreeMap<>();
    long before = times.first();
    for (long time : times.tailSet(before, false)) {
      long minutes = (time - before) / MINUTE;
      if (INTERVALS.contains(minutes)) {
        frequencies.merge(minutes, 1, Integer::sum);
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

  /** Valid minutes of factor and hour, HJ 212-2017 annex D; −1: not known. */
  int validMinutes(Factor factor, int hour) {
    return interval == 0 || !factor.hasMinutes(hour)
        ? -1
        : (int) Math.min(HOUR / MINUTE, factor.validRecords[hour] * interval);
  }

  /** The oxygen in force of the hour if its flag is N and its minutes suffice; null: none. */
  InForce oxygen(int hour) {
    Factor factor = byCode.get(OXYGEN);
    InForce oxygen = factor == null ? null : factor.hours[hour];
    boolean isUsable =
        oxygen != null
            && isNormalMean(oxygen.group())
            && !ValidityRules.isTooFew(validMinutes(factor, hour));
    return isUsable ? oxygen : null;
  }

  private static boolean isNormalMean(Group group) {
    return group.isFlagged(NORMAL) && group.has(Group.AVG);
  }

  /** True if the mean of the hours of water temperature with flag N is above so many degrees. */
  boolean isWaterWarmerThan(UTF8String temperature, long degreesE8) {
    Factor factor = byCode.get(temperature);
    long sum = 0;
    int hours = 0;
    for (int hour = 0; factor != null && hour < HOURS; hour++) {
      Group group = factor.hours[hour] == null ? null : factor.hours[hour].group();
      if (group != null && isNormalMean(group)) {
        sum = Math.addExact(sum, group.numbers[Group.AVG]);
        hours++;
      }
    }
    return hours > 0 && sum > hours * degreesE8;
  }
}
