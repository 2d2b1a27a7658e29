package org.dawen.codec.hj212;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * Keeps the strings of codes that come again and again, so that a code costs one look-up and no
 * allocation. Of fixed size: a newcomer takes the place of whoever stood there.
 */
final class TextCache {
  private static final int SLOTS = 1 << 12;

  /** Longer texts are not kept. */
  private static final int LONGEST_KEY = 64;

  private record Entry(byte[] key, String text, String canonical) {}

  private final Entry[] entries = new Entry[SLOTS];
  private final UnaryOperator<String> toCanonical;

  TextCache(UnaryOperator<String> toCanonical) {
    this.toCanonical = toCanonical;
  }

  String text(byte[] bytes, int from, int to) {
    return entry(bytes, from, to).text;
  }

  String canonical(byte[] bytes, int from, int to) {
    return entry(bytes, from, to).canonical;
  }

  private Entry entry(byte[] bytes, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + bytes[i];
    }
    int slot = (hash ^ hash >>> 12) & SLOTS - 1;
    Entry found = entries[slot];
    if (found != null
        && Arrays.equals(found.key, 0, found.key.length, bytes, from, to)) {
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
