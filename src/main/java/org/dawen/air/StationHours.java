package org.dawen.air;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dawen.air.StationHour.InvalidReason;
import org.dawen.intake.InForce;
import org.dawen.intake.Provenance;
import org.dawen.registry.Station;
import org.dawen.run.Settings;
import org.dawen.standard.AirPollutant;

/** How the hours of stations follow from what was received of one day. */
final class StationHours {
  private static final int HOURS_OF_DAY = 24;

  private static final List<Function<AirReading, BigDecimal>> ITEMS =
      Six.ITEMS.stream()
          .<Function<AirReading, BigDecimal>>map(item -> r -> r.values().of(item))
          .toList();

  private final StationRegister register;
  private final InstrumentCaps caps;
  private final RulesAsOf rulesAsOf;

  StationHours(StationRegister register, InstrumentCaps caps, RulesAsOf rulesAsOf) {
    this.register = register;
    this.caps = caps;
    this.rulesAsOf = rulesAsOf;
  }

  /**
   * All hours, station by station. Of a registered station all 24: an hour nobody sent is a row
   * with a reason, and a station that is silent all day still counts among the stations of its
   * area.
   *
   * @param readings all that was received of the day, at least one
   */
  Map<String, List<StationHour>> of(LocalDate day, List<AirReading> readings) {
    TreeMap<String, TreeMap<LocalDateTime, List<AirReading>>> received = new TreeMap<>();
    for (AirReading reading : readings) {
      received
          .computeIfAbsent(reading.stationCode(), c -> new TreeMap<>())
          .computeIfAbsent(reading.hourStart(), h -> new ArrayList<>(1))
          .add(reading);
    }
    for (Station station : register.on(day)) {
      TreeMap<LocalDateTime, List<AirReading>> hours =
          received.computeIfAbsent(station.stationCode(), c -> new TreeMap<>());
      for (int hour = 0; hour < HOURS_OF_DAY; hour++) {
        hours.putIfAbsent(day.atTime(hour, 0), List.of());
      }
    }
    Map<String, List<StationHour>> byStation = new TreeMap<>();
    received.forEach(
        (code, hours) -> {
          Station station = register.on(code, day);
          List<StationHour> rows = new ArrayList<>(hours.size());
          hours.forEach((start, records) -> rows.add(hour(code, station, start, day, records)));
          byStation.put(code, rows);
        });
    return byStation;
  }

  private StationHour hour(
      String code, Station station, LocalDateTime start, LocalDate day, List<AirReading> records) {
    InForce<AirReading> inForce =
        records.isEmpty() ? null : InForce.of(records, AirReading::provenance, ITEMS);
    HourValues values = inForce == null ? HourValues.NONE : values(inForce.winners());
    String unmonitored = station == null ? null : station.unmonitoredItems();
    String missing =
        values
            .six()
            .labels(
                (item, value) -> value == null && !UnmonitoredItems.of(unmonitored).contains(item),
                "+");
    Provenance latest = inForce == null ? null : inForce.latest().provenance();
    return new StationHour(
        code,
        start,
        day,
        station != null,
        station == null ? null : station.countyCode(),
        unmonitored,
        register.isDust(station, start),
        values,
        HourIndex.of(rulesAsOf.dayFor(day), values, unmonitored),
        invalidReason(inForce, values, missing),
        missing,
        suspectReason(values),
        inForce == null ? 0 : inForce.revisionCount(),
        inForce == null ? 0 : inForce.recordCount(),
        inForce != null && inForce.isDecidedByPath(),
        latest == null ? null : latest.fileId(),
        latest == null ? null : latest.recordNo());
  }

  private static HourValues values(List<AirReading> winners) {
    Six<BigDecimal> values =
        Six.of(
            item -> {
              AirReading winner = winners.get(Six.ITEMS.indexOf(item));
              return winner == null ? null : winner.values().of(item);
            });
    return new HourValues(
        values.so2(), values.no2(), values.co(), values.o3(), values.pm10(), values.pm25());
  }

  private static InvalidReason invalidReason(
      InForce<AirReading> inForce, HourValues values, String missing) {
    if (inForce == null) {
      return InvalidReason.NOT_RECEIVED;
    }
    if (values.equals(HourValues.NONE)) {
      return InvalidReason.NO_VALUE;
    }
    return missing == null ? null : InvalidReason.ITEM_MISSING;
  }

  /** What a person should look at; what it names stays in every statistic. */
  private String suspectReason(HourValues values) {
    List<String> reasons = new ArrayList<>(0);
    if (values.pm2_5UgM3() != null
        && values.pm10UgM3() != null
        && values.pm2_5UgM3().compareTo(values.pm10UgM3()) > 0) {
      reasons.add("PM2_5_ABOVE_PM10");
    }
    for (AirPollutant item : Six.ITEMS) {
      BigDecimal value = values.of(item);
      if (value != null && value.compareTo(caps.of(item)) >= 0) {
        reasons.add(item.label().replace('.', '_') + "_AT_CAP");
      }
    }
    return reasons.isEmpty() ? null : String.join("+", reasons);
  }

  /** The stations received on a day that the registry does not have. */
  List<UnknownStation> unknown(LocalDate day, List<AirReading> readings) {
    Set<String> registered =
        register.on(day).stream().map(Station::stationCode).collect(Collectors.toSet());
    Map<String, List<AirReading>> byStation = new TreeMap<>();
    for (AirReading reading : readings) {
      if (!registered.contains(reading.stationCode())) {
        byStation.computeIfAbsent(reading.stationCode(), c -> new ArrayList<>()).add(reading);
      }
    }
    List<UnknownStation> unknown = new ArrayList<>();
    byStation.forEach(
        (code, of) ->
            unknown.add(
                new UnknownStation(
                    code,
                    day,
                    (int) of.stream().map(AirReading::hourStart).distinct().count(),
                    of.stream()
                        .map(r -> r.provenance().fileId())
                        .min(Provenance::compareTexts)
                        .orElseThrow())));
    return unknown;
  }

  /** A record of a station's hour as received, from {@code received.air}. */
  record AirReading(
      String stationCode,
      LocalDateTime hourStart,
      LocalDate dataDay,
      HourValues values,
      Provenance provenance) {}

  /**
   * From which value on an hour is listed as standing at the upper end of its instrument; a
   * screening threshold of ours, µg/m³, CO mg/m³.
   */
  record InstrumentCaps(Six<BigDecimal> caps) {
    private static final String SETTING = "air.instrument_cap.";

    /** The settings. */
    static final List<String> SETTINGS = Six.ITEMS.stream().map(InstrumentCaps::setting).toList();

    static InstrumentCaps of(Settings settings) {
      return new InstrumentCaps(Six.of(item -> settings.decimal(setting(item))));
    }

    private static String setting(AirPollutant item) {
      return SETTING + item.name().toLowerCase(java.util.Locale.ROOT);
    }

    BigDecimal of(AirPollutant item) {
      return caps.of(item);
    }
  }
}
