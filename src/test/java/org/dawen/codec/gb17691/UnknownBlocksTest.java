package org.dawen.codec.gb17691;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/**
 * Blocks of types nobody told us the length of, between blocks we know. Their bytes are drawn, and
 * once in some ten thousand frames they look like blocks themselves: so the seeds stand still.
 */
class UnknownBlocksTest {
  private final DataUnit unit = new DataUnit();

  /** A real-time frame of blocks: 's' is an engine stream, 'u' a block of another type. */
  private static byte[] frame(
      DataUnitLayout layout, String blocks, int type, int length, Random random) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    byte[] time = new byte[6];
    VehicleTime.write(Drives.START, time, 0);
    data.writeBytes(time);
    if (layout != DataUnitLayout.TYPED_SERIALS) {
      data.writeBytes(new byte[] {0, 7});
    }
    int second = 0;
    for (char c : blocks.toCharArray()) {
      data.write(c == 's' ? DataUnit.STREAM : type);
      if (layout == DataUnitLayout.TYPED_SERIALS) {
        data.writeBytes(new byte[] {0, 7});
      } else if (layout == DataUnitLayout.TIME_PER_BLOCK) {
        VehicleTime.write(Drives.START + second, time, 0);
        data.writeBytes(time);
      }
      byte[] other = new byte[length];
      random.nextBytes(other);
      data.writeBytes(c == 's' ? Drives.body(second++) : other);
      if (layout == DataUnitLayout.SIGNED_BLOCKS) {
        byte[] half = new byte[33];
        for (int i = 0; i < 2; i++) {
          random.nextBytes(half);
          half[0] = 32;
          data.writeBytes(half);
        }
      }
    }
    byte[] unit = data.toByteArray();
    byte[] frame = new byte[unit.length + FrameSource.FRAME_BYTES];
    byte[] empty = FrameWriter.logout(Drives.VIN, Drives.START, 1);
    System.arraycopy(empty, 0, frame, 0, FrameSource.HEADER_BYTES);
    frame[2] = DataUnit.REALTIME;
    frame[22] = (byte) (unit.length >> 8);
    frame[23] = (byte) unit.length;
    System.arraycopy(unit, 0, frame, FrameSource.HEADER_BYTES, unit.length);
    frame[frame.length - 1] = (byte) Checksum.of(frame, 2, frame.length - 3);
    return frame;
  }

  private void expect(byte[] frame, int streams, int unknown) {
    assertThat(unit.read(frame, 0, frame.length)).isNull();
    assertThat(unit.blocks()).isEqualTo(streams);
    assertThat(unit.unknownBlocks()).isEqualTo(unknown);
    for (int i = 0; i < streams; i++) {
      assertThat(unit.time(i)).isEqualTo(Drives.START + i);
      byte[] body = Drives.body(i);
      assertThat(java.util.Arrays.copyOfRange(frame, unit.body(i), unit.body(i) + 37))
          .isEqualTo(body);
    }
  }

  @Property(tries = 300, seed = "17691")
  void aSupplementBehindEverySecondIsSkippedByItsLength(
      @ForAll DataUnitLayout layout,
      @ForAll @IntRange(min = 1, max = 70) int length,
      @ForAll @IntRange(min = 3, max = 10) int seconds,
      @ForAll long seed) {
    expect(frame(layout, "su".repeat(seconds), 0x80, length, new Random(seed)), seconds, seconds);
  }

  /** A shorter one, with a sample made of its end, would fit once in 256 frames. */
  @Property(tries = 300, seed = "17691")
  void oneAloneHidesWhatFollows(
      @ForAll DataUnitLayout layout,
      @ForAll @IntRange(min = 1, max = 70) int length,
      @ForAll @IntRange(min = 4, max = 10) int seconds,
      @ForAll long seed) {
    expect(frame(layout, "u" + "s".repeat(seconds), 0x81, length, new Random(seed)), 0, 1);
  }

  @Property(tries = 300, seed = "17691")
  void aLastOneIsLeftAsItIs(
      @ForAll DataUnitLayout layout,
      @ForAll @IntRange(min = 1, max = 200) int length,
      @ForAll @IntRange(min = 1, max = 10) int seconds,
      @ForAll long seed) {
    expect(frame(layout, "s".repeat(seconds) + "u", 0x80, length, new Random(seed)), seconds, 1);
  }

  /** What a block of unknown length holds may look like anything: no sample is made of it. */
  @Test
  void noSampleIsMadeOfWhatAnUnknownBlockHolds() {
    Random random = new Random(11);
    for (int i = 0; i < 20_000; i++) {
      byte[] frame = frame(DataUnitLayout.TYPED_SERIALS, "su", 0x80, 120 + i % 60, random);
      expect(frame, 1, 1);
    }
  }
}
