package org.dawen.intake;

import org.dawen.lake.Layout;
import org.dawen.lake.OfTable;

/** A packet of an outlet as received. */
@OfTable(
    name = "received.hj212",
    grain =
        "One row per data packet as received, its factors in it; each part of a split packet too."
            + " Electricity packets (ST=44) are stored in received.power_packet, those of surface"
            + " water (ST=21) in received.water_packet, of noise (ST=23) in received.noise_packet.",
    withoutKey = "revisions of one packet stand side by side",
    layout = Layout.BY_MONTH,
    sources = "landing/hj212",
    warnings = "Self-reported by the enterprise's device")
public record ReceivedHj212(ReceivedPacket packet) {}
