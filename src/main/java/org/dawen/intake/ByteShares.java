package org.dawen.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** Cuts a list of files into runs of about the same number of bytes, keeping their order. */
final class ByteShares {
  private ByteShares() {}

  /** At most {@code shares} lists; neighbours stay together, so that a share holds few days. */
  static <T> List<List<T>> split(List<T> files, ToLongFunction<T> bytes, int shares) {
    // A file costs something even when it is empty.
    long total = files.stream().mapToLong(bytes).map(b -> b + 4096).sum();
    long most = Math.max(1, (total + shares - 1) / shares);
    List<List<T>> split = new ArrayList<>();
    List<T> current = new ArrayList<>();
    long inCurrent = 0;
    for (T file : files) {
      long size = bytes.applyAsLong(file) + 4096;
      if (!current.isEmpty() && inCurrent + size / 2 > most && split.size() < shares - 1) {
        split.add(current);
        current = new ArrayList<>();
        inCurrent = 0;
      }
      current.add(file);
      inCurrent += size;
    }
    if (!current.isEmpty()) {
      split.add(current);
    }
    return split;
  }
}
