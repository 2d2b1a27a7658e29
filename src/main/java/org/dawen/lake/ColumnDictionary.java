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
 * means something else. The unit is empty for texts, times and truths.
 */
final class ColumnDictionary {
  private static final String FILE = "tables/columns.csv";
  private static final List<String> HEADINGS =
      List.of("column", "table", "unit", "meaning", "chinese");

  private static final Map<String, Entry> ENTRIES = read();

  private record Entry(String unit, String meaning, String chinese) {}

  private ColumnDictionary() {}

  /** The column with unit, meaning and Chinese term, as it is in this table. */
  static Column explain(String table, Column column) {
    Entry entry =
        ENTRIES.getOrDefault(place(column.name(), table), ENTRIES.get(place(column.name(), "")));
    if (entry == null) {
      throw new IllegalStateException(
          "%s does not say what %s of %s means. Add a row.".formatted(FILE, column, table));
    }
    return column.unit(entry.unit()).says(entry.meaning(), entry.chinese());
  }

  private static String place(String column, String table) {
    return table.isEmpty() ? column : table + "." + column;
  }

  private static Map<String, Entry> read() {
    CsvParserSettings settings = new CsvParserSettings();
    settings.setEmptyValue("");
    settings.setNullValue("");
    settings.setMaxCharsPerColumn(10_000);
    Map<String, Entry> entries = new HashMap<>();
    try (InputStream in = ColumnDictionary.class.getClassLoader().getResourceAsStream(FILE)) {
      List<String[]> rows = new CsvParser(settings).parseAll(in, StandardCharsets.UTF_8);
      if (!HEADINGS.equals(List.of(rows.get(0)))) {
        throw new IllegalStateException(FILE + " has not the headings " + HEADINGS);
      }
      for (String[] row : rows.subList(1, rows.size())) {
        if (entries.put(place(row[0], row[1]), new Entry(row[2], row[3], row[4])) != null) {
          throw new IllegalStateException(
              "%s explains %s twice".formatted(FILE, place(row[0], row[1])));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FILE, e);
    }
    return entries;
  }
}
