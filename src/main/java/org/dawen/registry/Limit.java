package org.dawen.registry;

import java.math.BigDecimal;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;

/**
 * A limit of a permit over one period, from {@code registry.limit}.
 *
 * @param limitValue upper limit; null: only a lower one
 * @param lowerLimitValue lower limit (pH); null: none
 * @param period the mean it judges: {@code hour} or {@code day}
 * @param referenceO2Percent reference oxygen; null: judged as measured
 */
public record Limit(
    String outletCode,
    String pollutantCode,
    @Nullable @Digits(value = 18, scale = 6) BigDecimal limitValue,
    @Nullable @Digits(value = 18, scale = 6) BigDecimal lowerLimitValue,
    String unit,
    String period,
    @Nullable @Digits(value = 6, scale = 3) BigDecimal referenceO2Percent,
    @Nullable String documentNo,
    Period validity,
    String fileId,
    long recordNo) {}
