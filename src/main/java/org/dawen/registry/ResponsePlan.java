package org.dawen.registry;

import java.math.BigDecimal;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;

/**
 * What an enterprise's plan asks for under alerts of a level, from {@code registry.response_plan}.
 *
 * @param cutPercent cut of electricity; null: not named, or a stop
 * @param meterCodes meters it is judged by, separated by {@code ;}; null: none named
 */
public record ResponsePlan(
    String enterpriseCode,
    AlertLevel level,
    PlanAction action,
    @Nullable @Digits(value = 6, scale = 3) BigDecimal cutPercent,
    @Nullable String meterCodes,
    Period period) {}
