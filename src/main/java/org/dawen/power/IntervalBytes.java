package org.dawen.power;

import java.util.Arrays;

/**
 * Intervals of one meter in bytes, one after the other: times as differences, small numbers in few
 * bytes. Any order of times is kept; a steady grid is only shorter.
 */
final class IntervalBytes {
  private static final int LONGEST_INTERVAL = 50;

  private byte[] bytes = new byte[2_048];
  private int length;
  private long lastEnd;

  void clear() {
    length = 0;
    lastEnd = 0;
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  /** Adds an interval; {@link MeterSeries#MISSING} for a power or extra that is missing. */
  void put(long start, long end, long power, long extra, int flags) {
    if (length + LONGEST_INTERVAL > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    putNumber(start - lastEnd);
    putNumber(end - start);
    putNumber(power);
    putNumber(extra);
    putNumber(flags);
    lastEnd = end;
  }

  /** Sign in the lowest bit, then seven bits a byte, the lowest ones first. */
  private void putNumber(long number) {
    long rest = number << 1 ^ number >> 63;
    while ((rest & ~0x7FL) != 0) {
      bytes[length++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[length++] = (byte) rest;
  }

  /** Reads what {@link #put} wrote. */
  static void read(byte[] bytes, Taker taker) {
    long lastEnd = 0;
    long[] number = new long[5];
    int at = 0;
    while (at < bytes.length) {
      for (int n = 0; n < number.length; n++) {
        long rest = 0;
        int shift = 0;
        byte next;
        do {
          next = bytes[at++];
          rest |= (next & 0x7FL) << shift;
          shift += 7;
        } while (next < 0);
        number[n] = rest >>> 1 ^ -(rest & 1);
      }
      long start = lastEnd + number[0];
      lastEnd = start + number[1];
      taker.take(start, lastEnd, number[2], number[3], (int) number[4]);
    }
  }

  /** Takes an interval. */
  interface Taker {
    void take(long start, long end, long power, long extra, int flags);
  }
}
