package org.dawen.intake;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Remembers the records of one file by a 128-bit hash, so that an exact repetition is recognised.
 * Sixteen bytes a distinct record, nothing for a repeated one: ten million copies of one packet
 * cost nothing.
 */
final class SeenRecords {
  private static final int FIRST_SLOTS = 64;

  private final int most;
  private long[] slots = new long[2 * FIRST_SLOTS];
  private long[] older = {};
  private int size;

  /** Of a file whose records are not hashed here none is made. */
  private MessageDigest digest;

  /** Remembers every record. */
  SeenRecords() {
    this(Integer.MAX_VALUE);
  }

  /**
   * In bounded memory.
   *
   * @param most of more records the older ones are forgotten, never fewer than so many remembered
   */
  SeenRecords(int most) {
    this.most = most;
  }

  /** True if these bytes have not been seen before; remembers them. */
  boolean isNew(byte[] bytes, int offset, int length) {
    try {
      digest = digest == null ? MessageDigest.getInstance("MD5") : digest;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    digest.update(bytes, offset, length);
    ByteBuffer hash = ByteBuffer.wrap(digest.digest());
    return isNew(hash.getLong(), hash.getLong());
  }

  /** True if the hash has not been seen; remembers it. */
  boolean isNew(long high, long low) {
    long marked = low == 0 ? 1 : low; // 0 marks a free slot
    if (holds(slots, high, marked) || holds(older, high, marked)) {
      return false;
    }
    if (size >= most) {
      older = slots;
      slots = new long[2 * FIRST_SLOTS];
      size = 0;
    } else if (size * 4L >= slots.length) {
      grow();
    }
    put(high, marked);
    size++;
    return true;
  }

  private static boolean holds(long[] table, long high, long low) {
    return table.length > 0 && table[slotOf(table, high, low) + 1] != 0;
  }

  private void put(long high, long low) {
    int slot = slotOf(slots, high, low);
    slots[slot] = high;
    slots[slot + 1] = low;
  }

  /** Where the hash is, or the free slot in which it would be. */
  private static int slotOf(long[] table, long high, long low) {
    int mask = table.length / 2 - 1;
    int i = (int) low & mask;
    while (table[2 * i + 1] != 0 && (table[2 * i] != high || table[2 * i + 1] != low)) {
      i = i + 1 & mask;
    }
    return 2 * i;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[old.length * 2];
    for (int i = 0; i < old.length; i += 2) {
      if (old[i + 1] != 0) {
        put(old[i], old[i + 1]);
      }
    }
  }
}
