package org.dawen.water;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;
import org.dawen.standard.WaterItem;
import org.dawen.standard.WaterMethod;

/** What counts of an observation in means, from {@code water.observation}. */
record CountedValue(
    String sectionCode,
    LocalDate dataDay,
    WaterMethod method,
    WaterItem item,
    boolean isBelowDetection,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal detectionLimitValue,
    @Nullable @Digits(value = 28, scale = 16) BigDecimal usedValue,
    @Nullable ScreenReason screenReason) {}
