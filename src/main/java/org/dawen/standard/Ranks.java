package org.dawen.standard;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/** Ranks of numbers, smaller is better: equal ones share a rank and the next rank is left out. */
public final class Ranks {
  private final TreeMap<BigDecimal, Integer> ranks = new TreeMap<>();
  private final int ranked;

  private Ranks(List<BigDecimal> sorted) {
    for (int i = 0; i < sorted.size(); i++) {
      ranks.putIfAbsent(sorted.get(i), i + 1);
    }
    ranked = sorted.size();
  }

  /** Among numbers of which a null has no rank. */
  public static Ranks of(List<BigDecimal> numbers) {
    return new Ranks(numbers.stream().filter(Objects::nonNull).sorted().toList());
  }

  /** The rank of a number, 1 the best; null of null. */
  public Integer of(BigDecimal number) {
    return number == null ? null : ranks.get(number);
  }

  /** How many have a rank. */
  public int ranked() {
    return ranked;
  }

  /** The number of the next better rank; null: none is better. */
  public BigDecimal better(BigDecimal number) {
    return number == null ? null : ranks.lowerKey(number);
  }

  /** The number of the next worse rank; null: none is worse. */
  public BigDecimal worse(BigDecimal number) {
    return number == null ? null : ranks.higherKey(number);
  }

  /** All numbers better than one, the best first. */
  public Iterable<BigDecimal> betterThan(BigDecimal number) {
    return ranks.headMap(number).keySet();
  }
}
