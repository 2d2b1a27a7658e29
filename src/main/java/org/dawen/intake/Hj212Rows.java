package org.dawen.intake;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.dawen.codec.hj212.Hj212Field;
import org.dawen.codec.hj212.Hj212Packet;
import org.dawen.lake.BareRowMaker;

/**
 * The rows of one packet after another, one a factor, in the columns of {@link
 * ReceivedTables#HJ212}. They are valid until the next packet: their memory is used again.
 */
final class Hj212Rows {
  private static final int COLUMNS = ReceivedTables.HJ212.columns().size();

  /** Values with a column, in the order of the columns. */
  private static final Hj212Field[] VALUES = {
    Hj212Field.RTD,
    Hj212Field.MIN,
    Hj212Field.AVG,
    Hj212Field.MAX,
    Hj212Field.ZS_RTD,
    Hj212Field.ZS_MIN,
    Hj212Field.ZS_AVG,
    Hj212Field.ZS_MAX,
    Hj212Field.COU
  };

  /** Codes come again and again; a device that makes them up must not fill the memory. */
  private static final int MOST_WORDS = 20_000;

  private final UTF8String fileId;
  private final UTF8String order;
  private final List<BareRowMaker> makers = new ArrayList<>();
  private final Map<String, UTF8String> words = new HashMap<>();
  private Hj212Packet packet;
  private UTF8String mn;
  private UTF8String systemCode;
  private UTF8String commandCode;
  private UTF8String requestNo;
  private LocalDateTime lastTime;
  private long time;
  private int day;
  private Instant receivedAt;
  private long received;
  private String packetFields;

  Hj212Rows(String fileId) {
    this.fileId = UTF8String.fromString(fileId);
    this.order = UTF8String.fromString(FileOrder.of(fileId));
  }

  /** Turns to a packet with data. */
  void begin(Hj212Packet p) {
    packet = p;
    mn = word(p.mn());
    systemCode = word(p.st());
    commandCode = word(p.cn());
    requestNo = UTF8String.fromString(p.qn());
    if (!p.dataTime().equals(lastTime)) {
      lastTime = p.dataTime();
      time = lastTime.toEpochSecond(ZoneOffset.UTC) * 1_000_000;
      day = (int) lastTime.toLocalDate().toEpochDay();
    }
    receivedAt = p.receivedAt();
    received =
        receivedAt == null
            ? 0
            : receivedAt.getEpochSecond() * 1_000_000 + receivedAt.getNano() / 1_000;
    packetFields = p.packetFields();
  }

  private UTF8String word(String text) {
    if (text == null) {
      return null;
    }
    UTF8String word = words.get(text);
    if (word == null) {
      if (words.size() >= MOST_WORDS) {
        words.clear();
      }
      word = UTF8String.fromString(text);
      words.put(text, word);
    }
    return word;
  }

  /**
   * The row of a factor.
   *
   * @param rejected fields whose values were rejected, one bit each
   */
  InternalRow row(int g, int rejected) {
    if (g == makers.size()) {
      makers.add(new BareRowMaker(COLUMNS));
    }
    BareRowMaker row =
        makers
            .get(g)
            .begin()
            .text(mn)
            .text(systemCode)
            .text(commandCode)
            .number(time)
            .count(day)
            .text(word(packet.canonicalCode(g)))
            .text(word(packet.factorCode(g)))
            .count(g + 1);
    for (Hj212Field field : VALUES) {
      boolean isThere = packet.hasValue(g, field) && (rejected & PacketBounds.bit(field)) == 0;
      row.numberIf(isThere, isThere ? packet.unscaledE8(g, field) : 0);
    }
    return row.text(word(packet.dataFlag(g)))
        .text(word(packet.extensionFlag(g)))
        .text(UTF8String.fromString(otherFields(g)))
        .text(requestNo)
        .countIf(packet.pnum() >= 0, packet.pnum())
        .countIf(packet.pno() >= 0, packet.pno())
        .numberIf(receivedAt != null, received)
        .text(order)
        .text(fileId)
        .number(packet.recordNo())
        .row();
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
