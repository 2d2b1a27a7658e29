package org.dawen.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructType;

/**
 * Records for tests from CSV texts by the names of columns, and their cells as texts. An empty cell
 * is null.
 */
public final class TestRows {
  /** What every row of the registry has and few rules ask for. */
  private static final Map<String, String> SELDOM_TOLD =
      Map.of("name", "-", "file_id", "registry/given.csv", "record_no", "2");

  private TestRows() {}

  /** Lines of a CSV on the class path, keyed by heading; {@code .gz} is unpacked. */
  public static List<Map<String, String>> csv(String resource) {
    try (InputStream raw = TestRows.class.getResourceAsStream(resource);
        InputStream in = resource.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines(lines.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As {@link #csv}, of a text. Quotes only enclose commas. */
  public static List<Map<String, String>> lines(List<String> lines) {
    String[] headings = lines.get(0).split(",");
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
      assertThat(cells).as(line).hasSameSizeAs(headings);
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < headings.length; i++) {
        row.put(headings[i], cells[i].replace("\"", ""));
      }
      rows.add(row);
    }
    return rows;
  }

  /** The rows, with a value of their own or this one; a cell that is given but empty is null. */
  public static List<Map<String, String>> withDefaults(
      List<Map<String, String>> rows, Map<String, String> defaults) {
    return rows.stream()
        .map(
            row -> {
              Map<String, String> whole = new LinkedHashMap<>(defaults);
              whole.putAll(row);
              return whole;
            })
        .toList();
  }

  /**
   * A value for each column that must be there, and no test asks for: days are this one, times its
   * beginning, words the first that is allowed.
   */
  public static Map<String, String> usual(Table table, String day) {
    Map<String, String> usual = new HashMap<>();
    for (Column column : table.columns()) {
      if (column.isRequired()) {
        usual.put(
            column.name(),
            !column.allowed().isEmpty()
                ? column.allowed().get(0)
                : switch (column.type().typeName()) {
                  case "string" -> "x";
                  case "boolean" -> "false";
                  case "date" -> day;
                  case "timestamp_ntz", "timestamp" -> day + " 00:00:00";
                  default -> "0";
                });
      }
    }
    return usual;
  }

  /** 0 for each number and false for each truth that must be there: what a test does not tell. */
  public static Map<String, String> zeros(Class<? extends Record> type) {
    Map<String, String> zeros = new HashMap<>();
    for (Column column : RecordForm.of(type).columns()) {
      String kind = column.type().typeName();
      if (column.isRequired() && !List.of("string", "date", "timestamp_ntz").contains(kind)) {
        zeros.put(column.name(), kind.equals("boolean") ? "false" : "0");
      }
    }
    return zeros;
  }

  /** A record of each line of a CSV text. */
  public static <R extends Record> List<R> records(Class<R> type, String... lines) {
    return records(type, lines(List.of(lines)));
  }

  /**
   * Records from cells by name of column. What is not given is null, or an error where the record
   * requires it; other columns than those of the record are allowed.
   */
  public static <R extends Record> List<R> records(Class<R> type, List<Map<String, String>> rows) {
    return rows.stream().map(row -> record(type, row)).toList();
  }

  private static <R extends Record> R record(Class<R> type, Map<String, String> row) {
    List<Column> columns = RecordForm.of(type).columns();
    Cells cells = new Cells(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      String text = row.get(columns.get(i).name());
      if (text == null && type.getPackageName().equals("org.dawen.registry")) {
        text = SELDOM_TOLD.get(columns.get(i).name());
      }
      if (text != null && !text.isEmpty()) {
        set(cells, i, columns.get(i), text);
      } else if (columns.get(i).isRequired()) {
        throw new IllegalArgumentException(
            "%s of %s is required, but not in %s"
                .formatted(columns.get(i), type.getSimpleName(), row));
      }
    }
    return RecordForm.of(type).take(cells);
  }

  private static void set(Cells cells, int place, Column column, String text) {
    if (!column.allowed().isEmpty()) {
      assertThat(column.allowed()).as(column.name()).contains(text);
    }
    if (column.type() instanceof DecimalType decimal) {
      BigDecimal number = new BigDecimal(text).setScale(decimal.scale());
      if (decimal.precision() > 18) {
        cells.wide(place, number);
      } else {
        cells.number(place, number.unscaledValue().longValueExact());
      }
      return;
    }
    switch (column.type().typeName()) {
      case "string" -> cells.text(place, text);
      case "integer" -> cells.number(place, Integer.parseInt(text));
      case "long" -> cells.number(place, Long.parseLong(text));
      case "boolean" -> cells.number(place, truth(text));
      case "date" -> cells.number(place, LocalDate.parse(text).toEpochDay());
      case "timestamp_ntz" ->
          cells.number(
              place, micros(LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC)));
      case "timestamp" -> cells.number(place, micros(Instant.parse(text)));
      default -> throw new IllegalArgumentException("no test writes " + column.type().sql());
    }
  }

  private static long truth(String text) {
    assertThat(text).isIn("true", "false");
    return text.equals("true") ? 1 : 0;
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  /** The cells of a record by name of column, as texts; null is null. */
  @SuppressWarnings("unchecked")
  public static Map<String, String> cells(Record row) {
    RecordForm<Record> form = (RecordForm<Record>) RecordForm.of(row.getClass());
    Cells cells = new Cells(form.columns().size());
    form.give(row, cells);
    Map<String, String> texts = new LinkedHashMap<>();
    for (int i = 0; i < form.columns().size(); i++) {
      texts.put(
          form.columns().get(i).name(),
          cells.isMissing(i) ? null : text(cells, i, form.columns().get(i)));
    }
    return texts;
  }

  /** As {@link #cells}, of each record of its list, with what the row says beside it. */
  @SuppressWarnings("unchecked")
  public static List<Map<String, String>> listed(Record row) {
    RecordForm<Record> form = (RecordForm<Record>) RecordForm.of(row.getClass());
    Cells cells = new Cells(form.columns().size());
    form.give(row, cells);
    List<Map<String, String>> records = new ArrayList<>();
    for (int i = 0; i < form.columns().size(); i++) {
      List<Column> fields = form.columns().get(i).fields();
      for (int r = 0; !fields.isEmpty() && r < cells.list(i).size(); r++) {
        Map<String, String> record = cells(row);
        Cells of = cells.list(i).get(r);
        for (int f = 0; f < fields.size(); f++) {
          record.put(fields.get(f).name(), of.isMissing(f) ? null : text(of, f, fields.get(f)));
        }
        records.add(record);
      }
    }
    return records;
  }

  private static String text(Cells cells, int place, Column column) {
    if (column.type() instanceof DecimalType decimal) {
      return decimal.precision() > 18
          ? new BigDecimal(new BigInteger(cells.bytes(place).getBytes()), decimal.scale())
              .toPlainString()
          : BigDecimal.valueOf(cells.number(place), decimal.scale()).toPlainString();
    }
    return switch (column.type().typeName()) {
      case "string" -> cells.text(place);
      case "boolean" -> String.valueOf(cells.number(place) != 0);
      case "date" -> cells.day(place).toString();
      case "timestamp_ntz" ->
          LocalDateTime.ofInstant(instant(cells.number(place)), ZoneOffset.UTC).toString();
      case "timestamp" -> instant(cells.number(place)).toString();
      default -> String.valueOf(cells.number(place));
    };
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  /** Compares the columns that expected.csv names, all rows, in the order of the key. */
  public static <R extends Record> void assertExpected(
      Class<R> type, List<R> computed, String folder) {
    List<Map<String, String>> expected = csv(folder + "expected.csv");
    List<String> columns = List.copyOf(expected.get(0).keySet());
    assertThat(Table.of(type).columns()).extracting(Column::name).containsAll(columns);
    List<List<String>> found =
        computed.stream()
            .sorted(inOrderOfKey(type))
            .map(TestRows::cells)
            .map(cells -> columns.stream().map(c -> canonical(cells.get(c))).toList())
            .toList();
    assertThat(found)
        .as("%s of %s", columns, folder)
        .containsExactlyElementsOf(
            expected.stream()
                .map(row -> columns.stream().map(c -> canonical(row.get(c))).toList())
                .toList());
  }

  private static <R extends Record> Comparator<R> inOrderOfKey(Class<R> type) {
    Comparator<R> order = Comparator.comparing(r -> 0);
    for (Column column : Table.of(type).key()) {
      order =
          order.thenComparing(
              r -> cells(r).get(column.name()),
              Comparator.nullsFirst(
                  List.of("integer", "long").contains(column.type().typeName())
                      ? Comparator.comparingLong(Long::parseLong)
                      : Comparator.comparing(
                          text -> text.getBytes(StandardCharsets.UTF_8),
                          java.util.Arrays::compareUnsigned)));
    }
    return order;
  }

  /** One way to write a number or a time; empty for null. */
  public static String canonical(String text) {
    if (text == null || text.isEmpty()) {
      return "";
    }
    if (text.matches("-?\\d+(\\.\\d+)?")) {
      return new BigDecimal(text).stripTrailingZeros().toPlainString();
    }
    return text.matches("\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:00)?")
        ? text.substring(0, 16).replace('T', ' ')
        : text;
  }

  /** Rows of a table that is not declared by a record, for {@link Lake#append}. */
  public static Dataset<Row> dataset(
      SparkSession spark, Table table, List<Map<String, String>> rows) {
    List<String> given = rows.isEmpty() ? List.of() : List.copyOf(rows.get(0).keySet());
    StructType texts = new StructType();
    for (String name : given) {
      texts = texts.add(name, DataTypes.StringType);
    }
    Dataset<Row> single =
        spark
            .createDataFrame(
                rows.stream()
                    .map(
                        row ->
                            RowFactory.create(
                                given.stream()
                                    .map(name -> row.get(name).isEmpty() ? null : row.get(name))
                                    .toArray()))
                    .toList(),
                texts)
            .select(
                table.columns().stream()
                    .map(c -> given(c, given))
                    .toArray(org.apache.spark.sql.Column[]::new));
    List<String> lists =
        table.columns().stream().filter(c -> !c.fields().isEmpty()).map(Column::name).toList();
    return lists.isEmpty() ? single : together(single, lists.get(0));
  }

  /** Rows that agree in everything else are the records of one list, in order of their values. */
  private static Dataset<Row> together(Dataset<Row> single, String list) {
    org.apache.spark.sql.Column[] others =
        Arrays.stream(single.columns())
            .filter(c -> !c.equals(list))
            .map(functions::col)
            .toArray(org.apache.spark.sql.Column[]::new);
    return single
        .groupBy(others)
        .agg(
            functions
                .sort_array(functions.flatten(functions.collect_list(functions.col(list))))
                .as(list))
        .selectExpr(single.columns());
  }

  /** A list is of one record, whose columns are given as those of the row. */
  private static org.apache.spark.sql.Column given(Column column, List<String> names) {
    org.apache.spark.sql.Column value =
        !column.fields().isEmpty()
            ? functions.array(
                functions.struct(
                    column.fields().stream()
                        .map(f -> given(f, names))
                        .toArray(org.apache.spark.sql.Column[]::new)))
            : names.contains(column.name()) ? functions.col(column.name()) : functions.lit(null);
    return value.cast(column.type()).as(column.name());
  }
}
