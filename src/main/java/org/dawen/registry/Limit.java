package org.dawen.registry;

import java.math.BigDecimal;
import org.dawen.lake.Digits;
import org.dawen.lake.Listed;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/**
 * A limit of a permit over one period, from {@code registry.limit}.
 *
 * @param limitValue upper limit; null: only a lower one
 * @param lowerLimitValue lower limit (pH); null: none
 * @param period the mean it judges: {@code hour} or {@code day}
 * @param referenceO2Percent reference oxygen; null: judged as measured
 */
@OfTable(
    name = "registry.limit",
    grain = "One row per outlet, pollutant, kind of mean and period: limits of permits.",
    withoutKey = "several documents may limit the same thing; the strictest judges",
    withoutDay = "valid_from to valid_to",
    sources = "landing/registry/limits.csv")
public record Limit(
    String outletCode,
    String pollutantCode,
    @Nullable @Digits(value = 18, scale = 6) BigDecimal limitValue,
    @Nullable @Digits(value = 18, scale = 6) BigDecimal lowerLimitValue,
    String unit,
    @Listed({"hour", "day"}) String period,
    @Nullable @Digits(value = 6, scale = 3) BigDecimal referenceO2Percent,
    @Nullable String documentNo,
    Period validity,
    String fileId,
    long recordNo) {}
