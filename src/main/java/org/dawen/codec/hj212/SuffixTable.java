package org.dawen.codec.hj212;

/** The known suffixes of field names, HJ 212-2017 table 4, in whatever case. */
final class SuffixTable {
  /** {@code Flag}. */
  static final int FLAG = -1;

  /** {@code EFlag}. */
  static final int EXTENSION_FLAG = -2;

  /** Any suffix that has no slot of its own. */
  static final int OTHER = -3;

  private static final int LONGEST = 5;

  /** Found by trial so that no two of the suffixes share a slot. */
  private static final long MULTIPLIER = 0x7bf4a20644d96a45L;

  private static final int SLOT_BITS = 4;
  private static final long LOWER_CASE = 0x2020202020202020L;
  private static final long[] LETTERS = new long[1 << SLOT_BITS];
  private static final int[] KIND = new int[1 << SLOT_BITS];

  static {
    for (Hj212Field field : Hj212Field.values()) {
      put(field.suffix(), field.ordinal());
    }
    put("Flag", FLAG);
    put("EFlag", EXTENSION_FLAG);
  }

  private SuffixTable() {}

  private static void put(String suffix, int kind) {
    long letters = 0;
    for (int i = suffix.length() - 1; i >= 0; i--) {
      letters = letters << 8 | suffix.charAt(i) | 0x20;
    }
    int slot = slot(letters);
    if (LETTERS[slot] != 0) {
      throw new IllegalStateException("Suffix " + suffix + " shares a slot: find a multiplier.");
    }
    LETTERS[slot] = letters;
    KIND[slot] = kind;
  }

  private static int slot(long letters) {
    return (int) (letters * MULTIPLIER >>> Long.SIZE - SLOT_BITS);
  }

  /**
   * Ordinal of the measured value that a suffix names, or a kind below zero. At least eight bytes
   * stand before {@code to}, whatever they are.
   */
  static int kindOf(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length == 0 || length > LONGEST) {
      return OTHER;
    }
    int others = Long.BYTES - length << 3;
    // Setting this bit makes letters lower-case and nothing else a letter.
    long letters = (ByteScan.eightBytes(bytes, to - Long.BYTES) | LOWER_CASE) >>> others;
    int slot = slot(letters);
    return LETTERS[slot] == letters ? KIND[slot] : OTHER;
  }
}
