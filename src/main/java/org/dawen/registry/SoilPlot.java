package org.dawen.registry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/**
 * What is to be done on a plot of land (土壤地块) by a day, from {@code registry.soil_plot}.
 *
 * @param use what the plot is used for, as the document says
 * @param dueOn last day by which it is to be done
 * @param doneOn day on which it was done; null: not yet
 */
@OfTable(
    name = "registry.soil_plot",
    grain = "One row per plot of land, list and day by which something is to be done on it.",
    sources = "landing/registry/soil_plots.csv")
public record SoilPlot(
    @Key String plotCode,
    String name,
    String countyCode,
    @Nullable @Digits(value = 16, scale = 2) BigDecimal areaM2,
    @Key PlotList listKind,
    @Nullable String use,
    @Nullable PlotStatus status,
    @Key @Day LocalDate dueOn,
    @Nullable LocalDate doneOn,
    @Nullable String documentNo,
    String fileId,
    long recordNo) {

  /** Which list a plot is on. */
  public enum PlotList {
    /** Plots under risk control or remediation of the province's list (省名录). */
    RISK_CONTROL,
    /** Plots to be supervised first (优先监管地块). */
    PRIORITY,
    /** Plots of enterprises that were closed or moved (关闭搬迁企业地块). */
    CLOSED_ENTERPRISE,
    /** Key construction land (重点建设用地). */
    CONSTRUCTION_LAND;

    /** The word in tables. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How a plot stands. */
  public enum PlotStatus {
    /** Nothing holds yet. */
    OPEN,
    /** Under control or monitoring. */
    CONTROLLED,
    /** Used safely (安全利用). */
    SAFE;

    /** The word in tables. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
