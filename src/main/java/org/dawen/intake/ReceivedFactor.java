package org.dawen.intake;

import java.math.BigDecimal;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;

/** What a packet says about one factor; one that it names twice is listed twice. */
public record ReceivedFactor(
    String factorCode,
    String factorCodeSent,
    int groupNo,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal rtdValue,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal minValue,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal avgValue,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal maxValue,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal zsRtdValue,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal zsMinValue,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal zsAvgValue,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal zsMaxValue,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal couValue,
    @Nullable String dataFlag,
    @Nullable String extensionFlag,
    @Nullable String otherFields) {}
