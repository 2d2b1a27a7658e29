package org.dawen.noise;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dawen.registry.County;
import org.dawen.registry.NoisePoint;
import org.dawen.standard.NoiseZone;

/**
 * Months of points, and of the zones of counties and cities. A day of a point is counted in the
 * zone and the county that the registry gives the point on that day.
 */
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

  /** The rows of one month. */
  record Rows(List<PointMonth> points, List<ZoneMonth> zones) {}

  private record Place(String areaKind, String areaCode, String zone) {
    /** Counties before cities, the single zones before all of them. */
    static final Comparator<Place> ORDER =
        Comparator.comparing(Place::areaKind)
            .reversed()
            .thenComparing(Place::areaCode)
            .thenComparing(Place::zone);
  }

  /** What was due and what was received, of a point or of a zone of an area. */
  private static final class Sum {
    private final Set<String> registered = new TreeSet<>();
    private final List<PointDay> days = new ArrayList<>();
    private int dueDays;

    void addDue(String pointCode) {
      registered.add(pointCode);
      dueDays++;
    }

    int dueHours() {
      return dueDays * HOURS_OF_DAY;
    }

    int receivedHours() {
      return days.stream().mapToInt(d -> d.isSent() ? sent(d) : d.receivedHourCount()).sum();
    }

    /** Hours of the levels that the platform sent. */
    private static int sent(PointDay day) {
      Nights nights = Nights.of(day.dataDay());
      return day.ldnDb() != null
          ? HOURS_OF_DAY
          : (day.ldDb() == null ? 0 : nights.dayHours())
              + (day.lnDb() == null ? 0 : nights.nightHours());
    }

    int excludedHours() {
      return days.stream().mapToInt(PointDay::excludedHourCount).sum();
    }

    boolean isProvisional() {
      return days.stream().anyMatch(PointDay::isProvisional);
    }
  }

  /**
   * A month of all points.
   *
   * @param days of the month with the night that judges, at least one
   */
  Rows of(LocalDate monthStart, List<PointDay> days) {
    LocalDate last = days.stream().map(PointDay::dataDay).max(LocalDate::compareTo).orElseThrow();
    Map<String, String> cities = cities(last);
    Map<String, Sum> ofPoints = new TreeMap<>();
    Map<Place, Sum> ofPlaces = new TreeMap<>(Place.ORDER);
    Set<String> registered =
        points.stream().map(NoisePoint::pointCode).collect(Collectors.toCollection(TreeSet::new));
    monthStart
        .datesUntil(last.plusDays(1))
        .forEach(
            date ->
                registered.forEach(
                    code -> {
                      NoisePoint point = register.on(code, date);
                      if (point != null) {
                        sum(ofPoints, code).addDue(code);
                        places(PointRegister.zone(point), point.countyCode(), cities)
                            .forEach(place -> sum(ofPlaces, place).addDue(code));
                      }
                    }));
    for (PointDay day : days) {
      Sum ofPoint = sum(ofPoints, day.pointCode());
      if (day.isRegistered()) {
        ofPoint.days.add(day);
        places(day.zone(), day.countyCode(), cities)
            .forEach(place -> sum(ofPlaces, place).days.add(day));
      }
    }
    List<PointMonth> pointMonths = new ArrayList<>();
    ofPoints.forEach((code, sum) -> pointMonths.add(pointMonth(code, monthStart, last, sum)));
    List<ZoneMonth> zoneMonths = new ArrayList<>();
    ofPlaces.forEach((place, sum) -> zoneMonths.add(zoneMonth(place, monthStart, last, sum)));
    return new Rows(pointMonths, zoneMonths);
  }

  private Map<String, String> cities(LocalDate last) {
    return counties.stream()
        .filter(c -> c.period().holdsOn(last) && c.cityCode() != null)
        .collect(Collectors.toMap(County::countyCode, County::cityCode, (a, b) -> b));
  }

  private static <K> Sum sum(Map<K, Sum> sums, K key) {
    return sums.computeIfAbsent(key, k -> new Sum());
  }

  /** The zone and all zones, each of the county and, if that is known, of its city. */
  private static List<Place> places(NoiseZone zone, String county, Map<String, String> cities) {
    List<Place> places = new ArrayList<>(4);
    for (String of : List.of(zone.toString(), ZoneMonth.EVERY_ZONE)) {
      places.add(new Place(COUNTY, county, of));
      if (cities.containsKey(county)) {
        places.add(new Place(CITY, cities.get(county), of));
      }
    }
    return places;
  }

  private PointMonth pointMonth(String code, LocalDate start, LocalDate last, Sum sum) {
    NoisePoint point =
        start
            .datesUntil(last.plusDays(1))
            .map(date -> register.on(code, date))
            .filter(Objects::nonNull)
            .reduce((a, b) -> b)
            .orElse(null);
    return new PointMonth(
        code,
        start,
        point != null,
        PointRegister.zone(point),
        point == null ? null : point.countyCode(),
        last,
        sum.dueHours(),
        sum.receivedHours(),
        sum.excludedHours(),
        Compliance.percent(sum.receivedHours(), sum.dueHours(), start),
        Compliance.of(sum.days, start),
        sum.isProvisional());
  }

  private static ZoneMonth zoneMonth(Place place, LocalDate start, LocalDate last, Sum sum) {
    return new ZoneMonth(
        place.areaKind,
        place.areaCode,
        place.zone,
        start,
        last,
        sum.registered.size(),
        (int) sum.days.stream().map(PointDay::pointCode).distinct().count(),
        sum.dueHours(),
        sum.receivedHours(),
        sum.excludedHours(),
        Compliance.percent(sum.receivedHours(), sum.dueHours(), start),
        Compliance.of(sum.days, start),
        sum.isProvisional());
  }
}
