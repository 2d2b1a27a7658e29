package org.dawen.water;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dawen.standard.WaterItem;
import org.dawen.standard.WaterMethod;

/**
 * An item at a time of a section, its versions put in order.
 *
 * @param used the value that counts; null: none
 */
record Reading(
    LocalDateTime observedAt,
    LocalDate dataDay,
    WaterMethod method,
    WaterItem item,
    Versions versions,
    BigDecimal used) {}
