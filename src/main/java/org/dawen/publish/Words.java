package org.dawen.publish;

import java.util.LinkedHashMap;
import java.util.Map;

/** The codes of closed lists in the words of people: {@code publish/words.csv}. */
final class Words {
  private record Word(String zh, String en) {}

  private static final Map<String, Word> WORDS = read();

  private Words() {}

  private static Map<String, Word> read() {
    Map<String, Word> words = new LinkedHashMap<>();
    BriefPage.resource("/publish/words.csv")
        .lines()
        .skip(1)
        .filter(l -> !l.isBlank())
        .map(l -> l.split(",", 3))
        .forEach(w -> words.put(w[0], new Word(w[1], w[2])));
    return words;
  }

  static boolean has(String code) {
    return WORDS.containsKey(code);
  }

  /** The Chinese word, or the code if it has none. */
  static String zh(String code) {
    return WORDS.containsKey(code) ? WORDS.get(code).zh() : code;
  }

  /** The English word, or the code if it has none. */
  static String en(String code) {
    return WORDS.containsKey(code) ? WORDS.get(code).en() : code;
  }
}
