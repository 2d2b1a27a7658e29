package org.dawen.intake;

import org.dawen.lake.Layout;
import org.dawen.lake.OfTable;

/** A factor of a packet of a noise station as received. */
@OfTable(
    name = "received.noise_packet",
    grain = "One row per factor of a packet of a noise station (ST=23) as received.",
    withoutKey = "revisions of one value stand side by side",
    layout = Layout.BY_MONTH,
    sources = "landing/hj212")
public record ReceivedNoisePacket(ReceivedGroup group) {}
