package org.dawen.power;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The intervals of one meter, however many rows they come in, given on in the order of time. */
final class IntervalBook implements IntervalBytes.Taker {
  private long[] start = new long[128];
  private long[] end = new long[128];
  private long[] power = new long[128];
  private long[] extra = new long[128];
  private int[] flags = new int[128];
  private int count;
  private boolean isInOrder = true;

  @Override
  public void take(long from, long to, long meanPower, long more, int flag) {
    if (count == start.length) {
      start = Arrays.copyOf(start, 2 * count);
      end = Arrays.copyOf(end, 2 * count);
      power = Arrays.copyOf(power, 2 * count);
      extra = Arrays.copyOf(extra, 2 * count);
      flags = Arrays.copyOf(flags, 2 * count);
    }
    isInOrder &=
        count == 0 || start[count - 1] < from || start[count - 1] == from && end[count - 1] < to;
    start[count] = from;
    end[count] = to;
    power[count] = meanPower;
    extra[count] = more;
    flags[count] = flag;
    count++;
  }

  /** Gives all of them on by start, then end, and forgets them. */
  void giveTo(IntervalBytes.Taker taker) {
    if (isInOrder) {
      for (int i = 0; i < count; i++) {
        taker.take(start[i], end[i], power[i], extra[i], flags[i]);
      }
    } else {
      IntStream.range(0, count)
          .boxed()
          .sorted(
              Comparator.<Integer>comparingLong(i -> start[i])
                  .thenComparingLong(i -> end[i])
                  .thenComparingLong(i -> power[i])
                  .thenComparingLong(i -> extra[i])
                  .thenComparingInt(i -> flags[i]))
          .forEach(i -> taker.take(start[i], end[i], power[i], extra[i], flags[i]));
    }
    count = 0;
    isInOrder = true;
  }
}
