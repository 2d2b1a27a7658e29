package org.dawen.air;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.dawen.air.AreaRegister.Area;
import org.dawen.air.ProfileMonth.PlaceKind;
import org.dawen.air.ProfileMonth.Profile;
import org.dawen.lake.Table;
import org.dawen.registry.Station;
import org.dawen.run.JobSpec;
import org.dawen.run.Pass;
import org.dawen.run.PassSpec;
import org.dawen.run.Reach;
import org.dawen.run.References;

/** One month at a time: profiles of the day and of the week of stations and areas. */
public final class ProfilePass implements Pass {
  private static final long serialVersionUID = 1L;

  @Override
  public PassSpec spec() {
    Table hours = Table.of(StationHour.class);
    return PassSpec.of()
        .follows(hours, HourOfStation.class, h -> h.dataDay().withDayOfMonth(1).toString())
        .looksUp(Table.of(Station.class), Station.class)
        .gives(
            JobSpec.writes(Table.of(ProfileMonth.class))
                .follows(hours)
                .looksUp(Table.of(Station.class))
                .reach(Reach.wholeMonth())
                .build(),
            ProfileMonth.class)
        .build();
  }

  @Override
  public Rule rule(References references) {
    StationRegister stations = new StationRegister(references.all(Station.class), List.of());
    return (month, out) ->
        profiles(LocalDate.parse(month.key()), month.rows(HourOfStation.class), stations)
            .forEach(out::give);
  }

  /**
   * The profiles of a month.
   *
   * @param month its first day
   * @param hours of all stations
   */
  static List<ProfileMonth> profiles(
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
}
