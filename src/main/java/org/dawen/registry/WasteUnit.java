package org.dawen.registry;

import java.math.BigDecimal;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/**
 * A unit that generates or handles hazardous waste over one period, from {@code
 * registry.waste_unit}.
 *
 * @param holdsPermit it may collect, store, use or dispose of hazardous waste of others
 * @param expectedYearT t a year it expects to generate; null: not given
 * @param disposesItself it uses or disposes of its own waste; null: not given, taken as no
 * @param approvedStorageMonths months of storage that the permitting authority approved; null: the
 *     year of the law
 */
@OfTable(
    name = "registry.waste_unit",
    grain = "One row per unit that generates or handles hazardous waste and period.",
    withoutDay = "valid_from to valid_to",
    sources = "landing/registry/waste_units.csv")
public record WasteUnit(
    @Key String unitCode,
    String name,
    boolean holdsPermit,
    @Nullable @Digits(value = 18, scale = 6) BigDecimal expectedYearT,
    @Nullable Boolean disposesItself,
    @Nullable Integer approvedStorageMonths,
    @Nullable String enterpriseCode,
    @Nullable String countyCode,
    Period period,
    String fileId,
    long recordNo) {}
