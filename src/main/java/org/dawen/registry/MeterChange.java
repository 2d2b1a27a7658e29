package org.dawen.registry;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.OfTable;

/**
 * The replacement of a meter that keeps its code, from {@code registry.meter_change}.
 *
 * @param lastRegisterKwh last reading of the meter taken out
 * @param firstRegisterKwh first reading of the meter put in
 */
@OfTable(
    name = "registry.meter_change",
    grain = "One row per replacement of a meter that keeps its code.",
    withoutDay = "changed_at",
    sources = "landing/registry/meter_changes.csv")
public record MeterChange(
    @Key String meterCode,
    @Key LocalDateTime changedAt,
    @Digits(value = 16, scale = 6) BigDecimal lastRegisterKwh,
    @Digits(value = 16, scale = 6) BigDecimal firstRegisterKwh,
    String fileId,
    long recordNo) {}
