package org.dawen.power;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;

/** How a treatment unit ran on a day, from {@code power.meter_day}; null: not beside production. */
record ScreenedDay(
    String meterCode,
    String enterpriseCode,
    LocalDate dataDay,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal loadRatio,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal lowestHourLoadRatio,
    @Nullable @Digits(value = 18, scale = 4) BigDecimal treatmentMeanKw) {}
