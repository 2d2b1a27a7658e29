package org.dawen.registry;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.dawen.lake.Digits;

/**
 * The replacement of a meter that keeps its code, from {@code registry.meter_change}.
 *
 * @param lastRegisterKwh last reading of the meter taken out
 * @param firstRegisterKwh first reading of the meter put in
 */
public record MeterChange(
    String meterCode,
    LocalDateTime changedAt,
    @Digits(value = 16, scale = 6) BigDecimal lastRegisterKwh,
    @Digits(value = 16, scale = 6) BigDecimal firstRegisterKwh,
    String fileId,
    long recordNo) {}
