package org.dawen.codec.hj212;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * All that a reader said about one record, copied so that records can be compared.
 *
 * @param reason null for a packet
 * @param fields CP as read, one line per group and field
 */
record ReadRecord(
    long recordNo,
    long lineNo,
    long byteOffset,
    long byteLength,
    Hj212RejectReason reason,
    String receivedAt,
    String text,
    String head,
    String fields) {

  boolean isPacket() {
    return reason == null;
  }

  /** Reads a stream to its end. */
  static List<ReadRecord> all(InputStream in) {
    try {
      Hj212Reader reader = new Hj212Reader(in);
      List<ReadRecord> records = new ArrayList<>();
      while (reader.next()) {
        records.add(of(reader));
      }
      return records;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<ReadRecord> all(byte[] bytes) {
    return all(new ByteArrayInputStream(bytes));
  }

  static List<ReadRecord> all(String text) {
    return all(text.getBytes(StandardCharsets.UTF_8));
  }

  static ReadRecord of(Hj212Reader reader) {
    return reader.kind() == Hj212Reader.Kind.PACKET ? of(reader.packet()) : of(reader.reject());
  }

  private static ReadRecord of(Hj212Reject reject) {
    return new ReadRecord(
        reject.recordNo(),
        reject.lineNo(),
        reject.byteOffset(),
        reject.byteLength(),
        reject.reason(),
        String.valueOf(reject.receivedAt()),
        reject.contentText(),
        reject.detail(),
        "");
  }

  private static ReadRecord of(Hj212Packet packet) {
    String head =
        String.join(
            "|",
            packet.qn(),
            packet.st(),
            packet.cn(),
            packet.mn(),
            String.valueOf(packet.pnum()),
            String.valueOf(packet.pno()),
            String.valueOf(packet.isData()),
            String.valueOf(packet.dataTime()));
    return new ReadRecord(
        packet.recordNo(),
        packet.lineNo(),
        packet.byteOffset(),
        packet.byteLength(),
        null,
        String.valueOf(packet.receivedAt()),
        packet.frameText(),
        head,
        fieldsOf(packet));
  }

  /** The fields of a packet, each under what it was taken for. */
  static int accounted(Hj212Packet packet) {
    int found = packet.missingCount() + packet.otherFieldCount() + packet.badFieldCount();
    for (int group = 0; group < packet.groupCount(); group++) {
      for (Hj212Field field : Hj212Field.values()) {
        found += packet.hasValue(group, field) ? 1 : 0;
      }
      found += packet.dataFlag(group) == null ? 0 : 1;
      found += packet.extensionFlag(group) == null ? 0 : 1;
    }
    return found;
  }

  private static String fieldsOf(Hj212Packet packet) {
    StringBuilder text = new StringBuilder();
    for (int group = 0; group < packet.groupCount(); group++) {
      text.append(packet.factorCode(group)).append('/').append(packet.canonicalCode(group));
      for (Hj212Field field : Hj212Field.values()) {
        if (packet.hasValue(group, field)) {
          text.append(' ').append(field.suffix()).append('=');
          text.append(packet.value(group, field).stripTrailingZeros().toPlainString());
        } else if (packet.isMissing(group, field)) {
          text.append(' ').append(field.suffix()).append('=');
        }
      }
      text.append(" Flag=").append(packet.dataFlag(group));
      text.append(" EFlag=").append(packet.extensionFlag(group));
      text.append(" other=").append(packet.otherFields(group)).append('\n');
    }
    text.append("packet=").append(packet.packetFields()).append('\n');
    packet.badFields().forEach(bad -> text.append(bad).append('\n'));
    return text.toString();
  }
}
