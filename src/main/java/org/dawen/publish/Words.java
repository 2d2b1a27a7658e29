package org.dawen.publish;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The codes of closed lists in the words of people: {@code publish/words.csv}. */
final class Words {
  private record Word(String zh, String en) {}

  private static final Map<String, Word> WORDS = read();

  /** Items of the air quality index, one or several. */
  private static final Pattern ITEMS =
      Pattern.compile("(PM2\\.5|PM10|SO2|NO2|O3)(, ?(PM2\\.5|PM10|SO2|NO2|O3|CO))*");

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

  /** Chinese and English by code, in the order of the file. */
  static Map<String, java.util.List<String>> all() {
    Map<String, java.util.List<String>> all = new LinkedHashMap<>();
    WORDS.forEach((code, word) -> all.put(code, java.util.List.of(word.zh(), word.en())));
    return all;
  }

  static boolean has(String code) {
    return WORDS.containsKey(code) || ITEMS.matcher(code).matches();
  }

  /** The number with the English noun, or verb, that agrees with it: "1 class", "3 classes". */
  static String count(long number, String one, String more) {
    return number + " " + (number == 1 ? one : more);
  }

  /** The Chinese word, or the code if it has none. */
  static String zh(String code) {
    return WORDS.containsKey(code) ? WORDS.get(code).zh() : written(code);
  }

  /** The English word, or the code if it has none. */
  static String en(String code) {
    return WORDS.containsKey(code) ? WORDS.get(code).en() : written(code);
  }

  /** Items with their subscripts; any other text as it is. */
  private static String written(String text) {
    return ITEMS.matcher(text).matches()
        ? text.replace("PM2.5", "PM₂.₅")
            .replace("PM10", "PM₁₀")
            .replace("O2", "O₂")
            .replace("O3", "O₃")
        : text;
  }
}
