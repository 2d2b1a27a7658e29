package org.dawen.air;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.dawen.air.AreaRegister.Area;
import org.dawen.intake.InForce;
import org.dawen.intake.Provenance;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;
import org.dawen.standard.AirPollutant;
import org.dawen.standard.Mean;

/** How the day of areas follows from those of their evaluation stations. */
final class AreaDays {
  private static final int PERCENT_DECIMALS = 6;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private static final List<Function<CityReading, BigDecimal>> ITEMS =
      Six.ITEMS.stream()
          .<Function<CityReading, BigDecimal>>map(item -> r -> r.six().of(item))
          .toList();

  private static final List<Function<CityReading, String>> NAMES = List.of(CityReading::cityName);

  private final StationRegister stations;
  private final AreaRegister areas;
  private final boolean requiresShare;
  private final RulesAsOf rulesAsOf;

  /**
   * The rule.
   *
   * @param requiresShare whether an item asks for the share of stations of HJ 663 (recalled)
   */
  AreaDays(
      StationRegister stations, AreaRegister areas, boolean requiresShare, RulesAsOf rulesAsOf) {
    this.stations = stations;
    this.areas = areas;
    this.requiresShare = requiresShare;
    this.rulesAsOf = rulesAsOf;
  }

  /**
   * The day of every area with evaluation stations, of every area of the registry if anything was
   * received of a station, and of every city received. An area without evaluation stations has a
   * row without values.
   *
   * @param stationDays rows of all stations of the day
   * @param cityDays what was received of cities of the day
   */
  List<AreaDay> of(LocalDate day, List<StationDay> stationDays, List<CityReading> cityDays) {
    TreeMap<Area, Gathered> gathered =
        new TreeMap<>(
            Comparator.comparing(Area::kind).thenComparing(Area::code, Provenance::compareTexts));
    for (StationDay station : stationDays) {
      for (Area area : AreaRegister.of(stations.on(station.stationCode(), day))) {
        gathered.computeIfAbsent(area, a -> new Gathered()).add(station);
      }
    }
    if (!stationDays.isEmpty()) {
      areas.on(day).forEach(a -> gathered.computeIfAbsent(a, b -> new Gathered()).name(a.name()));
    }
    received(cityDays)
        .forEach(
            (code, values) ->
                gathered
                    .computeIfAbsent(new Area(AreaKind.CITY, code, null), a -> new Gathered())
                    .receive(values));
    List<AreaDay> rows = new ArrayList<>();
    gathered.forEach((area, of) -> rows.add(row(area, day, of)));
    return rows;
  }

  /**
   * A city's day as received, of each item the latest value.
   *
   * @param name null: no record names it
   */
  private record Received(String name, Six<BigDecimal> values) {}

  private static Map<String, Received> received(List<CityReading> cityDays) {
    Map<String, List<CityReading>> byCity = new TreeMap<>();
    cityDays.forEach(r -> byCity.computeIfAbsent(r.cityCode(), c -> new ArrayList<>()).add(r));
    Map<String, Received> received = new TreeMap<>();
    byCity.forEach(
        (code, records) -> {
          List<CityReading> winners = InForce.of(records, CityReading::provenance, ITEMS).winners();
          CityReading named = InForce.of(records, CityReading::provenance, NAMES).winners().get(0);
          Six<BigDecimal> values =
              Six.of(
                  item -> {
                    CityReading winner = winners.get(Six.ITEMS.indexOf(item));
                    return winner == null ? null : winner.six().of(item);
                  });
          received.put(code, new Received(named == null ? null : named.cityName(), values));
        });
    return received;
  }

  /** What an area's day is made of. */
  private static final class Gathered {
    private final Six<Mean> means = Six.of(item -> new Mean());
    private final Six<Mean> planned = Six.of(item -> new Mean());
    private final Mean pm10WithoutDust = new Mean();
    private final Mean pm25WithoutDust = new Mean();
    private int stationCount;
    private String name;
    private Received received;

    void add(StationDay station) {
      stationCount++;
      for (AirPollutant item : Six.ITEMS) {
        means.of(item).add(station.means().six().of(item));
        boolean isPlanned = !UnmonitoredItems.of(station.unmonitoredItems()).contains(item);
        planned.of(item).add(isPlanned ? BigDecimal.ONE : null);
      }
      pm10WithoutDust.add(station.pm10WithoutDustUgM3());
      pm25WithoutDust.add(station.pm2_5WithoutDustUgM3());
    }

    /** Of several names the last in the order of texts. */
    void name(String another) {
      if (another != null && (name == null || Provenance.compareTexts(another, name) > 0)) {
        name = another;
      }
    }

