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

  /** {@code Did you mean a or b?}; an empty sentence if no word is like the given one. */
  public static Message question(String given, Collection<String> words) {
    List<String> near = of(given, words);
    return near.isEmpty() ? Message.sequence() : question(near);
  }

  private static Message question(List<String> near) {
    return switch (near.size()) {
      case 1 -> Message.of("alike.one", near.get(0));
      case 2 -> Message.of("alike.two", near.get(0), near.get(1));
      default -> Message.of("alike.three", near.get(0), near.get(1), near.get(2));
    };
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
    List<String> namesakes =
        declared.stream()
            .filter(t -> t.shortName().equalsIgnoreCase(shortName))
            .map(Table::name)
            .limit(1)
            .toList();
    Message question =
        namesakes.isEmpty()
            ? question(name, declared.stream().map(Table::name).toList())
            : question(namesakes);
    return Trouble.usage(
        Message.sequence(
            Message.of("alike.none", name), question, Message.of("alike.tables-lists")));
  }

  private static double likeness(String lower, String word) {
    String other = word.toLowerCase(Locale.ROOT);
    return other.startsWith(lower) && !lower.isEmpty()
        ? 1
        : new JaroWinklerSimilarity().apply(lower, other);
  }
}
