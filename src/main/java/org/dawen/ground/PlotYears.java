package org.dawen.ground;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dawen.registry.County;
import org.dawen.registry.SoilPlot;
import org.dawen.registry.SoilPlot.PlotList;
import org.dawen.registry.SoilPlot.PlotStatus;

/** Counts of plots of land by list and year, for counties and cities. */
final class PlotYears {
  private static final int PERCENT_DECIMALS = 4;

  private final List<County> counties;

  PlotYears(List<County> counties) {
    this.counties = counties;
  }

  private record Place(String areaKind, String areaCode, PlotList listKind, LocalDate yearStart) {}

  /** The rows of all years. */
  List<PlotYear> of(List<SoilPlot> plots) {
    Map<Place, List<SoilPlot>> places =
        plots.stream()
            .flatMap(
                plot ->
                    areas(plot).entrySet().stream().map(area -> Map.entry(place(plot, area), plot)))
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    List<PlotYear> years = new ArrayList<>();
    places.forEach((place, of) -> years.add(year(place, of)));
    years.sort(
        Comparator.comparing(PlotYear::yearStart)
            .thenComparing(PlotYear::areaKind)
            .thenComparing(PlotYear::areaCode)
            .thenComparing(PlotYear::listKind));
    return years;
  }

  /** The county of a plot, and its city if that is known. */
  private Map<String, String> areas(SoilPlot plot) {
    Map<String, String> areas = new TreeMap<>();
    areas.put("county", plot.countyCode());
    counties.stream()
        .filter(c -> c.countyCode().equals(plot.countyCode()) && c.period().holdsOn(plot.dueOn()))
        .map(County::cityCode)
        .filter(Objects::nonNull)
        .findFirst()
        .ifPresent(city -> areas.put("city", city));
    return areas;
  }

  private static Place place(SoilPlot plot, Map.Entry<String, String> area) {
    return new Place(
        area.getKey(), area.getValue(), plot.listKind(), plot.dueOn().withDayOfYear(1));
  }

  private static PlotYear year(Place place, List<SoilPlot> plots) {
    int done = (int) plots.stream().filter(p -> p.doneOn() != null).count();
    return new PlotYear(
        place.areaKind,
        place.areaCode,
        place.listKind,
        place.yearStart,
        plots.size(),
        done,
        (int)
            plots.stream().filter(p -> p.doneOn() != null && p.doneOn().isAfter(p.dueOn())).count(),
        plots.size() - done,
        (int) plots.stream().filter(p -> p.status() == PlotStatus.SAFE).count(),
        BigDecimal.valueOf(100L * done)
            .divide(BigDecimal.valueOf(plots.size()), PERCENT_DECIMALS, RoundingMode.HALF_EVEN),
        plots.stream()
            .map(SoilPlot::areaM2)
            .filter(area -> area != null && area.signum() > 0)
            .reduce(BigDecimal.ZERO, BigDecimal::add));
  }
}
