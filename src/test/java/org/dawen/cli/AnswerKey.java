package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dawen.lake.Lake;
import org.dawen.lake.Query;
import org.dawen.lake.SharedSession;

/** What a table of the sample city must say, from a file {@code data-samples/answers….csv}. */
record AnswerKey(List<Map<String, String>> rows) {
  private static final Path SAMPLES =
      Path.of(System.getProperty("dawen.home", ".")).resolve("data-samples");

  /** Reads a key; an empty cell is null. */
  static AnswerKey read(String file) {
    return read(file, null);
  }

  /** Reads a key with what an empty cell is to be. */
  static AnswerKey read(String file, String emptyCell) {
    CsvParserSettings settings = new CsvParserSettings();
    settings.setHeaderExtractionEnabled(true);
    settings.setNullValue(emptyCell);
    List<Map<String, String>> rows = new ArrayList<>();
    new CsvParser(settings)
        .iterateRecords(SAMPLES.resolve(file).toFile(), StandardCharsets.UTF_8)
        .forEach(r -> rows.add(new TreeMap<>(r.toFieldMap())));
    return new AnswerKey(rows);
  }

  /** The rows of a kind, at least one; the kind is a regular expression. */
  List<Map<String, String>> of(String kind) {
    List<Map<String, String>> found =
        rows.stream().filter(a -> a.get("kind").matches(kind)).toList();
    assertThat(found).as("answers of kind " + kind).isNotEmpty();
    return found;
  }

  /** The rows of a kind as text, sorted. */
  List<String> expected(String kind, Function<Map<String, String>, String> text) {
    return of(kind).stream().map(text).sorted().toList();
  }

  /** Columns of the rows of a kind, joined by {@code |}, sorted. */
  List<String> expected(String kind, String... columns) {
    return expected(kind, a -> String.join("|", Stream.of(columns).map(a::get).toList()));
  }

  /** What the sample city answers, sorted. */
  static List<String> asked(String sql) {
    Lake lake = new Lake(SharedSession.spark(), SampleLake.folder().toString());
    return Ask.texts(new Query(lake, Catalogue.tables()), sql).stream().sorted().toList();
  }
}
