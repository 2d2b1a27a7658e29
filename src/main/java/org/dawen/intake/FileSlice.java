package org.dawen.intake;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of a large file that one task reads; the slices of a file cover it without overlap. The
 * records of a slice are those that begin in it, as found by looking for the first record that is
 * beyond doubt. Whether the slices agree about where records begin is checked afterwards; a file of
 * which they don't is read again in one piece, so that the outcome is always that of one reader.
 *
 * @param no from 0; {@link #HASH} hashes the whole file
 */
record FileSlice(int no, long from, long to, long size) implements Serializable {
  /** The number of the only slice of a file that is read in one piece. */
  static final int WHOLE = -1;

  private static final int HASH = -2;

  /** The slices of a file, behind the task that hashes it; empty if it is short. */
  static List<FileSlice> of(long length, long size) {
    List<FileSlice> slices = new ArrayList<>();
    if (length >= 2 * size) {
      slices.add(new FileSlice(HASH, 0, length, size));
      for (int i = 0; i < length / size; i++) {
        boolean isLast = i == length / size - 1;
        slices.add(new FileSlice(i, i * size, isLast ? length : (i + 1) * size, size));
      }
    }
    return slices;
  }

  boolean isHash() {
    return no == HASH;
  }

  /** What the task that hashes a sliced file found. */
  record Hashes(String fileId, String sha256, long[] checks) implements FileReading.Found {}

  /**
   * What was found in a slice.
   *
   * @param firstAt where its first record begins
   * @param endsAt where the first record behind it begins
   * @param lines lines read
   * @param check CRC-32C of its bytes
   */
  record Account(FileAccount account, int slice, long firstAt, long endsAt, long lines, long check)
      implements FileReading.Found {
    @Override
    public String fileId() {
      return account.fileId();
    }
  }

  /** A rejected record or value of a slice; its numbers count within the slice. */
  record Rejected(String fileId, int slice, Reject reject) implements Serializable {}

  /**
   * How many records and lines of the file stand before each slice.
   *
   * @param checks CRC-32C of each slice
   */
  record Before(long[] records, long[] lines, long[] checks) implements Serializable {}
}
