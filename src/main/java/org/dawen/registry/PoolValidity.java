package org.dawen.registry;

import org.dawen.lake.Nullable;

/**
 * How long what is certified in a period may be drawn from, from {@code registry.pool_validity}.
 *
 * @param pollutantCode null: all pollutants
 */
public record PoolValidity(
    @Nullable String pollutantCode,
    int validityMonths,
    Period period,
    String fileId,
    long recordNo) {}
