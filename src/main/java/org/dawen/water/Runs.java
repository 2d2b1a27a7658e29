package org.dawen.water;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/** Stretches of a sorted list. */
final class Runs {
  private Runs() {}

  /** The list cut wherever a row does not belong to the one before it. */
  static <T> List<List<T>> of(List<T> sorted, BiPredicate<T, T> belongTogether) {
    List<List<T>> runs = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= sorted.size(); i++) {
      if (i == sorted.size() || !belongTogether.test(sorted.get(i - 1), sorted.get(i))) {
        runs.add(sorted.subList(from, i));
        from = i;
      }
    }
    return runs;
  }
}
