package org.dawen.water;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Layout;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;
import org.dawen.standard.WaterClass;
import org.dawen.standard.WaterItem;
import org.dawen.standard.WaterMethod;

/** An item on a day of a section. */
@OfTable(
    name = "water.section_item_day",
    grain = "One row per section, day, way and item that has a value that counts.",
    layout = Layout.BY_YEAR,
    sources = {"water.observation"},
    warnings = {"Preliminary until the month is reviewed", "A day has no class by law"})
public record SectionItemDay(
    @Key String sectionCode,
    @Key @Day LocalDate dataDay,
    @Key Way way,
    @Key WaterItem item,
    WaterMethod method,
    String unit,
    int receivedCount,
    int usedCount,
    int nonDetectCount,
    @Digits(value = 28, scale = 10) BigDecimal meanValue,
    @Nullable @Digits(value = 28, scale = 10) BigDecimal nightMeanValue,
    @Digits(value = 28, scale = 10) BigDecimal leastValue,
    @Digits(value = 28, scale = 10) BigDecimal largestValue,
    @Nullable WaterClass itemClass,
    @Nullable @Digits(value = 18, scale = 10) BigDecimal timesOverLimit) {}
