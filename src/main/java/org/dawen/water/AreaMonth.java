package org.dawen.water;

import java.time.LocalDate;
import org.dawen.lake.Day;
import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/** A county or city in a month, by the province's rule. */
@OfTable(
    name = "water.area_month",
    grain =
        "One row per county or zone, and city, month, and national sections or all, by the"
            + " province's rule.",
    sources = {"water.section_month", "water.section_item_month"},
    warnings = {
      "An open period tells about the days so far",
      "Provisional: the weights of rivers and lakes, and the bands of shares, are recalled",
      "Ranks are among the areas whose sections are in the registry"
    })
public record AreaMonth(
    @Key AreaKind areaKind,
    @Key String areaCode,
    @Nullable String areaName,
    @Key SectionScope sectionScope,
    @Key @Day LocalDate monthStart,
    AreaFigures figures) {}
