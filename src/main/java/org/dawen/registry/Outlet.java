package org.dawen.registry;

import org.dawen.lake.Nullable;

/**
 * An outlet of a pollution source over one period, from {@code registry.outlet}.
 *
 * @param mn number of its device
 * @param industryCode four digits of GB/T 4754-2017; null: not told
 * @param zoneCode control zone; null: not told
 * @param sourceType kind of installation as the standards distinguish it; null: not told
 */
public record Outlet(
    String outletCode,
    String mn,
    @Nullable String enterpriseCode,
    @Nullable String countyCode,
    Medium medium,
    @Nullable String industryCode,
    @Nullable String zoneCode,
    @Nullable String sourceType,
    Period period) {}
