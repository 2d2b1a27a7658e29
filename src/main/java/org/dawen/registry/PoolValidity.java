package org.dawen.registry;

import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/**
 * How long what is certified in a period may be drawn from, from {@code registry.pool_validity}.
 *
 * @param pollutantCode null: all pollutants
 */
@OfTable(
    name = "registry.pool_validity",
    grain =
        "One row per pollutant (none: all) and period: how long what is certified then may be drawn from; without a row nothing expires.",
    withoutDay = "certified from valid_from to valid_to",
    sources = "landing/registry/pool_validity.csv")
public record PoolValidity(
    @Key @Nullable String pollutantCode,
    int validityMonths,
    @Nullable String documentNo,
    @Nullable Confidence confidence,
    Period period,
    String fileId,
    long recordNo) {}
