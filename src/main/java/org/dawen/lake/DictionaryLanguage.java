package org.dawen.lake;

import java.util.Objects;

/** A language in which the tables are described. */
public enum DictionaryLanguage {
  EN,
  ZH;

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
