package org.dawen.intake;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dawen.lake.Day;
import org.dawen.lake.Nullable;

/**
 * An HJ 212 data packet as received: the columns of {@link ReceivedHj212}, {@link
 * ReceivedPowerPacket}, {@link ReceivedWaterPacket} and {@link ReceivedNoisePacket}.
 *
 * @param factors in the order sent, at least one
 */
public record ReceivedPacket(
    String mn,
    @Nullable String systemCode,
    String commandCode,
    LocalDateTime dataTime,
    @Day LocalDate dataDay,
    @Nullable String requestNo,
    @Nullable Integer packetCount,
    @Nullable Integer packetNo,
    List<ReceivedFactor> factors,
    Provenance provenance) {}
