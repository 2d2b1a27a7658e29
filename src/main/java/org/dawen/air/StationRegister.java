package org.dawen.air;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dawen.registry.DustHour;
import org.dawen.registry.Station;

/** The stations of the registry, and the hours their areas were under sand and dust. */
final class StationRegister {
  private final Map<String, List<Station>> byCode = new TreeMap<>();

  /** Of each area the latest end among the spans that have begun, by their beginnings. */
  private final Map<String, NavigableMap<LocalDateTime, LocalDateTime>> dust = new HashMap<>();

  StationRegister(List<Station> stations, List<DustHour> dust) {
    stations.forEach(s -> byCode.computeIfAbsent(s.stationCode(), c -> new ArrayList<>()).add(s));
    dust.stream().sorted(Comparator.comparing(DustHour::startsAt)).forEach(this::add);
  }

  private void add(DustHour span) {
    NavigableMap<LocalDateTime, LocalDateTime> ends =
        dust.computeIfAbsent(span.areaCode(), code -> new TreeMap<>());
    LocalDateTime end = span.endsAt() == null ? LocalDateTime.MAX : span.endsAt();
    LocalDateTime latest = ends.isEmpty() ? end : ends.lastEntry().getValue();
    ends.put(span.startsAt(), end.isAfter(latest) ? end : latest);
  }

  /** The row of a station valid on a day; null: the registry does not have it. */
  Station on(String stationCode, LocalDate day) {
    return byCode.getOrDefault(stationCode, List.of()).stream()
        .filter(s -> s.period().holdsOn(day))
        .findFirst()
        .orElse(null);
  }

  /** The stations registered on a day, in the order of their codes. */
  List<Station> on(LocalDate day) {
    return byCode.values().stream()
        .flatMap(List::stream)
        .filter(s -> s.period().holdsOn(day))
        .toList();
  }

  /** Whether an hour shares some time with a span of dust of an area the station lies in. */
  boolean isDust(Station station, LocalDateTime hourStart) {
    return station != null
        && !dust.isEmpty()
        && codes(station).anyMatch(area -> isDust(area, hourStart));
  }

  private boolean isDust(String areaCode, LocalDateTime hourStart) {
    NavigableMap<LocalDateTime, LocalDateTime> ends = dust.get(areaCode);
    Map.Entry<LocalDateTime, LocalDateTime> begun =
        ends == null ? null : ends.lowerEntry(hourStart.plusHours(1));
    return begun != null && hourStart.isBefore(begun.getValue());
  }

  private static Stream<String> codes(Station station) {
    return Stream.of(
        station.stationCode(), station.townshipCode(), station.countyCode(), station.cityCode());
  }
}
