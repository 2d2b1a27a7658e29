package org.dawen.intake.obd;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dawen.intake.ObdFigures;
import org.dawen.lake.Columns;
import org.dawen.lake.Day;
import org.dawen.lake.Key;
import org.dawen.lake.OfTable;

/**
 * A minute of which parts overlap, decoded again from the landing files.
 *
 * @param figures all null if they could not be
 */
@OfTable(
    name = "received.obd_overlap",
    grain =
        "One row per vehicle and minute of which parts overlap: its figures from all copies of all"
            + " seconds.",
    sources = {"received.obd_hour", "landing/obd"},
    warnings = "Raw values: physical = raw · factor + summand, see docs/methods/diesel-minutes.md")
public record ObdOverlap(
    @Key String vin,
    @Key LocalDateTime minuteStart,
    @Day LocalDate dataDay,
    @Columns(ObdFigures.All.class) long[] figures,
    boolean isOverlapUnresolved) {}
