package org.dawen.air;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dawen.intake.Provenance;

/** A record of a station's hour as received, from {@code received.air}. */
record AirReading(
    String stationCode,
    LocalDateTime hourStart,
    LocalDate dataDay,
    HourValues values,
    Provenance provenance) {}
