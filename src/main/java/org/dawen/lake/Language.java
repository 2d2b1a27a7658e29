package org.dawen.lake;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A language that Dawen speaks to people. What it stores is the same in both. */
public enum Language {
  EN("", ", ", "  "),
  ZH("_zh_CN", "、", "");

  private static final String OPTION = "--lang";
  private static final String VARIABLE = "DAWEN_LANG";
  private static volatile Language current = EN;

  private final String ending;
  private final String comma;
  private final String gap;

  Language(String ending, String comma, String gap) {
    this.ending = ending;
    this.comma = comma;
    this.gap = gap;
  }

  /** The language of what is printed now; English until {@link #use} says otherwise. */
  public static Language current() {
    return current;
  }

  /** Sets the language of this process. */
  public static void use(Language language) {
    current = language;
  }

  /** By its name, or that of a locale: zh, zh_CN.UTF-8, en; null: any other. */
  public static Language named(String word) {
    String name = word.toLowerCase(Locale.ROOT);
    return name.startsWith("zh") ? ZH : name.startsWith("en") ? EN : null;
  }

  /**
   * The language asked for: by {@code --lang}, by {@code DAWEN_LANG}, by {@code lang:} of the file
   * of defaults, or by the locale of the terminal, where all that is not Chinese is English.
   *
   * @param arguments of the command line
   * @param ofFile null: not given there
   */
  public static Language wanted(
      List<String> arguments, Map<String, String> environment, String ofFile) {
    return Stream.of(option(arguments), environment.get(VARIABLE), ofFile)
        .filter(Objects::nonNull)
        .map(Language::named)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(() -> ofLocale(environment));
  }

  private static Language ofLocale(Map<String, String> environment) {
    return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
        .map(name -> environment.getOrDefault(name, ""))
        .filter(locale -> !locale.isEmpty())
        .findFirst()
        .map(Language::named)
        .orElse(EN);
  }

  private static String option(List<String> arguments) {
    String found = null;
    for (int i = 0; i < arguments.size(); i++) {
      String word = arguments.get(i);
      if (word.startsWith(OPTION + "=")) {
        found = word.substring(OPTION.length() + 1);
      } else if (word.equals(OPTION) && i + 1 < arguments.size()) {
        found = arguments.get(i + 1);
      }
    }
    return found;
  }

  /** What the name of a file in this language ends with. */
  String ending() {
    return ending;
  }

  /** Between the items of a list in a sentence. */
  String comma() {
    return comma;
  }

  /** Between two sentences. */
  String gap() {
    return gap;
  }

  /** A sentence of a declaration: grain, reason, period, source or warning. */
  public String of(String sentence) {
    return this == EN
        ? sentence
        : Objects.requireNonNullElse(ColumnDictionary.chineseText(sentence), sentence);
  }

  /** What the column means in the table. */
  public String meaning(Table table, Column column) {
    return this == EN
        ? column.meaning()
        : Objects.requireNonNullElse(
            ColumnDictionary.chineseMeaning(table.name(), column), column.meaning());
  }

  String either(String english, String chinese) {
    return this == EN ? english : chinese;
  }
}
