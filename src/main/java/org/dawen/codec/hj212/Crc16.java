package org.dawen.codec.hj212;

import java.util.Locale;

/**
 * The checksum of HJ 212-2017 annex A. Each byte is combined with the <em>high</em> byte of the
 * register, not with the register as in Modbus, so only the high byte passes from byte to byte.
 * Flipping any one bit still changes the result, yet only 256 of the 65,536 values ever occur.
 */
public final class Crc16 {
  private static final int POLYNOMIAL = 0xA001;
  private static final int START = 0xFFFF;
  private static final int STEP = 8;

  /** The register after one byte, by the byte combined with the high byte before it. */
  private static final int[] REGISTER = new int[256];

  /** High byte after a byte and {@code k} zero bytes behind it, at {@code k * 256 + byte}. */
  private static final byte[] HIGH = new byte[STEP * 256];

  static {
    for (int b = 0; b < 256; b++) {
      int register = b;
      for (int bit = 0; bit < 8; bit++) {
        register = (register & 1) == 0 ? register >>> 1 : (register >>> 1) ^ POLYNOMIAL;
      }
      REGISTER[b] = register;
      HIGH[b] = (byte) (register >>> 8);
    }
    for (int i = 256; i < HIGH.length; i++) {
      HIGH[i] = HIGH[HIGH[i - 256] & 0xFF];
    }
  }

  private Crc16() {}

  /** Checksum of a whole data segment, 0 to 0xFFFF. */
  public static int of(byte[] segment) {
    return of(segment, 0, segment.length);
  }

  /** Checksum of the bytes from {@code from} up to, not including, {@code to}. */
  public static int of(byte[] bytes, int from, int to) {
    if (from >= to) {
      return START;
    }
    int high = START >>> 8;
    int at = from;
    // The step is linear, so eight bytes can be looked up side by side and combined.
    for (int last = to - STEP; at < last; at += STEP) {
      long next = ByteScan.eightBytes(bytes, at);
      int behind =
          HIGH[6 * 256 + (int) (next >>> 8 & 0xFF)]
              ^ HIGH[5 * 256 + (int) (next >>> 16 & 0xFF)]
              ^ HIGH[4 * 256 + (int) (next >>> 24 & 0xFF)]
              ^ HIGH[3 * 256 + (int) (next >>> 32 & 0xFF)]
              ^ HIGH[2 * 256 + (int) (next >>> 40 & 0xFF)]
              ^ HIGH[256 + (int) (next >>> 48 & 0xFF)]
              ^ HIGH[(int) (next >>> 56)];
      // Only this look-up waits for the one before it.
      high = HIGH[7 * 256 + (((int) next ^ high) & 0xFF)] ^ behind;
      high &= 0xFF;
    }
    for (; at < to - 1; at++) {
      high = HIGH[(high ^ bytes[at]) & 0xFF] & 0xFF;
    }
    return REGISTER[(high ^ bytes[at]) & 0xFF];
  }

  /** Four upper-case hexadecimal digits, high byte first, as printed behind the data segment. */
  public static String hex(int crc) {
    return String.format(Locale.ROOT, "%04X", crc);
  }
}
