package org.dawen.ground;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dawen.lake.Components;
import org.dawen.lake.Constraint;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Listed;
import org.dawen.lake.OfTable;
import org.dawen.registry.SoilPlot.PlotList;

/**
 * What was to be done in a year on the plots of land of one list in a county or a city.
 *
 * @param plotCount tasks due in the year
 * @param doneLateCount of those done the ones done after their day
 */
@OfTable(
    name = "ground.plot_year",
    grain = "One row per county or city, list of plots of land and year: what was due and done.",
    sources = {"registry.soil_plot", "registry.county"})
public record PlotYear(
    @Key @Listed({"county", "city"}) String areaKind,
    @Key String areaCode,
    @Key PlotList listKind,
    @Key @Day LocalDate yearStart,
    int plotCount,
    int doneCount,
    int doneLateCount,
    int openCount,
    int safeCount,
    @Digits(value = 7, scale = 4) BigDecimal donePercent,
    @Digits(value = 22, scale = 2) BigDecimal areaM2) {

  static void constraints(Components of) {
    of.holds(
        "done_and_open_are_all",
        Constraint.addsUp(of.all("plotCount"), of.all("doneCount", "openCount"), of.all()));
  }
}
