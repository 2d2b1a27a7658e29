package org.dawen.power;

import java.math.BigInteger;

/** A mean weighted by time. */
final class TimeMean {
  /** Multiplied by the seconds of four days, this still fits into a long. */
  private static final long LARGEST_PLAIN = 5_000_000_000_000L;

  private BigInteger sum = BigInteger.ZERO;
  private long part;
  private long seconds;

  void add(long power, long lasting) {
    seconds += lasting;
    if (power > LARGEST_PLAIN) {
      sum = sum.add(BigInteger.valueOf(power).multiply(BigInteger.valueOf(lasting)));
      return;
    }
    part += power * lasting;
    if (part > Long.MAX_VALUE / 4) {
      sum = sum.add(BigInteger.valueOf(part));
      part = 0;
    }
  }

  /** True if nothing was added. */
  boolean isEmpty() {
    return seconds == 0;
  }

  /** Rounded down; {@link MeterSeries#MISSING} of nothing. */
  long value() {
    return seconds == 0
        ? MeterSeries.MISSING
        : sum.add(BigInteger.valueOf(part)).divide(BigInteger.valueOf(seconds)).longValue();
  }
}
