package org.dawen.air;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.dawen.air.AreaRegister.Area;
import org.dawen.air.ProfileMonth.PlaceKind;
import org.dawen.air.ProfileMonth.Profile;
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
    for (HourOfStation hour : hours) {
      add(slots, PlaceKind.STATION, hour.stationCode(), hour);
      for (Area area : AreaRegister.of(stations.on(hour.stationCode(), hour.dataDay()))) {
        add(slots, PlaceKind.of(area.kind()), area.code(), hour);
      }
    }
    List<ProfileMonth> rows = new ArrayList<>();
    slots.forEach((slot, means) -> rows.add(slot.row(month, means)));
    return rows;
  }

  private static void add(
      TreeMap<Slot, Six<Mean>> slots, PlaceKind kind, String code, HourOfStation hour) {
    int ofDay = hour.hourStart().getHour();
    int ofWeek = hour.dataDay().getDayOfWeek().getValue();
    add(slots, new Slot(kind, code, Profile.HOUR_OF_DAY, ofDay), hour);
    add(slots, new Slot(kind, code, Profile.DAY_OF_WEEK, ofWeek), hour);
  }

  private static void add(TreeMap<Slot, Six<Mean>> slots, Slot slot, HourOfStation hour) {
    Six<Mean> means = slots.computeIfAbsent(slot, s -> Six.of(item -> new Mean()));
    Six.ITEMS.forEach(item -> means.of(item).add(hour.values().of(item)));
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
