package org.dawen.registry;

import org.dawen.lake.Nullable;

/** A county or functional zone over one period, from {@code registry.county}. */
public record County(
    String countyCode,
    @Nullable String name,
    @Nullable String cityCode,
    @Nullable String cityName,
    Period period) {}
