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

  private static final int MULTIPLIER = 0x9E3779B9;

  /** A text and its equivalent in the code of 2017. */
  record Entry(byte[] key, String text, String canonical) {}

  private final Entry[] entries = new Entry[1 << SLOT_BITS];
  private final UnaryOperator<String> toCanonical;

  TextCache(UnaryOperator<String> toCanonical) {
    this.toCanonical = toCanonical;
  }

  String text(byte[] bytes, int from, int to) {
    return entry(bytes, from, to).text;
  }

  Entry entry(byte[] bytes, int from, int to) {
    int hash = to - from;
    for (int at = from; at < to; at++) {
      hash = hash * 31 + bytes[at];
    }
    int slot = hash * MULTIPLIER >>> Integer.SIZE - SLOT_BITS;
    Entry found = entries[slot];
    if (found != null && Arrays.equals(found.key, 0, found.key.length, bytes, from, to)) {
      return found;
    }
    String text = ByteText.decode(bytes, from, to);
    Entry entry = new Entry(Arrays.copyOfRange(bytes, from, to), text, toCanonical.apply(text));
    if (to - from <= LONGEST_KEY) {
      entries[slot] = entry;
    }
    return entry;
  }
}
