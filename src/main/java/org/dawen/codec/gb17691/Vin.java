package org.dawen.codec.gb17691;

import java.nio.charset.StandardCharsets;

/** Vehicle identification numbers (车架号): 17 capital letters and digits without I, O, Q. */
public final class Vin {
  /** Bytes of a VIN. */
  public static final int LENGTH = 17;

  private static final boolean[] ALLOWED = new boolean[256];
  private static final boolean[] ALPHANUMERIC = new boolean[256];

  static {
    for (char c : "ABCDEFGHJKLMNPRSTUVWXYZ0123456789".toCharArray()) {
      ALLOWED[c] = true;
    }
    for (char c : "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".toCharArray()) {
      ALPHANUMERIC[c] = true;
    }
  }

  private Vin() {}

  /** True if the bytes are a VIN; the check digit, which China leaves optional, is not asked. */
  public static boolean isWellFormed(byte[] bytes, int at) {
    for (int i = 0; i < LENGTH; i++) {
      if (!ALLOWED[bytes[at + i] & 0xFF]) {
        return false;
      }
    }
    return true;
  }

  /** True if the bytes look like a VIN, so that a frame may begin around them. */
  static boolean isPlausible(byte[] bytes, int at) {
    for (int i = 0; i < LENGTH; i++) {
      if (!ALPHANUMERIC[bytes[at + i] & 0xFF]) {
        return false;
      }
    }
    return true;
  }

  /** The VIN as text; bytes that are no ASCII letters as they are in Latin 1. */
  public static String text(byte[] bytes, int at) {
    return new String(bytes, at, LENGTH, StandardCharsets.ISO_8859_1);
  }

  /** For anything published: the first three and the last four characters, stars between. */
  public static String masked(String vin) {
    return vin.length() < 8
        ? vin
        : vin.substring(0, 3) + "**********" + vin.substring(vin.length() - 4);
  }
}
