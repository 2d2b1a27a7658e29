package org.dawen.air;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;

/** What a rank needs of an area's month, from {@code air.area_month}. */
record AreaMonthIndex(
    AreaKind areaKind,
    String areaCode,
    @Nullable String areaName,
    PeriodKind periodKind,
    Dust dust,
    LocalDate monthStart,
    @Nullable @Digits(value = 8, scale = 2) BigDecimal indexToDate,
    @Nullable @Digits(value = 18, scale = 10) BigDecimal indexToDateUnrounded,
    boolean isValid,
    @Nullable String notValidBecause,
    @Nullable String limitsOf) {}
