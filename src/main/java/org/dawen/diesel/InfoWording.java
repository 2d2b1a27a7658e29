package org.dawen.diesel;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dawen.intake.ObdWording;
import org.dawen.lake.Day;
import org.dawen.lake.Key;
import org.dawen.lake.Layout;
import org.dawen.lake.OfTable;

/** One wording of what a control unit told on a day. */
@OfTable(
    name = "diesel.obd_info",
    grain = "One row per vehicle, day and wording of what its control unit told (type 01).",
    layout = Layout.BY_YEAR,
    sources = {"received.obd_info"},
    warnings = {"VINs in full: not for publication"})
public record InfoWording(
    @Key String vin,
    @Key @Day LocalDate dataDay,
    @Key int wordingNo,
    LocalDateTime firstAt,
    LocalDateTime lastAt,
    ObdWording.Content content) {}
