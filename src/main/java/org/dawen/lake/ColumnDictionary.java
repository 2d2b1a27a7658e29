package org.dawen.lake;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What columns mean: {@code tables/columns.csv}, a row a column, and a row a table in which it
 * means something else. The unit is empty for texts, times and truths. The same rows with the
 * meaning in Chinese are in {@code tables/meanings.zh-CN.csv}; the sentences of the tables, by
 * their English, in {@code tables/texts.zh-CN.csv}.
 */
final class ColumnDictionary {
  private static final String FILE = "tables/columns.csv";
  private static final Map<String, String[]> ENTRIES =
      read(FILE, 2, "column", "table", "unit", "meaning", "chinese");

  private ColumnDictionary() {}

  /** The column with unit, meaning and Chinese term, as it is in this table. */
  static Column explain(String table, Column column) {
    String[] entry = entry(ENTRIES, table, column);
    if (entry == null) {
      throw new IllegalStateException(
          "%s does not say what %s of %s means. Add a row.".formatted(FILE, column, table));
    }
    return column
        .unit(entry[2])
        .says(entry[3], entry[4])
        .fields(column.fields().stream().map(f -> explain(table, f)).toList());
  }

  /** The meaning of the column in Chinese; null: the dictionary has none. */
  static String chineseMeaning(String table, Column column) {
    String[] entry = entry(Chinese.MEANINGS, table, column);
    return entry == null ? null : entry[2];
  }

  /** A sentence of a table in Chinese; null: the dictionary has none. */
  static String chineseText(String english) {
    String[] entry = Chinese.TEXTS.get(english);
    return entry == null ? null : entry[1];
  }

  /** Read when they are asked for, which most commands do not. */
  private static final class Chinese {
    static final Map<String, String[]> MEANINGS =
        read("tables/meanings.zh-CN.csv", 2, "column", "table", "meaning");
    static final Map<String, String[]> TEXTS =
        read("tables/texts.zh-CN.csv", 1, "english", "chinese");
  }

  private static String[] entry(Map<String, String[]> entries, String table, Column column) {
    String name = column.name().substring(column.name().lastIndexOf('.') + 1);
    return entries.getOrDefault(place(name, table), entries.get(place(name, "")));
  }

  private static String place(String column, String table) {
    return table.isEmpty() ? column : table + "." + column;
  }

  private static Map<String, String[]> read(String file, int keys, String... headings) {
    CsvParserSettings settings = new CsvParserSettings();
    settings.setEmptyValue("");
    settings.setNullValue("");
    settings.setMaxCharsPerColumn(10_000);
    Map<String, String[]> entries = new HashMap<>();
    try (InputStream in = ColumnDictionary.class.getClassLoader().getResourceAsStream(file)) {
      List<String[]> rows = new CsvParser(settings).parseAll(in, StandardCharsets.UTF_8);
      if (!List.of(headings).equals(List.of(rows.get(0)))) {
        throw new IllegalStateException(file + " does not have the headings " + List.of(headings));
      }
      for (String[] row : rows.subList(1, rows.size())) {
        String key = keys == 1 ? row[0] : place(row[0], row[1]);
        if (entries.put(key, row) != null) {
          throw new IllegalStateException("%s explains %s twice".formatted(file, key));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
    return entries;
  }
}
