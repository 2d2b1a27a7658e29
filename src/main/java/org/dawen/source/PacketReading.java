package org.dawen.source;

import java.time.LocalDate;
import java.util.List;

/**
 * A packet as received, from {@code received.hj212}.
 *
 * @param mn number of the device
 * @param commandCode CN, HJ 212-2017 6.6.5
 * @param factors in the order sent; one that was sent twice stands twice
 */
record PacketReading(
    String mn,
    String commandCode,
    LocalDate dataDay,
    List<FactorReading> factors,
    PacketHead head) {}
