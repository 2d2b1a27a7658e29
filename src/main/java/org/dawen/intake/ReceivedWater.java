package org.dawen.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Layout;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;
import org.dawen.standard.WaterClass;
import org.dawen.standard.WaterItem;
import org.dawen.standard.WaterMethod;

/**
 * An item at a time of a section as received.
 *
 * @param sectionCode as sent: code, or province and name joined by {@code /} where the file has no
 *     code
 */
@OfTable(
    name = "received.water",
    grain = "One row per record and item of a section as received.",
    withoutKey = "revisions of one value stand side by side",
    layout = Layout.BY_MONTH,
    sources = "landing/water")
public record ReceivedWater(
    String sectionCode,
    LocalDateTime observedAt,
    @Day LocalDate dataDay,
    WaterMethod method,
    WaterItem item,
    @Nullable @Digits(value = 28, scale = 16) BigDecimal measuredValue,
    boolean isBelowDetection,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal detectionLimitValue,
    @Nullable String shownValueText,
    @Nullable String status,
    @Nullable WaterClass publishedClass,
    @Nullable String cityName,
    @Nullable String waterBody,
    Provenance provenance) {}
