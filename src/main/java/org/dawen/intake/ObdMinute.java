package org.dawen.intake;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dawen.lake.Columns;
import org.dawen.lake.Day;
import org.dawen.lake.OfTable;

/**
 * What one file holds of a vehicle's minute. Minutes instead of seconds, because 20,000 trucks give
 * 432 million seconds a working day; the seconds stay in the landing files.
 */
@OfTable(
    name = "received.obd_minute",
    grain = "One row per file, vehicle and part of a minute: the seconds of it that stand there.",
    withoutKey = "late, repeated and cut files give several parts of one minute",
    sources = "landing/obd",
    warnings = {
      "Raw values: physical = raw · factor + summand, see docs/methods/diesel-minutes.md",
      "Parts may overlap; diesel.vehicle_minute holds each second once"
    })
public record ObdMinute(
    String vin,
    LocalDateTime minuteStart,
    @Day LocalDate dataDay,
    @Columns(ObdFigures.All.class) long[] figures,
    String byteRanges,
    String fileId) {
  /** The same part, read from this file. */
  ObdMinute of(String file) {
    return new ObdMinute(vin, minuteStart, dataDay, figures, byteRanges, file);
  }
}
