package org.dawen.noise;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dawen.intake.InForce;
import org.dawen.intake.ReceivedWeather;
import org.dawen.registry.NoisePoint;

/** Wind and rain of hours: those of weather stations, and the wind that a point itself sends. */
final class HourWeather {
  /** Of an hour; null: not known. */
  record Seen(BigDecimal wind, BigDecimal rain) {
    static final Seen NOTHING = new Seen(null, null);
  }

  private static final int DECIMALS = 4;

  private final Map<String, Map<LocalDateTime, Seen>> stations = new HashMap<>();

  HourWeather(List<ReceivedWeather> received) {
    Map<String, Map<LocalDateTime, List<ReceivedWeather>>> records = new HashMap<>();
    for (ReceivedWeather r : received) {
      records
          .computeIfAbsent(r.weatherStationCode(), s -> new HashMap<>())
          .computeIfAbsent(r.hourStart(), h -> new ArrayList<>(1))
          .add(r);
    }
    records.forEach(
        (station, hours) -> {
          Map<LocalDateTime, Seen> seen = stations.computeIfAbsent(station, s -> new HashMap<>());
          hours.forEach((hour, of) -> seen.put(hour, inForce(of)));
        });
  }

  private static Seen inForce(List<ReceivedWeather> records) {
    List<ReceivedWeather> winners =
        InForce.<ReceivedWeather, BigDecimal>of(
                records,
                ReceivedWeather::provenance,
                List.of(ReceivedWeather::windMS, ReceivedWeather::rainMm))
            .winners();
    return new Seen(
        winners.get(0) == null ? null : winners.get(0).windMS(),
        winners.get(1) == null ? null : winners.get(1).rainMm());
  }

  /**
   * The weather of an hour of a point.
   *
   * @param point null: not registered
   * @param ownWind wind its packets tell; null: none. The stronger of the two counts
   */
  Seen of(String pointCode, NoisePoint point, LocalDateTime hour, BigDecimal ownWind) {
    String station =
        point == null || point.weatherStationCode() == null
            ? pointCode
            : point.weatherStationCode();
    Seen seen = stations.getOrDefault(station, Map.of()).getOrDefault(hour, Seen.NOTHING);
    if (ownWind == null || seen.wind != null && seen.wind.compareTo(ownWind) >= 0) {
      return seen;
    }
    return new Seen(ownWind, seen.rain);
  }

  /** Wind by hour that the packets of a point tell: of the hour, else the mean of its minutes. */
  static Map<LocalDateTime, BigDecimal> windOf(List<LevelPacket> packets) {
    Map<LocalDateTime, List<LevelPacket>> hours = new HashMap<>();
    Map<LocalDateTime, Map<LocalDateTime, List<LevelPacket>>> minutes = new HashMap<>();
    for (LevelPacket packet : packets) {
      if (packet.isWind()) {
        LocalDateTime hour = packet.dataTime().truncatedTo(ChronoUnit.HOURS);
        LocalDateTime minute = packet.dataTime().truncatedTo(ChronoUnit.MINUTES);
        Map<LocalDateTime, List<LevelPacket>> of =
            packet.isOfHour() ? hours : minutes.computeIfAbsent(hour, h -> new HashMap<>());
        of.computeIfAbsent(packet.isOfHour() ? hour : minute, t -> new ArrayList<>(1)).add(packet);
      }
    }
    Map<LocalDateTime, BigDecimal> wind = new HashMap<>();
    minutes.forEach((hour, of) -> wind.put(hour, mean(of)));
    hours.forEach((hour, of) -> wind.put(hour, latest(of)));
    return wind;
  }

  private static BigDecimal mean(Map<LocalDateTime, List<LevelPacket>> minutes) {
    BigDecimal sum = BigDecimal.ZERO;
    for (List<LevelPacket> minute : minutes.values()) {
      sum = sum.add(latest(minute));
    }
    return sum.divide(BigDecimal.valueOf(minutes.size()), DECIMALS, RoundingMode.HALF_EVEN);
  }

  private static BigDecimal latest(List<LevelPacket> records) {
    return InForce.<LevelPacket, BigDecimal>of(
            records, LevelPacket::inOrder, List.of(LevelPacket::avgOrRtd))
        .winners()
        .get(0)
        .avgOrRtd()
        .setScale(DECIMALS, RoundingMode.HALF_EVEN);
  }
}
