package org.dawen.registry;

import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/**
 * An outlet of a pollution source over one period, from {@code registry.outlet}.
 *
 * @param mn number of its device
 * @param industryCode four digits of GB/T 4754-2017; null: not told
 * @param zoneCode control zone; null: not told
 * @param sourceType kind of installation as the standards distinguish it; null: not told
 */
@OfTable(
    name = "registry.outlet",
    grain = "One row per outlet of a pollution source and period.",
    withoutDay = "valid_from to valid_to",
    sources = "landing/registry/outlets.csv")
public record Outlet(
    @Key String outletCode,
    String mn,
    String name,
    @Nullable String enterpriseCode,
    @Nullable String enterpriseName,
    @Nullable String countyCode,
    Medium medium,
    @Nullable String industryCode,
    @Nullable String zoneCode,
    @Nullable String sourceType,
    Period period,
    String fileId,
    long recordNo) {}
