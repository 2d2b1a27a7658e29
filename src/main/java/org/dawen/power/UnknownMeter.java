package org.dawen.power;

import java.time.LocalDate;
import org.dawen.lake.Day;
import org.dawen.lake.Key;
import org.dawen.lake.OfTable;

/** A meter that sent data on a day on which the registry does not have it. */
@OfTable(
    name = "power.unknown_meter",
    grain = "One row per meter and day received without a registry row valid that day.",
    sources = {"received.power", "received.power_packet", "registry.meter"})
public record UnknownMeter(
    @Key String meterCode,
    @Key @Day LocalDate dataDay,
    long receivedIntervalCount,
    String firstFileId) {}
