package org.dawen.intake;

import org.dawen.lake.Layout;
import org.dawen.lake.OfTable;

/** An electricity packet as received. */
@OfTable(
    name = "received.power_packet",
    grain = "One row per electricity packet (ST=44, HJ 212-2025) as received, its factors in it.",
    withoutKey = "revisions of one packet stand side by side",
    layout = Layout.BY_MONTH,
    sources = "landing/hj212",
    warnings = "Self-reported by the enterprise's device")
public record ReceivedPowerPacket(ReceivedPacket packet) {}
