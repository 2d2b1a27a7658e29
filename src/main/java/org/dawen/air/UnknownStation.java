package org.dawen.air;

import java.time.LocalDate;
import org.dawen.lake.Day;
import org.dawen.lake.Key;
import org.dawen.lake.OfTable;

/** A day of a station that the registry does not have. */
@OfTable(
    name = "air.unknown_station",
    grain = "One row per station and day received without a registry row valid that day.",
    sources = {"received.air", "registry.station"})
public record UnknownStation(
    @Key String stationCode,
    @Key @Day LocalDate dataDay,
    int receivedHourCount,
    String firstFileId) {}
