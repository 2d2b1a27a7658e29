package org.dawen.codec.hj212;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks at eight bytes at once; the reader passes over every byte of a stream this way. */
final class ByteScan {
  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long EACH = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  private ByteScan() {}

  /** Eight bytes, the first in the lowest place. */
  static long eightBytes(byte[] bytes, int at) {
    return (long) EIGHT_BYTES.get(bytes, at);
  }

  /** Where the byte stands first, or -1. */
  static int indexOf(byte[] bytes, int from, int to, byte wanted) {
    long pattern = EACH * (wanted & 0xFF);
    int at = from;
    for (int last = to - Long.BYTES; at <= last; at += Long.BYTES) {
      // The lowest bit set marks the first byte equal to the wanted one.
      long different = eightBytes(bytes, at) ^ pattern;
      long equal = (different - EACH) & ~different & HIGH_BITS;
      if (equal != 0) {
        return at + (Long.numberOfTrailingZeros(equal) >>> 3);
      }
    }
    for (; at < to; at++) {
      if (bytes[at] == wanted) {
        return at;
      }
    }
    return -1;
  }

  /** How often the byte stands there. */
  static int count(byte[] bytes, int from, int to, byte wanted) {
    int count = 0;
    for (int at = indexOf(bytes, from, to, wanted);
        at >= 0;
        at = indexOf(bytes, at + 1, to, wanted)) {
      count++;
    }
    return count;
  }
}
