package org.dawen.registry;

import java.math.BigDecimal;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/** The reduction a county must reach in a year, from {@code registry.reduction_task}. */
@OfTable(
    name = "registry.reduction_task",
    grain = "One row per county, pollutant and year: the reduction it must reach.",
    withoutDay = "the year named",
    sources = "landing/registry/reduction_tasks.csv")
public record ReductionTask(
    @Key String countyCode,
    @Key String pollutantCode,
    @Key int year,
    @Digits(value = 18, scale = 4) BigDecimal taskT,
    @Nullable String documentNo,
    String fileId,
    long recordNo) {}
