package org.dawen.source;

import java.time.LocalDate;

/**
 * One factor of a packet as received, from {@code received.hj212}.
 *
 * @param mn number of the device
 * @param commandCode CN, HJ 212-2017 6.6.5
 * @param factorCode code of 2017 where one is known, else as sent
 * @param groupNo place in the packet, from 1
 */
record FactorReading(
    String mn,
    String commandCode,
    LocalDate dataDay,
    String factorCode,
    int groupNo,
    Group group,
    PacketHead head) {}
