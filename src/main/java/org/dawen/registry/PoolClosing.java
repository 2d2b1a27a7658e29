package org.dawen.registry;

import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/**
 * A closed month of the indicator pool, from {@code registry.pool_closing}.
 *
 * @param month as written, such as 2024-03
 * @param lastEntryNo the last entry that still counts in it
 */
@OfTable(
    name = "registry.pool_closing",
    grain = "One row per closed month of the indicator pool.",
    withoutDay = "the month named",
    sources = "landing/registry/pool_closings.csv")
public record PoolClosing(
    @Key String month,
    long lastEntryNo,
    @Nullable String documentNo,
    String fileId,
    long recordNo) {}