    void receive(Received values) {
      received = values;
    }
  }

  /**
   * The row of an area: means of the stations' unrounded days, and where the values come from. A
   * city with evaluation stations is computed from them; only without any does the day as received
   * count. Hours under dust cannot be taken out of a received day.
   */
  private AreaDay row(Area area, LocalDate day, Gathered of) {
    LocalDate rulesDay = rulesAsOf.dayFor(day);
    boolean hasStations = of.stationCount > 0;
    Six<BigDecimal> shares = Six.of(item -> share(of, item));
    DayValues values =
        DayValues.of(
            Six.of(
                item ->
                    hasStations
                        ? mean(of, item, shares.of(item), DayRequirements.on(rulesDay))
                        : of.received == null ? null : of.received.values().of(item)));
    String unmonitored =
        hasStations ? of.planned.labels((item, planned) -> planned.count() == 0, ";") : null;
    BigDecimal pm10WithoutDust =
        hasStations
            ? values.pm10UgM3() == null ? null : of.pm10WithoutDust.value()
            : values.pm10UgM3();
    BigDecimal pm25WithoutDust =
        hasStations
            ? values.pm2_5UgM3() == null ? null : of.pm25WithoutDust.value()
            : values.pm2_5UgM3();
    return new AreaDay(
        area.kind(),
        area.code(),
        of.name != null ? of.name : of.received == null ? null : of.received.name(),
        day,
        hasStations
            ? AreaDay.Basis.STATIONS
            : of.received == null ? AreaDay.Basis.NONE : AreaDay.Basis.RECEIVED,
        of.stationCount,
        smallest(shares),
        new AreaDay.ValidStations(
            of.means.so2().count(),
            of.means.no2().count(),
            of.means.co().count(),
            of.means.o3().count(),
            of.means.pm10().count(),
            of.means.pm25().count()),
        unmonitored,
        values,
        ratio(values.pm2_5UgM3(), values.pm10UgM3()),
        pm10WithoutDust,
        pm25WithoutDust,
        AreaIndex.of(rulesDay, values, pm10WithoutDust, pm25WithoutDust, unmonitored));
  }

  /** Stations with a valid value among those that monitor the item, in percent; null: none do. */
  private static BigDecimal share(Gathered of, AirPollutant item) {
    int planned = of.planned.of(item).count();
    return planned == 0
        ? null
        : BigDecimal.valueOf(of.means.of(item).count())
            .multiply(HUNDRED)
            .divide(BigDecimal.valueOf(planned), PERCENT_DECIMALS, RoundingMode.HALF_UP);
  }

  private static BigDecimal smallest(Six<BigDecimal> shares) {
    return Six.ITEMS.stream()
        .map(shares::of)
        .filter(s -> s != null)
        .min(BigDecimal::compareTo)
        .orElse(null);
  }

  private BigDecimal mean(Gathered of, AirPollutant item, BigDecimal share, DayRequirements needs) {
    boolean isEnough =
        !requiresShare
            || share != null
                && needs.shareOfStations() != null
                && share.compareTo(needs.shareOfStations().multiply(HUNDRED)) >= 0;
    return isEnough ? of.means.of(item).value() : null;
  }

  /** PM2.5 by PM10, ten decimals; null: one is missing or PM10 is 0. */
  static BigDecimal ratio(BigDecimal pm25, BigDecimal pm10) {
    return pm25 == null || pm10 == null || pm10.signum() == 0
        ? null
        : pm25.divide(pm10, Mean.DECIMALS, RoundingMode.HALF_UP);
  }

  /** A record of a city's day as received, from {@code received.air_city_day}. */
  record CityReading(
      String cityCode,
      @Nullable String cityName,
      LocalDate dataDay,
      @Nullable @Digits(value = 14, scale = 6) BigDecimal so2UgM3,
      @Nullable @Digits(value = 14, scale = 6) BigDecimal no2UgM3,
      @Nullable @Digits(value = 14, scale = 6) BigDecimal coMgM3,
      @Nullable @Digits(value = 14, scale = 6) BigDecimal o3_8hUgM3,
      @Nullable @Digits(value = 14, scale = 6) BigDecimal pm10UgM3,
      @Nullable @Digits(value = 14, scale = 6) BigDecimal pm2_5UgM3,
      Provenance provenance) {

    Six<BigDecimal> six() {
      return new Six<>(so2UgM3, no2UgM3, coMgM3, o3_8hUgM3, pm10UgM3, pm2_5UgM3);
    }
  }
}
