package org.dawen.registry;

import java.time.LocalDate;
import org.dawen.lake.Day;
import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/**
 * A check of an enterprise (执法检查), from {@code registry.inspection}.
 *
 * @param isOffSite made without going on site
 * @param leadId lead it was opened from; null: none
 */
@OfTable(
    name = "registry.inspection",
    grain = "One row per check of an enterprise (执法检查).",
    sources = "landing/registry/inspections.csv")
public record Inspection(
    @Key String inspectionNo,
    @Day LocalDate inspectedOn,
    String countyCode,
    boolean isOffSite,
    @Nullable String leadId,
    String fileId,
    long recordNo) {}
