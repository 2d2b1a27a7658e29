package org.dawen.source;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.dawen.lake.SharedSession;
import org.dawen.lake.Table;
import org.dawen.lake.TestRows;

/**
 * A case worked out by hand: {@code golden/<result>/<case>/} with {@code given-<name>.csv} and
 * {@code expected.csv}. A given file names only the columns that matter; others are null or have
 * the usual value of the caller. An expected file names the columns compared.
 */
public final class GoldenCase {
  private final String folder;

  public GoldenCase(String result, String name) {
    this.folder = "/golden/" + result + "/" + name + "/";
  }

  /** The rows of {@code given-<name>.csv}; none if the case has no such file. */
  public Dataset<Row> given(String name, Table table, Map<String, String> usual) {
    return rows(table, usual, lines("given-" + name + ".csv"));
  }

  /** Compares the columns named in {@code expected.csv}, in the order of its lines' texts. */
  public void expect(Table table, Dataset<Row> result) {
    List<Map<String, String>> expected = csv(lines("expected.csv"));
    assertThat(expected).as("expected rows of " + folder).isNotEmpty();
    List<String> names = List.copyOf(expected.get(0).keySet());
    Dataset<Row> declared = rows(table, Map.of(), lines("expected.csv")).select(columns(names));
    assertThat(texts(result.select(columns(names))))
        .as(folder)
        .containsExactlyInAnyOrderElementsOf(texts(declared));
  }

  /** The cells of {@code given-<name>.csv} by column; none if the case has no such file. */
  List<Map<String, String>> cells(String name) {
    return csv(lines("given-" + name + ".csv"));
  }

  /** As {@link #given(String, Table, Map)}, as records. */
  public <R extends Record> List<R> given(String name, Class<R> type, Map<String, String> usual) {
    return records(type, usual, lines("given-" + name + ".csv"));
  }

  /** As {@link #expect(Table, Dataset)}, of records. */
  public void expect(List<? extends Record> result) {
    List<Map<String, String>> expected = csv(lines("expected.csv"));
    assertThat(expected).as("expected rows of " + folder).isNotEmpty();
    assertThat(result.stream().map(r -> shown(TestRows.cells(r), expected.get(0).keySet())))
        .as(folder)
        .containsExactlyInAnyOrderElementsOf(
            expected.stream().map(cells -> shown(cells, cells.keySet())).toList());
  }

  private static Map<String, String> shown(Map<String, String> cells, Set<String> columns) {
    assertThat(cells).containsKeys(columns.toArray(String[]::new));
    Map<String, String> shown = new LinkedHashMap<>();
    columns.forEach(c -> shown.put(c, TestRows.canonical(cells.get(c))));
    return shown;
  }

  /** CSV lines, the first being headings, as records. Cells are trimmed; empty is null. */
  public static <R extends Record> List<R> records(
      Class<R> type, Map<String, String> usual, List<String> lines) {
    return TestRows.records(type, TestRows.withDefaults(csv(lines), usual));
  }

  /** CSV lines, the first being headings, as rows of a table. Cells are trimmed; empty is null. */
  public static Dataset<Row> rows(Table table, Map<String, String> usual, List<String> lines) {
    List<Row> rows = new ArrayList<>();
    StructType texts = new StructType();
    for (org.dawen.lake.Column c : table.columns()) {
      texts = texts.add(c.name(), DataTypes.StringType);
    }
    for (Map<String, String> line : csv(lines)) {
      assertThat(table.columns()).extracting(c -> c.name()).containsAll(line.keySet());
      rows.add(
          RowFactory.create(
              table.columns().stream()
                  .map(c -> line.containsKey(c.name()) ? line.get(c.name()) : usual.get(c.name()))
                  .toArray()));
    }
    Dataset<Row> asTexts = SharedSession.spark().createDataFrame(rows, texts);
    return asTexts.select(
        table.columns().stream()
            .map(c -> col(c.name()).cast(c.type()).as(c.name()))
            .toArray(Column[]::new));
  }

  static List<Map<String, String>> csv(List<String> lines) {
    List<Map<String, String>> rows = new ArrayList<>();
    if (lines.isEmpty()) {
      return rows;
    }
    String[] headings = lines.get(0).split(",");
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      assertThat(cells).as(line).hasSameSizeAs(headings);
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < headings.length; i++) {
        String cell = cells[i].trim();
        row.put(headings[i].trim(), cell.isEmpty() ? null : cell);
      }
      rows.add(row);
    }
    return rows;
  }

  private static Column[] columns(List<String> names) {
    return names.stream()
        .map(n -> functions.coalesce(col(n).cast("string"), functions.lit("-")).as(n))
        .toArray(Column[]::new);
  }

  private static List<String> texts(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(Row::toString).toList();
  }

  private List<String> lines(String file) {
    InputStream in = GoldenCase.class.getResourceAsStream(folder + file);
    if (in == null) {
      return List.of();
    }
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().filter(l -> !l.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
