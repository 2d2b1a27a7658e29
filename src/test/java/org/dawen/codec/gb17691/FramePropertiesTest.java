package org.dawen.codec.gb17691;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class FramePropertiesTest {

  @Property(tries = 40)
  void decodingWhatWasEncodedGivesTheSameSamples(
      @ForAll DataUnitLayout layout, @ForAll @IntRange(min = 1, max = 130) int seconds)
      throws IOException {
    Map<String, String> samples = Drives.samples(Drives.stream(Drives.frames(layout, 0, seconds)));

    assertThat(samples).hasSize(seconds);
    for (int s = 0; s < seconds; s++) {
      assertThat(samples.get(Drives.VIN + " " + (Drives.START + s)))
          .isEqualTo(java.util.HexFormat.of().formatHex(Drives.body(s)));
    }
  }

  /** Every bit of a short stream in each layout: a wrong sample is never taken for a right one. */
  @Property(tries = 4)
  void flippingAnyBitIsCaughtOrHarmless(@ForAll DataUnitLayout layout) throws IOException {
    byte[] stream = Drives.stream(Drives.frames(layout, 0, 30));
    Map<String, String> right = Drives.samples(stream);
    for (int bit = 0; bit < stream.length * 8; bit++) {
      byte[] damaged = stream.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);
      Map<String, String> found = Drives.samples(damaged);
      assertThat(right.entrySet()).as("bit %d", bit).containsAll(found.entrySet());
      assertThat(found.size()).as("bit %d", bit).isGreaterThanOrEqualTo(20);
    }
  }

  @Property(tries = 60)
  void damageCostsNoFrameButThoseItTouches(
      @ForAll @Size(max = 60) byte[] junk, @ForAll @IntRange(min = 0, max = 2) int before)
      throws IOException {
    List<byte[]> frames = Drives.frames(DataUnitLayout.TYPED_SERIALS, 0, 30);
    List<byte[]> withJunk = new ArrayList<>(frames);
    withJunk.add(before, junk);

    assertThat(Drives.samples(Drives.stream(withJunk)))
        .containsAllEntriesOf(Drives.samples(Drives.stream(frames)));
  }

  @Property(tries = 60)
  void everyByteBelongsToAFrameOrAReject(@ForAll @Size(max = 300) byte[] any) throws IOException {
    byte[] stream = Arrays.copyOf(any, any.length + 71);
    byte[] frame = Drives.frames(DataUnitLayout.TYPED_SERIALS, 0, 1).get(0);
    System.arraycopy(frame, 0, stream, any.length, 71);
    FrameSource frames = new BinaryFrames(new ByteArrayInputStream(stream));
    long at = 0;
    long records = 0;
    while (frames.next()) {
      assertThat(frames.position()).isEqualTo(at);
      assertThat(frames.recordNo()).isEqualTo(++records);
      at += frames.span();
    }
    assertThat(at).isEqualTo(stream.length);
  }
}
