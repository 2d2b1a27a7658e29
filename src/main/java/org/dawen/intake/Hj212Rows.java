package org.dawen.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dawen.codec.hj212.Hj212Field;
import org.dawen.codec.hj212.Hj212Packet;

/** The rows of one packet after another, one a factor. */
final class Hj212Rows {
  private final String fileId;
  private final String order;
  private Hj212Packet packet;
  private LocalDate day;
  private String requestNo;
  private String packetFields;
  private Provenance provenance;

  Hj212Rows(String fileId) {
    this.fileId = fileId;
    this.order = FileOrder.of(fileId);
  }

  /** Turns to a packet with data of a day. */
  void begin(Hj212Packet p, LocalDate dataDay) {
    packet = p;
    day = dataDay;
    provenance = null;
  }

  /**
   * The row of a factor.
   *
   * @param rejected fields whose values were rejected, one bit each
   */
  ReceivedGroup row(int g, int rejected) {
    if (provenance == null) {
      requestNo = packet.qn();
      packetFields = packet.packetFields();
      provenance = new Provenance(packet.receivedAt(), order, fileId, packet.recordNo());
    }
    return new ReceivedGroup(
        packet.mn(),
        packet.st(),
        packet.cn(),
        packet.dataTime(),
        day,
        packet.canonicalCode(g),
        packet.factorCode(g),
        g + 1,
        value(g, Hj212Field.RTD, rejected),
        value(g, Hj212Field.MIN, rejected),
        value(g, Hj212Field.AVG, rejected),
        value(g, Hj212Field.MAX, rejected),
        value(g, Hj212Field.ZS_RTD, rejected),
        value(g, Hj212Field.ZS_MIN, rejected),
        value(g, Hj212Field.ZS_AVG, rejected),
        value(g, Hj212Field.ZS_MAX, rejected),
        value(g, Hj212Field.COU, rejected),
        packet.dataFlag(g),
        packet.extensionFlag(g),
        otherFields(g),
        requestNo,
        packet.pnum() >= 0 ? packet.pnum() : null,
        packet.pno() >= 0 ? packet.pno() : null,
        provenance);
  }

  private BigDecimal value(int g, Hj212Field field, int rejected) {
    return packet.hasValue(g, field) && (rejected & PacketBounds.bit(field)) == 0
        ? BigDecimal.valueOf(packet.unscaledE8(g, field), 8)
        : null;
  }

  /** Fields of the factor, then fields of the packet such as RF=1, which every factor shares. */
  private String otherFields(int g) {
    String ofFactor = packet.otherFields(g);
    if (ofFactor == null || packetFields == null) {
      return ofFactor == null ? packetFields : ofFactor;
    }
    return ofFactor + ";" + packetFields;
  }
}
