package org.dawen.intake;

import org.dawen.lake.Layout;
import org.dawen.lake.OfTable;

/** A factor of an electricity packet as received. */
@OfTable(
    name = "received.power_packet",
    grain = "One row per factor of an electricity packet (ST=44, HJ 212-2025) as received.",
    withoutKey = "revisions of one value stand side by side",
    layout = Layout.BY_MONTH,
    sources = "landing/hj212",
    warnings = "Self-reported by the enterprise's device")
public record ReceivedPowerPacket(ReceivedGroup group) {}
