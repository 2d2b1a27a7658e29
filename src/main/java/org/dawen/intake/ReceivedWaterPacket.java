package org.dawen.intake;

import org.dawen.lake.Layout;
import org.dawen.lake.OfTable;

/** A packet of a surface-water station as received. */
@OfTable(
    name = "received.water_packet",
    grain = "One row per packet of a surface-water station (ST=21) as received, its factors in it.",
    withoutKey = "revisions of one packet stand side by side",
    layout = Layout.BY_MONTH,
    sources = "landing/hj212")
public record ReceivedWaterPacket(ReceivedPacket packet) {}
