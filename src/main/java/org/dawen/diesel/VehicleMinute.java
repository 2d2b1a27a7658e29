package org.dawen.diesel;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dawen.intake.ObdFigures;
import org.dawen.lake.Columns;
import org.dawen.lake.Day;
import org.dawen.lake.Key;
import org.dawen.lake.OfTable;

/** A minute of a vehicle, whatever files it came in. */
@OfTable(
    name = "diesel.vehicle_minute",
    grain = "One row per vehicle and minute: each second once, linked to the minutes before.",
    sources = {"received.obd_hour", "received.obd_overlap"},
    warnings = {
      "Raw values: physical = raw · factor + summand, see docs/methods/diesel-minutes.md",
      "Self-reported by the vehicle's terminal",
      "VINs in full: not for publication"
    })
public record VehicleMinute(
    @Key String vin,
    @Key LocalDateTime minuteStart,
    @Day LocalDate dataDay,
    @Columns(ObdFigures.Joined.class) long[] figures,
    MinuteLinks links,
    boolean isOverlapUnresolved) {}
