package org.dawen.power;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dawen.intake.Provenance;
import org.dawen.lake.Nullable;

/** A record of a meter as received, from {@code received.power}. */
record MeterReading(
    String meterCode,
    @Nullable LocalDateTime intervalStartSent,
    LocalDateTime intervalEnd,
    LocalDate dataDay,
    Measured measured,
    Provenance provenance) {}
