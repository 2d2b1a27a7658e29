package org.dawen.registry;

import java.math.BigDecimal;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/**
 * What an enterprise's plan asks for under alerts of a level, from {@code registry.response_plan}.
 *
 * @param cutPercent cut of electricity; null: not named, or a stop
 * @param meterCodes meters it is judged by, separated by {@code ;}; null: none named
 */
@OfTable(
    name = "registry.response_plan",
    grain = "One row per enterprise, alert level and period: what its plan (一厂一策) asks for.",
    withoutDay = "valid_from to valid_to",
    sources = "landing/registry/response_plans.csv")
public record ResponsePlan(
    @Key String enterpriseCode,
    @Key AlertLevel level,
    PlanAction action,
    @Nullable @Digits(value = 6, scale = 3) BigDecimal cutPercent,
    @Nullable String meterCodes,
    Period period,
    String fileId,
    long recordNo) {}
