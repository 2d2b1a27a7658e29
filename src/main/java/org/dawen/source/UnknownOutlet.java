package org.dawen.source;

import java.time.LocalDate;
import org.dawen.lake.Day;
import org.dawen.lake.Key;
import org.dawen.lake.OfTable;

/** A day of a device that no registered outlet has. */
@OfTable(
    name = "source.unknown_outlet",
    grain = "One row per device number and day received without an outlet valid that day.",
    sources = {"received.hj212", "registry.outlet"})
public record UnknownOutlet(
    @Key String mn, @Key @Day LocalDate dataDay, long recordCount, String firstFileId) {}
