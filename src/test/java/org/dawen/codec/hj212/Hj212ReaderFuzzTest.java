package org.dawen.codec.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/**
 * Bytes that no property thought of, grown by coverage. The build fuzzes for a fixed short time; by
 * hand {@code ./mvnw surefire:test@fuzz} does so alone (docs/benchmarks.md).
 */
class Hj212ReaderFuzzTest {

  @FuzzTest(maxDuration = "20s")
  void everyByteIsAPacketARejectOrASeparator(byte[] stream) throws IOException {
    Hj212Reader reader = new Hj212Reader(new ByteArrayInputStream(stream));
    long records = 0;
    while (reader.next()) {
      records++;
      assertThat(records).isLessThanOrEqualTo(stream.length);
      if (reader.kind() == Hj212Reader.Kind.PACKET) {
        Hj212Packet packet = reader.packet();
        assertThat(packet.mn()).isNotEmpty();
        assertThat(packet.fieldCount())
            .isEqualTo(
                packet.numberCount()
                    + packet.flagCount()
                    + packet.missingCount()
                    + packet.otherFieldCount()
                    + packet.badFieldCount());
        for (int group = 0; group < packet.groupCount(); group++) {
          assertThat(packet.canonicalCode(group)).isNotNull();
          packet.dataFlag(group);
          packet.otherFields(group);
        }
        packet.frameText();
        packet.packetFields();
        packet.badFields();
      } else {
        assertThat(reader.reject().reason()).isNotNull();
        reader.reject().contentText();
      }
    }
    assertThat(reader.packetBytes() + reader.rejectBytes() + reader.separatorBytes())
        .isEqualTo(stream.length);
  }
}
