package org.dawen.registry;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/**
 * A comparison test of an outlet's instrument that was due, from {@code registry.comparison}.
 *
 * @param passed null: not done, or not told
 */
@OfTable(
    name = "registry.comparison",
    grain = "One row per comparison test of an outlet's instrument that was due.",
    withoutKey = "an instrument may be tested several times a day",
    sources = "landing/registry/comparisons.csv")
public record Comparison(
    String outletCode,
    String pollutantCode,
    @Day LocalDate testDay,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal instrumentValue,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal referenceValue,
    @Nullable String unit,
    @Nullable Boolean passed,
    String fileId,
    long recordNo) {}
