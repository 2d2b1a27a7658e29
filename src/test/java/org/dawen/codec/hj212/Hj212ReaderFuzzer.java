package org.dawen.codec.hj212;

import java.io.ByteArrayInputStream;
import java.io.IOException;

/**
 * What holds for every stream of bytes, in the form Jazzer calls: nothing is thrown, every byte
 * belongs to a packet, a reject or what separates them, every field is counted once.
 */
public final class Hj212ReaderFuzzer {
  private Hj212ReaderFuzzer() {}

  /** The first byte chooses: the rest as it stands, or as the parameters of a right frame. */
  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    if (input.length > 1 && (input[0] & 1) == 1) {
      int length = Math.min(input.length - 1, 9_000);
      String text = new String(input, 1, length, java.nio.charset.StandardCharsets.ISO_8859_1);
      StringBuilder ascii = new StringBuilder();
      text.chars().forEach(c -> ascii.append((char) (c & 0x7F)));
      read(
          Hj212Frame.format("ST=31;CN=2061;MN=A1;CP=&&DataTime=20240301000000;" + ascii + "&&")
              .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    } else {
      read(input);
    }
  }

  private static void read(byte[] stream) throws IOException {
    Hj212Reader reader = new Hj212Reader(new ByteArrayInputStream(stream));
    long records = 0;
    long at = 0;
    while (reader.next()) {
      records++;
      if (reader.kind() == Hj212Reader.Kind.PACKET) {
        Hj212Packet packet = reader.packet();
        require(packet.recordNo() == records && packet.byteOffset() >= at, "place of a packet");
        at = packet.byteOffset() + packet.byteLength();
        check(packet);
      } else {
        Hj212Reject reject = reader.reject();
        require(reject.recordNo() == records && reject.byteOffset() >= at, "place of a reject");
        require(!reject.detail().isEmpty(), "a reject without a word");
        at = reject.byteOffset() + reject.byteLength();
      }
    }
    require(at <= stream.length, "bytes");
  }

  private static void check(Hj212Packet packet) {
    require(!packet.mn().isEmpty(), "device");
    require(!packet.isData() || packet.dataTime() != null, "time of data");
    require(packet.fieldCount() == ReadRecord.accounted(packet), "fields");
    require(packet.badFields().size() == packet.badFieldCount(), "bad fields");
    for (int group = 0; group < packet.groupCount(); group++) {
      require(packet.canonicalCode(group) != null && packet.factorCode(group) != null, "code");
      packet.dataFlag(group);
      packet.extensionFlag(group);
      packet.otherFields(group);
      for (Hj212Field field : Hj212Field.values()) {
        // Eighteen digits are what a column holds.
        require(
            !packet.hasValue(group, field)
                || Math.abs(packet.unscaledE8(group, field)) < 1_000_000_000_000_000_000L,
            "digits of a value");
      }
    }
    packet.packetFields();
    packet.frameText();
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalStateException(what + " do not add up");
    }
  }
}
