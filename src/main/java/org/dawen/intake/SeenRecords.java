package org.dawen.intake;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Remembers the records of one file by a 128-bit hash, so that an exact repetition is recognised.
 * Sixteen bytes a distinct record, nothing for a repeated one: ten million copies of one packet
 * cost nothing.
 */
final class SeenRecords {
  private long[] slots;
  private int size;
  private boolean hasZero;

  private MessageDigest digest;

  /** Of a file without records nothing is made. */
  private void begin() {
    slots = new long[2 * 64];
    try {
      digest = MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** True if these bytes have not been seen before; remembers them. */
  boolean isNew(byte[] bytes, int offset, int length) {
    if (digest == null) {
      begin();
    }
    digest.update(bytes, offset, length);
    byte[] hash = digest.digest();
    long high = longAt(hash, 0);
    long low = longAt(hash, 8);
    if (high == 0 && low == 0) {
      boolean fresh = !hasZero;
      hasZero = true;
      return fresh;
    }
    if (size * 2 >= slots.length / 2) {
      grow();
    }
    return put(slots, high, low);
  }

  private boolean put(long[] table, long high, long low) {
    int mask = table.length / 2 - 1;
    for (int i = (int) low & mask; ; i = (i + 1) & mask) {
      if (table[2 * i] == 0 && table[2 * i + 1] == 0) {
        table[2 * i] = high;
        table[2 * i + 1] = low;
        size++;
        return true;
      }
      if (table[2 * i] == high && table[2 * i + 1] == low) {
        return false;
      }
    }
  }

  private void grow() {
    long[] old = slots;
    slots = new long[old.length * 2];
    size = 0;
    for (int i = 0; i < old.length; i += 2) {
      if (old[i] != 0 || old[i + 1] != 0) {
        put(slots, old[i], old[i + 1]);
      }
    }
  }

  private static long longAt(byte[] bytes, int offset) {
    long value = 0;
    for (int i = 0; i < 8; i++) {
      value = value << 8 | bytes[offset + i] & 0xFF;
    }
    return value;
  }
}
