package org.dawen.source;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The hours of one device and day: of each factor the group in force, the oxygen of the hour, what
 * the minutes say. DataTime is the start of the period, HJ 212-2017 6.4; a clock some seconds off
 * still means the hour it lies in. Parts of a split packet carry different factors of the same hour
 * and need no joining.
 */
final class DeviceDay {
  /** Oxygen of flue gas, HJ 212-2017 table B.2. */
  static final String OXYGEN = "a19001";

  /** Hour of the next day until which data count as in time (即时). */
  private static final int IN_TIME_UNTIL = 13;

  private final List<Packet> hourPackets;
  private final MinuteRecords minutes;
  private final Instant deadline;

  /**
   * Of the packets of a day.
   *
   * @param packets of hours and minutes and others, earliest first
   */
  DeviceDay(LocalDate day, List<Packet> packets) {
    hourPackets = packets.stream().filter(Packet::isOfHour).toList();
    minutes = new MinuteRecords(packets.stream().filter(Packet::isOfMinute).toList());
    deadline = day.plusDays(1).atTime(IN_TIME_UNTIL, 0).atZone(ClockRule.BEIJING).toInstant();
  }

  /** An hour while packets are taken: of each factor what is in force, in order of codes. */
  private final class Hour {
    private final LocalDateTime start;
    private final TreeMap<String, FactorInForce> factors = new TreeMap<>();

    Hour(LocalDateTime start) {
      this.start = start;
    }

    void take(Packet packet) {
      packet
          .factors()
          .forEach(
              (code, said) ->
                  factors
                      .computeIfAbsent(code, c -> new FactorInForce(deadline))
                      .take(packet.head(), said));
    }

    /** The oxygen in force if its flag is N and its minutes suffice; null: none. */
    private FactorInForce oxygen() {
      FactorInForce oxygen = factors.get(OXYGEN);
      boolean isUsable =
          oxygen != null
              && oxygen.group().isNormal()
              && oxygen.group().avgValue() != null
              && !MinuteRecords.isTooFew(minutes.valid(OXYGEN, start.getHour()));
      return isUsable ? oxygen : null;
    }

    BigDecimal o2Percent() {
      FactorInForce oxygen = oxygen();
      return oxygen == null ? null : oxygen.group().avgValue();
    }

    FactorHour hourOf(String code) {
      FactorInForce value = factors.get(code);
      FactorInForce oxygen = oxygen();
      boolean hasOtherOxygen = oxygen != null && oxygen.head().compareTo(value.head()) != 0;
      return new FactorHour(
          code,
          start,
          value.group(),
          o2Percent(),
          minutes.valid(code, start.getHour()),
          minutes.abnormal(code, start.getHour()),
          Receipt.of(value, hasOtherOxygen ? 1 : 0));
    }
  }

  private Hour hourOf(TreeMap<LocalDateTime, Hour> hours, Packet packet) {
    LocalDateTime start = packet.head().dataTime().truncatedTo(ChronoUnit.HOURS);
    return hours.computeIfAbsent(start, Hour::new);
  }

  /** The hours of all factors as they stand, in order of hours and codes. */
  List<FactorHour> inForce() {
    TreeMap<LocalDateTime, Hour> hours = new TreeMap<>();
    hourPackets.forEach(packet -> hourOf(hours, packet).take(packet));
    List<FactorHour> inForce = new ArrayList<>();
    for (Hour hour : hours.values()) {
      hour.factors.keySet().forEach(code -> inForce.add(hour.hourOf(code)));
    }
    return inForce;
  }

  /**
   * What was in force once a packet had come.
   *
   * @param no from 1
   * @param by the packet that made the difference: of the factor or of the oxygen
   */
  record Version(FactorHour hour, int no, PacketHead by) {}

  /**
   * Version after version of these hours in the order of the packets: what was in force once each
   * had come, if values, flag or the oxygen of the hour differ from before. Minutes are those of
   * the day, whenever they came.
   */
  void versions(Collection<LocalDateTime> wanted, Consumer<Version> consumer) {
    TreeMap<LocalDateTime, Hour> hours = new TreeMap<>();
    TreeMap<LocalDateTime, TreeMap<String, Version>> latest = new TreeMap<>();
    for (Packet packet : hourPackets) {
      Hour hour = hourOf(hours, packet);
      if (!wanted.contains(hour.start)) {
        continue;
      }
      hour.take(packet);
      TreeMap<String, Version> ofHour = latest.computeIfAbsent(hour.start, s -> new TreeMap<>());
      BigDecimal oxygen = hour.o2Percent();
      hour.factors.forEach(
          (code, value) -> {
            Version before = ofHour.get(code);
            boolean isNew =
                before == null
                    || !before.hour.group().saysTheSame(value.group())
                    || !Group.isSame(before.hour.o2Percent(), oxygen);
            if (isNew) {
              Version version =
                  new Version(hour.hourOf(code), before == null ? 1 : before.no + 1, packet.head());
              ofHour.put(code, version);
              consumer.accept(version);
            }
          });
    }
  }

  /**
   * An hour of a factor as its packets say it, before it is judged.
   *
   * @param o2Percent oxygen of the hour with flag N and enough minutes; null: none
   * @param validMinutes null: no minutes were sent, or their interval cannot be told
   * @param abnormalMinuteRecords minute records that are not valid; 0 also if none were sent
   */
  record FactorHour(
      String pollutantCode,
      LocalDateTime hourStart,
      Group group,
      BigDecimal o2Percent,
      Integer validMinutes,
      int abnormalMinuteRecords,
      Receipt receipt) {}
}
