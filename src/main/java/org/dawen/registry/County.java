package org.dawen.registry;

import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/** A county or functional zone over one period, from {@code registry.county}. */
@OfTable(
    name = "registry.county",
    grain = "One row per county or functional zone and period.",
    withoutDay = "valid_from to valid_to",
    sources = "landing/registry/counties.csv")
public record County(
    @Key String countyCode,
    String name,
    @Nullable String cityCode,
    @Nullable String cityName,
    @Nullable Boolean isFunctionalZone,
    Period period,
    String fileId,
    long recordNo) {}
