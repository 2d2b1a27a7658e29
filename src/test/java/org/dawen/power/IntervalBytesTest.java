package org.dawen.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntervalBytesTest {
  private record Interval(long start, long end, long power, long extra, int flags) {}

  private static byte[] written(List<Interval> intervals) {
    IntervalBytes bytes = new IntervalBytes();
    bytes.clear();
    intervals.forEach(i -> bytes.put(i.start, i.end, i.power, i.extra, i.flags));
    return Arrays.copyOf(bytes.bytes(), bytes.length());
  }

  private static List<Interval> read(byte[]... parts) {
    IntervalBook book = new IntervalBook();
    for (byte[] part : parts) {
      IntervalBytes.read(part, book);
    }
    List<Interval> intervals = new ArrayList<>();
    book.giveTo((s, e, p, x, f) -> intervals.add(new Interval(s, e, p, x, f)));
    return intervals;
  }

  @Test
  void whatWasWrittenIsReadAgainInTheOrderOfTime() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      List<Interval> intervals = new ArrayList<>();
      for (int i = random.nextInt(400); i > 0; i--) {
        long start = random.nextInt(4) == 0 ? -random.nextInt(9_999) : random.nextInt(2_000_000);
        intervals.add(
            new Interval(
                start,
                start + random.nextInt(4_000) - 10,
                random.nextInt(5) == 0 ? MeterSeries.MISSING : random.nextLong(),
                random.nextInt(5) == 0 ? MeterSeries.MISSING : random.nextInt(1_000_000),
                random.nextInt(64)));
      }
      List<Interval> inOrder = new ArrayList<>(intervals);
      inOrder.sort(
          Comparator.comparingLong(Interval::start)
              .thenComparingLong(Interval::end)
              .thenComparingLong(Interval::power)
              .thenComparingLong(Interval::extra)
              .thenComparingInt(Interval::flags));
      Collections.shuffle(intervals, random);
      int cut = intervals.isEmpty() ? 0 : random.nextInt(intervals.size());

      assertThat(
              read(
                  written(intervals.subList(0, cut)),
                  written(intervals.subList(cut, intervals.size()))))
          .isEqualTo(inOrder);
      assertThat(read(written(inOrder))).isEqualTo(inOrder);
    }
  }

  @Test
  void aDayOnASteadyGridTakesFewBytes() {
    List<Interval> day = new ArrayList<>();
    for (int q = 0; q < 96; q++) {
      long start = 1_709_251_200L + 900L * q;
      day.add(new Interval(start, start + 900, 4_005_000 + q, 100_125_000, 1));
    }
    assertThat(written(day).length).isLessThan(96 * 13);
  }
}
