package org.dawen.registry;

import java.math.BigDecimal;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/**
 * An electricity meter over one period, from {@code registry.meter}. One whose equipment depends on
 * several treatment facilities has a row for each.
 *
 * @param facilityCode the equipment it measures; null: not told
 * @param dependsOnFacilityCode treatment facility the equipment depends on; null: none
 * @param ratedKw rated power; null: not told
 * @param rollsOverAtKwh reading at which the register starts again from zero; null: not told
 * @param isConstantLoad its load does not vary; null: not told
 * @param isNightShutdown it must not produce at night; null: not told
 */
@OfTable(
    name = "registry.meter",
    grain = "One row per electricity meter, the facility it depends on, and period.",
    withoutDay = "valid_from to valid_to",
    sources = "landing/registry/meters.csv")
public record Meter(
    @Key String meterCode,
    @Nullable String enterpriseCode,
    MeterRole role,
    @Nullable String facilityCode,
    @Key @Nullable String dependsOnFacilityCode,
    @Nullable @Digits(value = 12, scale = 3) BigDecimal ratedKw,
    @Nullable String countyCode,
    @Nullable @Digits(value = 16, scale = 6) BigDecimal rollsOverAtKwh,
    @Nullable Boolean isConstantLoad,
    @Nullable Boolean isNightShutdown,
    Period period,
    String fileId,
    long recordNo) {}
