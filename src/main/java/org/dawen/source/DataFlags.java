package org.dawen.source;

import org.apache.spark.unsafe.types.UTF8String;

/** Flags of HJ 212-2017 table 8 as devices send them. */
final class DataFlags {
  private static final UTF8String[] LETTERS = new UTF8String[26];

  static {
    for (int i = 0; i < LETTERS.length; i++) {
      LETTERS[i] = UTF8String.fromString(String.valueOf((char) ('A' + i)));
    }
  }

  private DataFlags() {}

  /** The flag with its letters as the standard writes them, capitals; null for null. */
  static UTF8String canonical(UTF8String flag) {
    if (flag == null || flag.numBytes() != 1) {
      return flag == null ? null : flag.toUpperCase();
    }
    int letter = flag.getByte(0) - 'a';
    return letter >= 0 && letter < LETTERS.length ? LETTERS[letter] : flag;
  }
}
