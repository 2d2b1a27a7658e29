package org.dawen.codec.hj212;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * Keeps the strings of codes that come again and again, so that a code costs one look-up and no
 * allocation. Of fixed size: a newcomer takes the place of whoever stood there.
 */
final class TextCache {
  private static final int SLOT_BITS = 12;

  /** Longer texts are not kept. */
  private static final int LONGEST_KEY = 64;

  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  /**
   * A text and its equivalent in the code of 2017.
   *
   * @param word its first eight bytes, fewer padded with zero
   */
  record Entry(long word, byte[] key, String text, String canonical) {
    private boolean isOf(long word, byte[] bytes, int from, int to) {
      return this.word == word
          && key.length == to - from
          && (key.length <= Long.BYTES || Arrays.equals(key, 0, key.length, bytes, from, to));
    }
  }

  private final Entry[] entries = new Entry[1 << SLOT_BITS];
  private final UnaryOperator<String> toCanonical;

  TextCache(UnaryOperator<String> toCanonical) {
    this.toCanonical = toCanonical;
  }

  String text(byte[] bytes, int from, int to) {
    return entry(bytes, from, to).text;
  }

  Entry entry(byte[] bytes, int from, int to) {
    long word = firstWord(bytes, from, to);
    long hash = (word ^ hashBehindWord(bytes, from, to)) * MULTIPLIER;
    int slot = (int) (hash >>> Long.SIZE - SLOT_BITS);
    Entry found = entries[slot];
    if (found != null && found.isOf(word, bytes, from, to)) {
      return found;
    }
    String text = ByteText.decode(bytes, from, to);
    Entry entry =
        new Entry(word, Arrays.copyOfRange(bytes, from, to), text, toCanonical.apply(text));
    if (to - from <= LONGEST_KEY) {
      entries[slot] = entry;
    }
    return entry;
  }

  private static long firstWord(byte[] bytes, int from, int to) {
    int length = Math.min(to - from, Long.BYTES);
    if (length > 0 && from + Long.BYTES <= bytes.length) {
      int others = Long.BYTES - length << 3;
      return ByteScan.eightBytes(bytes, from) << others >>> others;
    }
    long word = 0;
    for (int i = length - 1; i >= 0; i--) {
      word = word << 8 | bytes[from + i] & 0xFF;
    }
    return word;
  }

  private static long hashBehindWord(byte[] bytes, int from, int to) {
    long hash = 0;
    for (int at = from + Long.BYTES; at < to; at++) {
      hash = hash * 31 + bytes[at];
    }
    return hash << 1;
  }
}
