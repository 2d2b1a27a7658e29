package org.dawen.registry;

import java.math.BigDecimal;
import org.dawen.lake.Digits;

/** The reduction a county must reach in a year, from {@code registry.reduction_task}. */
public record ReductionTask(
    String countyCode,
    String pollutantCode,
    int year,
    @Digits(value = 18, scale = 4) BigDecimal taskT) {}
