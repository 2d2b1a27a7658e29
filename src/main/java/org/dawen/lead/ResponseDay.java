package org.dawen.lead;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;

/** What became of a plan under an alert on a day, from {@code power.response_day}. */
record ResponseDay(
    String enterpriseCode,
    String level,
    LocalDateTime alertStartsAt,
    @Nullable LocalDateTime alertEndsAt,
    String alertAreaCode,
    LocalDate dataDay,
    @Nullable @Digits(value = 6, scale = 3) BigDecimal requiredCutPercent,
    int alertHourCount,
    @Nullable @Digits(value = 18, scale = 6) BigDecimal achievedCutPercent,
    String verdict) {}
