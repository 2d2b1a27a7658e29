package org.dawen.air;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.dawen.air.AreaRegister.Area;
import org.dawen.air.ProfileMonth.PlaceKind;
import org.dawen.air.ProfileMonth.Profile;
import org.dawen.registry.Station;
import org.dawen.standard.AirPollutant;
import org.dawen.standard.Mean;

/** Profiles of the day and of the week: the mean of each hour of the day and day of the week. */
final class Profiles {
  private Profiles() {}

  /**
   * The profiles of a month.
   *
   * @param month its first day
   * @param hours of all stations
   */
  static List<ProfileMonth> of(
      LocalDate month, List<HourOfStation> hours, StationRegister stations) {
    TreeMap<Slot, Six<Mean>> slots = new TreeMap<>(Slot.ORDER);
    sums(hours, stations)
        .forEach(
            (registered, sums) -> {
              sums.addTo(slots, PlaceKind.STATION, registered.code());
              for (Area area : AreaRegister.of(registered.station())) {
                sums.addTo(slots, PlaceKind.of(area.kind()), area.code());
              }
            });
    List<ProfileMonth> rows = new ArrayList<>();
    slots.forEach((slot, means) -> rows.add(slot.row(month, means)));
    return rows;
  }

  /**
   * A station as long as the registry says the same of it; each hour is added up once, however many
   * areas it belongs to.
   *
   * @param station null: not registered
   */
  private record Registered(String code, Station station) {}

  private static Map<Registered, Sums> sums(List<HourOfStation> hours, StationRegister stations) {
    Map<Registered, Sums> all = new HashMap<>();
    HourOfStation before = null;
    Sums sums = null;
    for (HourOfStation hour : hours) {
      if (before == null
          || !hour.stationCode().equals(before.stationCode())
          || !hour.dataDay().equals(before.dataDay())) {
        Station station = stations.on(hour.stationCode(), hour.dataDay());
        sums = all.computeIfAbsent(new Registered(hour.stationCode(), station), r -> new Sums());
        before = hour;
      }
      sums.add(hour);
    }
    return all;
  }

  /** Sums by the hour of the day, and by the day of the week, which begins with 1. */
  private static final class Sums {
    private final List<Six<Mean>> ofDay = new ArrayList<>(Collections.nCopies(24, null));
    private final List<Six<Mean>> ofWeek = new ArrayList<>(Collections.nCopies(8, null));

    void add(HourOfStation hour) {
      Six<Mean> day = slot(ofDay, hour.hourStart().getHour());
      Six<Mean> week = slot(ofWeek, hour.dataDay().getDayOfWeek().getValue());
      for (AirPollutant item : Six.ITEMS) {
        BigDecimal value = hour.values().of(item);
        day.of(item).add(value);
        week.of(item).add(value);
      }
    }

    private static Six<Mean> slot(List<Six<Mean>> slots, int number) {
      if (slots.get(number) == null) {
        slots.set(number, Six.of(item -> new Mean()));
      }
      return slots.get(number);
    }

    void addTo(TreeMap<Slot, Six<Mean>> slots, PlaceKind kind, String code) {
      addTo(slots, n -> new Slot(kind, code, Profile.HOUR_OF_DAY, n), ofDay);
      addTo(slots, n -> new Slot(kind, code, Profile.DAY_OF_WEEK, n), ofWeek);
    }

    private static void addTo(
        TreeMap<Slot, Six<Mean>> slots, IntFunction<Slot> slot, List<Six<Mean>> sums) {
      for (int n = 0; n < sums.size(); n++) {
        Six<Mean> sum = sums.get(n);
        if (sum != null) {
          Six<Mean> means = slots.computeIfAbsent(slot.apply(n), s -> Six.of(item -> new Mean()));
          Six.ITEMS.forEach(item -> means.of(item).add(sum.of(item)));
        }
      }
    }
  }

  /** A slot of a profile of a place. */
  private record Slot(PlaceKind kind, String code, Profile profile, int number) {
    static final Comparator<Slot> ORDER =
        Comparator.comparing(Slot::kind)
            .thenComparing(Slot::code)
            .thenComparing(Slot::profile)
            .thenComparing(Slot::number);

    ProfileMonth row(LocalDate month, Six<Mean> means) {
      Six<BigDecimal> values = means.map(Mean::value);
      Six<Long> hours = means.map(mean -> (long) mean.count());
      return new ProfileMonth(
          kind,
          code,
          month,
          profile,
          number,
          new ProfileMonth.SlotMeans(
              values.so2(), values.no2(), values.co(), values.o3(), values.pm10(), values.pm25()),
          new ProfileMonth.SlotHours(
              hours.so2(), hours.no2(), hours.co(), hours.o3(), hours.pm10(), hours.pm25()),
          AreaDays.ratio(values.pm25(), values.pm10()));
    }
  }

  /** What a profile needs of a station's hour, from {@code air.station_hour}. */
  record HourOfStation(
      String stationCode, LocalDateTime hourStart, LocalDate dataDay, HourValues values) {}
}
