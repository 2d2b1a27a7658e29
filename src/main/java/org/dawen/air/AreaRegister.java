package org.dawen.air;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dawen.registry.County;
import org.dawen.registry.Station;
import org.dawen.registry.Township;

/** The areas of the registry, and the areas in whose evaluation a station counts. */
final class AreaRegister {
  private final List<County> counties;
  private final List<Township> townships;

  /**
   * An area.
   *
   * @param name as the registry of areas has it; null for the areas of a station, whose row holds
   *     codes alone
   */
  record Area(AreaKind kind, String code, String name) {}

  AreaRegister(List<County> counties, List<Township> townships) {
    this.counties = counties;
    this.townships = townships;
  }

  /** Every township, county or zone, and city registered on a day; a city once for each county. */
  List<Area> on(LocalDate day) {
    List<Area> areas = new ArrayList<>();
    for (Township township : townships) {
      if (township.period().holdsOn(day)) {
        areas.add(new Area(AreaKind.TOWNSHIP, township.townshipCode(), township.name()));
      }
    }
    for (County county : counties) {
      if (county.period().holdsOn(day)) {
        areas.add(new Area(AreaKind.COUNTY, county.countyCode(), county.name()));
        if (county.cityCode() != null) {
          areas.add(new Area(AreaKind.CITY, county.cityCode(), county.cityName()));
        }
      }
    }
    return areas;
  }

  /**
   * The areas in whose evaluation a station counts: its township, its county or zone, its city.
   *
   * @param station null: the registry does not have it
   */
  static List<Area> of(Station station) {
    List<Area> areas = new ArrayList<>(3);
    if (station != null && station.countsInEvaluation()) {
      add(areas, AreaKind.TOWNSHIP, station.townshipCode());
      add(areas, AreaKind.COUNTY, station.countyCode());
      add(areas, AreaKind.CITY, station.cityCode());
    }
    return areas;
  }

  private static void add(List<Area> areas, AreaKind kind, String code) {
    if (code != null) {
      areas.add(new Area(kind, code, null));
    }
  }
}
