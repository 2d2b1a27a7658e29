package org.dawen.lake;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Words that somebody may have meant. */
public final class Alike {
  private static final int MOST = 3;
  private static final double LEAST_LIKENESS = 0.85;

  private Alike() {}

  /** {@code " Did you mean a or b?"}, after two blanks; empty if no word is like the given one. */
  public static String question(String given, Collection<String> words) {
    List<String> near = of(given, words);
    return near.isEmpty() ? "" : "  Did you mean %s?".formatted(String.join(" or ", near));
  }

  /** Words that begin as the given one, or differ from it by a slip or two; best first. */
  static List<String> of(String given, Collection<String> words) {
    String lower = given.toLowerCase(Locale.ROOT);
    return words.stream()
        .filter(w -> likeness(lower, w) >= LEAST_LIKENESS)
        .sorted(Comparator.comparingDouble((String w) -> likeness(lower, w)).reversed())
        .limit(MOST)
        .toList();
  }

  /** The sentence about a name that no table has, with those that may have been meant. */
  public static Trouble noTable(String name, List<Table> declared) {
    String shortName = name.substring(name.lastIndexOf('.') + 1);
    String question =
        declared.stream()
            .filter(t -> t.shortName().equalsIgnoreCase(shortName))
            .findFirst()
            .map(t -> "  Did you mean %s?".formatted(t))
            .orElseGet(() -> question(name, declared.stream().map(Table::name).toList()));
    return Trouble.usage(
        "There is no table '%s' in the lake.%s".formatted(name, question),
        "'./dawen tables' lists all of them.");
  }

  private static double likeness(String lower, String word) {
    String other = word.toLowerCase(Locale.ROOT);
    return other.startsWith(lower) && !lower.isEmpty()
        ? 1
        : new JaroWinklerSimilarity().apply(lower, other);
  }
}
