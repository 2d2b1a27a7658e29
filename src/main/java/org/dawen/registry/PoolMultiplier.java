package org.dawen.registry;

import java.math.BigDecimal;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;

/**
 * What projects of a city must draw per tonne of need, from {@code registry.pool_multiplier}.
 *
 * @param cityCode null: any city
 */
public record PoolMultiplier(
    @Nullable String cityCode,
    String pollutantCode,
    int year,
    @Digits(value = 9, scale = 4) BigDecimal multiplier,
    Period period,
    String fileId,
    long recordNo) {}
