package org.dawen.registry;

import java.time.LocalDate;
import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/** A day that is not like its weekday, from {@code registry.holiday}. */
@OfTable(
    name = "registry.holiday",
    grain = "One row per day that is not like its weekday.",
    withoutDay = "holiday_day",
    sources = "landing/registry/holidays.csv")
public record Holiday(
    @Key LocalDate holidayDay,
    String name,
    @Nullable Boolean isWorkday,
    String fileId,
    long recordNo) {}
