package org.dawen.water;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dawen.intake.Provenance;
import org.dawen.lake.Nullable;
import org.dawen.standard.WaterClass;
import org.dawen.standard.WaterItem;
import org.dawen.standard.WaterMethod;

/**
 * An item at a time of a section as received, from {@code received.water}.
 *
 * @param status of the station, as sent; null: not told
 * @param publishedClass class of the section at that time as CNEMC published it; null: none
 */
record WaterValue(
    String sectionCode,
    LocalDateTime observedAt,
    LocalDate dataDay,
    WaterMethod method,
    WaterItem item,
    Measured measured,
    @Nullable String status,
    @Nullable WaterClass publishedClass,
    Provenance provenance) {}
