package org.dawen.lead;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;

/** A finding on a vehicle, from {@code diesel.anomaly}. */
record ObdAnomaly(
    String vin,
    LocalDate dataDay,
    String ruleCode,
    String anomalyClass,
    LocalDateTime fromAt,
    LocalDateTime toAt,
    @Nullable @Digits(value = 18, scale = 6) BigDecimal measuredValue,
    @Nullable @Digits(value = 18, scale = 6) BigDecimal thresholdValue,
    String unit) {}
