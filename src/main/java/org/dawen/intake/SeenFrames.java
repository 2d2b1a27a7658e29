package org.dawen.intake;

/**
 * Remembers the frames of one file by a 128-bit hash, so that an exact repetition is recognised.
 * Memory is bounded: of more than four million frames the older ones are forgotten, never fewer
 * than the last four million remembered.
 */
final class SeenFrames {
  private static final int MOST = 1 << 22;

  private long[] slots = new long[2 * 1024];
  private long[] older = new long[0];
  private int size;

  /** True if the hash has not been seen; remembers it. */
  boolean isNew(long high, long low) {
    long second = low == 0 ? 1 : low;
    if (older.length > 0 && holds(older, high, second)) {
      return false;
    }
    if (size * 4 >= slots.length) {
      if (size >= MOST) {
        older = slots;
        slots = new long[2 * 1024];
        size = 0;
      } else {
        grow();
      }
    }
    return put(slots, high, second);
  }

  private static boolean holds(long[] table, long high, long low) {
    int mask = table.length / 2 - 1;
    for (int i = (int) low & mask; table[2 * i + 1] != 0; i = i + 1 & mask) {
      if (table[2 * i] == high && table[2 * i + 1] == low) {
        return true;
      }
    }
    return false;
  }

  private boolean put(long[] table, long high, long low) {
    int mask = table.length / 2 - 1;
    int i = (int) low & mask;
    while (table[2 * i + 1] != 0) {
      if (table[2 * i] == high && table[2 * i + 1] == low) {
        return false;
      }
      i = i + 1 & mask;
    }
    table[2 * i] = high;
    table[2 * i + 1] = low;
    size++;
    return true;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[old.length * 2];
    size = 0;
    for (int i = 0; i < old.length; i += 2) {
      if (old[i + 1] != 0) {
        put(slots, old[i], old[i + 1]);
      }
    }
  }
}
