package org.dawen.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import org.dawen.codec.hj212.Hj212Field;
import org.dawen.codec.hj212.Hj212Packet;

/** The rows of the packets of a file. */
final class Hj212Rows {
  private final String fileId;
  private final String order;

  Hj212Rows(String fileId) {
    this.fileId = fileId;
    this.order = FileOrder.of(fileId);
  }

  /**
   * The row of a packet.
   *
   * @param rejected of each factor the fields whose values were rejected, one bit each
   */
  ReceivedPacket row(Hj212Packet packet, LocalDate day, int[] rejected) {
    String packetFields = packet.packetFields();
    ReceivedFactor[] factors = new ReceivedFactor[packet.groupCount()];
    for (int g = 0; g < factors.length; g++) {
      factors[g] = factor(packet, g, rejected[g], packetFields);
    }
    return new ReceivedPacket(
        packet.mn(),
        packet.st(),
        packet.cn(),
        packet.dataTime(),
        day,
        packet.qn(),
        packet.pnum() >= 0 ? packet.pnum() : null,
        packet.pno() >= 0 ? packet.pno() : null,
        Arrays.asList(factors),
        new Provenance(packet.receivedAt(), order, fileId, packet.recordNo()));
  }

  private static ReceivedFactor factor(
      Hj212Packet packet, int g, int rejected, String packetFields) {
    return new ReceivedFactor(
        packet.canonicalCode(g),
        packet.factorCode(g),
        g + 1,
        value(packet, g, Hj212Field.RTD, rejected),
        value(packet, g, Hj212Field.MIN, rejected),
        value(packet, g, Hj212Field.AVG, rejected),
        value(packet, g, Hj212Field.MAX, rejected),
        value(packet, g, Hj212Field.ZS_RTD, rejected),
        value(packet, g, Hj212Field.ZS_MIN, rejected),
        value(packet, g, Hj212Field.ZS_AVG, rejected),
        value(packet, g, Hj212Field.ZS_MAX, rejected),
        value(packet, g, Hj212Field.COU, rejected),
        packet.dataFlag(g),
        packet.extensionFlag(g),
        otherFields(packet.otherFields(g), packetFields));
  }

  private static BigDecimal value(Hj212Packet packet, int g, Hj212Field field, int rejected) {
    return packet.hasValue(g, field) && (rejected & PacketBounds.bit(field)) == 0
        ? BigDecimal.valueOf(packet.unscaledE8(g, field), 8)
        : null;
  }

  /** Fields of the factor, then fields of the packet such as RF=1, which every factor shares. */
  private static String otherFields(String ofFactor, String ofPacket) {
    if (ofFactor == null || ofPacket == null) {
      return ofFactor == null ? ofPacket : ofFactor;
    }
    return ofFactor + ";" + ofPacket;
  }
}
