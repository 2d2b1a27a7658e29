package org.dawen.codec.gb17691;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The check byte (BCC): XOR of all bytes from the command to the end of the data unit. */
public final class Checksum {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private Checksum() {}

  /** XOR of the bytes, 0 to 255. */
  public static int of(byte[] bytes, int from, int length) {
    int end = from + length;
    int i = from;
    long words = 0;
    for (; i + 8 <= end; i += 8) {
      words ^= (long) LONGS.get(bytes, i);
    }
    words ^= words >>> 32;
    words ^= words >>> 16;
    words ^= words >>> 8;
    int check = (int) words & 0xFF;
    for (; i < end; i++) {
      check ^= bytes[i];
    }
    return check & 0xFF;
  }

  /**
   * A 64-bit hash of the bytes. Another seed gives another hash: it is mixed into the start and the
   * multiplier.
   */
  public static long hash(byte[] bytes, int from, int length, long seed) {
    long factor = mix(seed) << 1 | 1;
    long h = factor + length;
    int end = from + length;
    int i = from;
    for (; i + 8 <= end; i += 8) {
      h = (Long.rotateLeft(h, 27) ^ (long) LONGS.get(bytes, i)) * factor;
    }
    long tail = 0;
    for (; i < end; i++) {
      tail = tail << 8 | bytes[i] & 0xFF;
    }
    return mix((Long.rotateLeft(h, 27) ^ tail) * factor);
  }

  static long mix(long x) {
    long z = (x ^ x >>> 32) * 0xD6E8FEB86659FD93L;
    return (z ^ z >>> 32) * 0xC2B2AE3D27D4EB4FL;
  }
}
