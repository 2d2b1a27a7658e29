package org.dawen.codec.gb17691;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PackedMinutesTest {
  private static final long[] ODD = {
    0, 1, -1, 60, Long.MAX_VALUE, Long.MAX_VALUE - 1, MinuteSummary.NONE, MinuteSummary.NONE + 1
  };

  /** A part with its ranges as text. */
  private record Given(int minuteOfHour, long[] figures, String ranges) {}

  private static MinuteSamples at(Random random, StringBuilder ranges) {
    MinuteSamples samples = new MinuteSamples();
    samples.begin(0);
    long position = random.nextLong(1L << random.nextInt(1, 50));
    for (int i = random.nextInt(12); i > 0; i--) {
      int length = random.nextInt(1, 5_000);
      samples.range(position, length);
      ranges.append(ranges.isEmpty() ? "" : ";").append(position).append('+').append(length);
      position += length + 1 + random.nextLong(1L << random.nextInt(40));
    }
    return samples;
  }

  private static long figure(Random random, long before) {
    return switch (random.nextInt(5)) {
      case 0 -> before;
      case 1 -> before + random.nextInt(-50, 50);
      case 2 -> ODD[random.nextInt(ODD.length)];
      case 3 -> random.nextInt(70_000);
      default -> random.nextLong();
    };
  }

  private static List<Given> added(PackedMinutes to, Random random, int count) {
    List<Given> given = new ArrayList<>();
    long[] figures = new long[MinuteField.COUNT];
    for (int i = 0; i < count; i++) {
      figures = figures.clone();
      for (int f = 0; f < figures.length; f++) {
        figures[f] = figure(random, figures[f]);
      }
      StringBuilder ranges = new StringBuilder();
      int minute = random.nextInt(60);
      to.add(minute, figures, at(random, ranges));
      given.add(new Given(minute, figures, ranges.toString()));
    }
    return given;
  }

  private static void assertUnpacked(PackedMinutes.Packed packed, List<Given> given) {
    List<PackedMinutes.Part> parts = PackedMinutes.parts(packed.figures());
    assertThat(parts).hasSameSizeAs(given);
    for (int i = 0; i < parts.size(); i++) {
      assertThat(parts.get(i).minuteOfHour()).isEqualTo(given.get(i).minuteOfHour());
      assertThat(parts.get(i).figures()).isEqualTo(given.get(i).figures());
    }
    assertThat(PackedMinutes.byteRanges(packed.byteRanges()))
        .isEqualTo(given.stream().map(Given::ranges).toList());
  }

  @Property(tries = 300)
  void whatIsPackedIsUnpackedAsItWas(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 70) int n) {
    Random random = new Random(seed);
    PackedMinutes minutes = new PackedMinutes();
    List<Given> first = added(minutes, random, n);
    PackedMinutes.Packed packed = minutes.take();
    List<Given> second = added(minutes, random, 3);

    assertUnpacked(packed, first);
    assertUnpacked(minutes.take(), second);
  }

  @Property(tries = 300)
  void bytesThatAreNotThoseThatWerePackedAreRefused(@ForAll long seed) {
    Random random = new Random(seed);
    PackedMinutes minutes = new PackedMinutes();
    added(minutes, random, 1 + random.nextInt(5));
    byte[] bytes = minutes.take().figures();
    byte[] damaged =
        random.nextInt(4) == 0
            ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length))
            : bytes.clone();
    if (damaged.length == bytes.length) {
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
    }
    assertThatThrownBy(() -> PackedMinutes.parts(damaged))
        .isInstanceOf(PackedMinutes.Damaged.class);
  }

  /** Lakes hold what earlier builds packed: a change of the form needs another version. */
  @Test
  void theFormIsThatOfItsVersion() {
    PackedMinutes minutes = new PackedMinutes();
    MinuteSamples samples = new MinuteSamples();
    samples.begin(0);
    samples.range(10, 5);
    samples.range(20, 5);
    long[] figures = new long[MinuteField.COUNT];
    figures[MinuteField.SAMPLE_HASH.ordinal()] = 0x0102030405060708L;
    figures[MinuteField.SPEED_COUNT.ordinal()] = 60;
    figures[MinuteField.POSITION_RUN_FIRST.ordinal()] = MinuteSummary.NONE;
    figures[MinuteField.POSITION_RUN_LAST.ordinal()] = MinuteSummary.NONE;
    minutes.add(7, figures, samples);
    PackedMinutes.Packed packed = minutes.take();

    assertThat(HexFormat.of().formatHex(packed.figures()))
        .isEqualTo(
            "01"
                + "07"
                + "0001000000000000"
                + "0000000000"
                + "0807060504030201"
                + "78"
                + "59338b30");
    assertThat(HexFormat.of().formatHex(packed.byteRanges()))
        .isEqualTo("01" + "02" + "1405" + "0a05" + "2b9941ee");
  }
}
