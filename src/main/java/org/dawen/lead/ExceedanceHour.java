package org.dawen.lead;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dawen.lake.Nullable;

/** An hour above its limit, from {@code source.exceedance_hour}. */
record ExceedanceHour(
    String outletCode,
    String pollutantCode,
    LocalDateTime hourStart,
    LocalDate dataDay,
    @Nullable String enterpriseCode,
    @Nullable String countyCode,
    boolean isProvisional) {}
