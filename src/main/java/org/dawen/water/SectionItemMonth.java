package org.dawen.water;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;
import org.dawen.standard.WaterClass;
import org.dawen.standard.WaterItem;

/** An item in a month of a section. */
@OfTable(
    name = "water.section_item_month",
    grain =
        "One row per section, month, way and item with a value that counts; by the province's rule"
            + " every one of the 21 items has a row.",
    sources = {"water.section_method_month"},
    warnings = {
      "An open month tells about the days so far",
      "Whether a month is the mean of its values or of its day means is recalled, not checked"
    })
public record SectionItemMonth(
    @Key String sectionCode,
    @Key @Day LocalDate monthStart,
    @Key Way way,
    @Key WaterItem item,
    ItemSource itemSource,
    @Nullable LocalDate sourceMonthStart,
    String unit,
    int receivedCount,
    int usedCount,
    int nonDetectCount,
    int dayCount,
    @Nullable @Digits(value = 28, scale = 10) BigDecimal meanOfValuesValue,
    @Nullable @Digits(value = 28, scale = 10) BigDecimal meanOfDayMeansValue,
    @Nullable @Digits(value = 28, scale = 10) BigDecimal monthMeanValue,
    @Nullable @Digits(value = 28, scale = 10) BigDecimal judgedValue,
    @Nullable @Digits(value = 28, scale = 10) BigDecimal leastValue,
    @Nullable @Digits(value = 28, scale = 10) BigDecimal largestValue,
    @Nullable WaterClass itemClass,
    @Nullable @Digits(value = 18, scale = 10) BigDecimal timesOverLimit,
    @Nullable WaterClass notBetterThanKnownClass) {}
