package org.dawen.lake;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many commits lie behind the last checkpoint of the tables committed by this process. */
final class LogLengths {
  /** Delta's own interval: a reader opens a dozen small files as quickly as one and some. */
  private static final int LONG = 10;

  private final Map<Table, Integer> commits = new ConcurrentHashMap<>();

  void set(Table table, int behindCheckpoint) {
    commits.put(table, behindCheckpoint);
  }

  void forget(Table table) {
    commits.remove(table);
  }

  /**
   * Of long logs the longest, the longest first and of equals by name: a tenth of all tables
   * committed, so that each has its turn and no night has more to do than another.
   */
  List<Table> longest() {
    int most = (commits.size() + LONG - 1) / LONG;
    return commits.entrySet().stream()
        .filter(e -> e.getValue() >= LONG)
        .sorted(
            Map.Entry.<Table, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(e -> e.getKey().name()))
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }
}
