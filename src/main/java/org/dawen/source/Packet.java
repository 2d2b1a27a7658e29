package org.dawen.source;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A packet as received.
 *
 * @param mn number of the device as sent
 * @param commandCode CN, HJ 212-2017 6.6.5
 * @param factors what it says about each factor, by code
 */
record Packet(
    String mn, LocalDate dataDay, String commandCode, PacketHead head, Map<String, Said> factors) {
  private static final String HOUR_DATA = "2061";
  private static final String MINUTE_DATA = "2051";

  /**
   * What a packet says about a factor. One that names it more than once says it again with other
   * values or with the rest of its fields: the later one says what it has, the earlier ones the
   * rest.
   *
   * @param contradictions earlier groups of the packet that say something else
   */
  record Said(Group group, int contradictions) {
    private Said then(Group later) {
      return new Said(later.filledWith(group), contradictions + (group.contradicts(later) ? 1 : 0));
    }
  }

  /** The packets as received, earliest first. */
  static List<Packet> inOrder(List<PacketReading> readings) {
    return readings.stream().map(Packet::of).sorted(Comparator.comparing(Packet::head)).toList();
  }

  private static Packet of(PacketReading reading) {
    Map<String, Said> factors = new LinkedHashMap<>();
    for (FactorReading factor : reading.factors()) {
      factors.merge(
          factor.factorCode(),
          new Said(factor.group(), 0),
          (before, now) -> before.then(now.group()));
    }
    return new Packet(
        reading.mn(), reading.dataDay(), reading.commandCode(), reading.head(), factors);
  }

  boolean isOfHour() {
    return commandCode.equals(HOUR_DATA);
  }

  boolean isOfMinute() {
    return commandCode.equals(MINUTE_DATA);
  }
}
