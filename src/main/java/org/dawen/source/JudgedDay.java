package org.dawen.source;

import java.time.LocalDate;
import org.dawen.lake.Nullable;
import org.dawen.registry.Medium;

/** What compliance needs of a pollutant's day, from {@code source.outlet_day}. */
record JudgedDay(
    String outletCode,
    LocalDate dataDay,
    @Nullable String enterpriseCode,
    @Nullable String countyCode,
    @Nullable Medium medium,
    @Nullable Boolean isCompliant,
    @Nullable Boolean isCompliantConfirmed,
    @Nullable Boolean isProvisional) {}
