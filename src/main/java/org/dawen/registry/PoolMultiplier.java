package org.dawen.registry;

import java.math.BigDecimal;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/**
 * What projects of a city must draw per tonne of need, from {@code registry.pool_multiplier}.
 *
 * @param cityCode null: any city
 */
@OfTable(
    name = "registry.pool_multiplier",
    grain = "One row per city, pollutant and year: times the need that projects must draw.",
    withoutDay = "valid_from to valid_to within the year",
    sources = "landing/registry/pool_multipliers.csv")
public record PoolMultiplier(
    @Key @Nullable String cityCode,
    @Key String pollutantCode,
    @Key int year,
    @Digits(value = 9, scale = 4) BigDecimal multiplier,
    @Nullable String documentNo,
    @Nullable Confidence confidence,
    Period period,
    String fileId,
    long recordNo) {}
