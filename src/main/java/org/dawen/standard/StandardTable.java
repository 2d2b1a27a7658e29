package org.dawen.standard;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A table of standards, read whole from {@code standards/} on the class path. UTF-8, first line
 * headings.
 */
public final class StandardTable {

  private static final String FOLDER = "/standards/";

  private final String file;
  private final List<StandardRow> rows;

  private StandardTable(String file, List<StandardRow> rows) {
    this.file = file;
    this.rows = List.copyOf(rows);
  }

  /**
   * Reads a table.
   *
   * @param file name without folder, as in {@code air_limits.csv}
   * @throws StandardTableException if it is missing, not UTF-8, or a row does not fit the headings
   */
  public static StandardTable read(String file) {
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(file))).toString();
      return parse(file, text);
    } catch (CharacterCodingException e) {
      throw new StandardTableException(file + " is not UTF-8. Save it as UTF-8.", e);
    }
  }

  /**
   * What the rows of a table say, in the order of the file; of rows with equal key fields at most
   * one holds on a day.
   *
   * @throws StandardTableException as {@link #read(String)}, or naming what a row lacks
   */
  static <T> List<T> read(String file, Function<StandardRow, T> meaning, String... keyColumns) {
    return read(file).requireDisjointPeriods(keyColumns).rows().stream().map(meaning).toList();
  }

  static StandardTable parse(String file, String text) {
    List<StandardCsv.Line> lines = StandardCsv.split(file, text);
    if (lines.isEmpty()) {
      throw new StandardTableException(file + " is empty. Its first line must be headings.");
    }
    Map<String, Integer> columns = columns(file, lines.get(0));
    List<StandardRow> rows = new ArrayList<>();
    for (StandardCsv.Line line : lines.subList(1, lines.size())) {
      if (line.fields().size() != columns.size()) {
        throw new StandardTableException(
            "%s line %d: %d fields under %d headings. Quote fields that contain a comma."
                .formatted(file, line.number(), line.fields().size(), columns.size()));
      }
      rows.add(new StandardRow(file, line.number(), columns, line.fields()));
    }
    return new StandardTable(file, rows);
  }

  private static Map<String, Integer> columns(String file, StandardCsv.Line headings) {
    Map<String, Integer> columns = new LinkedHashMap<>();
    for (String heading : headings.fields()) {
      if (heading.isBlank() || columns.putIfAbsent(heading, columns.size()) != null) {
        throw new StandardTableException(
            file + " line " + headings.number() + ": heading '" + heading + "' is empty or twice.");
      }
    }
    return columns;
  }

  /** All rows in the order of the file. */
  public List<StandardRow> rows() {
    return rows;
  }

  /**
   * Checks that no two rows with equal key fields hold on the same day.
   *
   * @return this table
   * @throws StandardTableException naming both lines
   */
  public StandardTable requireDisjointPeriods(String... keyColumns) {
    Map<List<String>, List<StandardRow>> byKey = new HashMap<>();
    for (StandardRow row : rows) {
      List<String> key = new ArrayList<>();
      for (String column : keyColumns) {
        key.add(row.optionalText(column));
      }
      List<StandardRow> earlier = byKey.computeIfAbsent(key, k -> new ArrayList<>());
      for (StandardRow other : earlier) {
        if (row.provision().overlaps(other.provision())) {
          throw new StandardTableException(
              row.where() + " and " + other.where() + " hold on the same day for " + key + ".");
        }
      }
      earlier.add(row);
    }
    return this;
  }

  private static byte[] bytes(String file) {
    try (InputStream in = StandardTable.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new StandardTableException(
            "There is no table standards/" + file + " on the class path. Check its name.");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new StandardTableException("standards/" + file + " cannot be read.", e);
    }
  }
}
