package org.dawen.noise;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dawen.registry.County;
import org.dawen.registry.NoisePoint;
import org.dawen.standard.NoiseZone;

/** Months of points, and of the zones of counties and cities. */
final class ZoneMonths {
  private static final int HOURS_OF_DAY = 24;
  private static final String COUNTY = "county";
  private static final String CITY = "city";

  private final List<NoisePoint> points;
  private final PointRegister register;
  private final List<County> counties;

  ZoneMonths(List<NoisePoint> points, List<County> counties) {
    this.points = points;
    this.register = new PointRegister(points);
    this.counties = counties;
  }

  /** A month of a point with the days it was made of. */
  private record Month(PointMonth row, List<PointDay> days) {}

  /** The rows of one month. */
  record Rows(List<PointMonth> points, List<ZoneMonth> zones) {}

  /**
   * A month of all points.
   *
   * @param days of the month with the night that judges, at least one
   */
  Rows of(LocalDate monthStart, List<PointDay> days) {
    LocalDate last = days.stream().map(PointDay::dataDay).max(LocalDate::compareTo).orElseThrow();
    Map<String, List<PointDay>> byPoint =
        days.stream().collect(Collectors.groupingBy(PointDay::pointCode));
    Set<String> codes = new TreeSet<>(byPoint.keySet());
    points.stream()
        .map(NoisePoint::pointCode)
        .filter(code -> dueDays(code, monthStart, last) > 0)
        .forEach(codes::add);
    List<Month> months =
        codes.stream()
            .map(code -> month(code, monthStart, last, byPoint.getOrDefault(code, List.of())))
            .toList();
    return new Rows(months.stream().map(Month::row).toList(), zones(monthStart, last, months));
  }

  private int dueDays(String code, LocalDate first, LocalDate last) {
    return (int)
        first.datesUntil(last.plusDays(1)).filter(day -> register.on(code, day) != null).count();
  }

  private Month month(String code, LocalDate start, LocalDate last, List<PointDay> days) {
    NoisePoint point = register.on(code, last);
    int due = dueDays(code, start, last) * HOURS_OF_DAY;
    int received =
        days.stream().mapToInt(d -> d.isSent() ? HOURS_OF_DAY : d.receivedHourCount()).sum();
    return new Month(
        new PointMonth(
            code,
            start,
            point != null,
            PointRegister.zone(point),
            point == null ? null : point.countyCode(),
            last,
            due,
            received,
            days.stream().mapToInt(PointDay::excludedHourCount).sum(),
            Compliance.percent(received, due, start),
            Compliance.of(days, start),
            days.stream().anyMatch(PointDay::isProvisional)),
        days);
  }

  private List<ZoneMonth> zones(LocalDate start, LocalDate last, List<Month> months) {
    Map<String, String> cities = new TreeMap<>();
    counties.stream()
        .filter(c -> c.period().holdsOn(last) && c.cityCode() != null)
        .forEach(c -> cities.put(c.countyCode(), c.cityCode()));
    Map<String, List<Month>> byCounty = new TreeMap<>();
    Map<String, List<Month>> byCity = new TreeMap<>();
    for (Month month : months) {
      String county = month.row.countyCode();
      if (county != null) {
        byCounty.computeIfAbsent(county, c -> new ArrayList<>()).add(month);
        if (cities.containsKey(county)) {
          byCity.computeIfAbsent(cities.get(county), c -> new ArrayList<>()).add(month);
        }
      }
    }
    List<ZoneMonth> zones = new ArrayList<>();
    byCounty.forEach((code, of) -> addZones(zones, COUNTY, code, start, last, of));
    byCity.forEach((code, of) -> addZones(zones, CITY, code, start, last, of));
    return zones;
  }

  private static void addZones(
      List<ZoneMonth> zones,
      String areaKind,
      String areaCode,
      LocalDate start,
      LocalDate last,
      List<Month> months) {
    for (NoiseZone zone : NoiseZone.values()) {
      List<Month> of = months.stream().filter(m -> m.row.zone() == zone).toList();
      List<PointDay> days =
          months.stream().flatMap(m -> m.days.stream()).filter(d -> d.zone() == zone).toList();
      if (!of.isEmpty() || !days.isEmpty()) {
        zones.add(zone(areaKind, areaCode, zone.toString(), start, last, of, days));
      }
    }
    List<PointDay> all = months.stream().flatMap(m -> m.days.stream()).toList();
    zones.add(zone(areaKind, areaCode, ZoneMonth.EVERY_ZONE, start, last, months, all));
  }

  private static ZoneMonth zone(
      String areaKind,
      String areaCode,
      String zone,
      LocalDate start,
      LocalDate last,
      List<Month> months,
      List<PointDay> days) {
    List<PointMonth> rows = months.stream().map(Month::row).toList();
    int due = rows.stream().mapToInt(PointMonth::dueHourCount).sum();
    int received = rows.stream().mapToInt(PointMonth::receivedHourCount).sum();
    return new ZoneMonth(
        areaKind,
        areaCode,
        zone,
        start,
        last,
        rows.size(),
        (int) months.stream().filter(m -> !m.days.isEmpty()).count(),
        due,
        received,
        rows.stream().mapToInt(PointMonth::excludedHourCount).sum(),
        Compliance.percent(received, due, start),
        Compliance.of(days, start),
        days.stream().anyMatch(PointDay::isProvisional));
  }
}
