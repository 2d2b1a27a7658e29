package org.dawen.air;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.monotonically_increasing_id;

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
import java.util.zip.GZIPInputStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.dawen.intake.ReceivedTables;
import org.dawen.lake.SharedSession;
import org.dawen.lake.Table;
import org.dawen.registry.RegistryTables;

/** Rows for the tests of this room: CSV texts and recordings as declared tables. */
final class AirSamples {
  private static final String NO_ORDER = "00000000000000#000000";

  /** Caps no ordinary value reaches. */
  static final InstrumentCaps CAPS =
      new InstrumentCaps(
          new ArrayList<>(
              java.util.stream.Stream.of("500", "500", "10", "1071", "999", "999")
                  .map(java.math.BigDecimal::new)
                  .toList()));

  private AirSamples() {}

  /** Rows of {@code air.station_hour} without any dust. */
  static Dataset<Row> stationHours(
      Dataset<Row> received, Dataset<Row> stations, RulesAsOf rulesAsOf) {
    return StationHourRules.stationHours(
        received, stations, rows(RegistryTables.DUST_HOUR), CAPS, rulesAsOf);
  }

  /** Rows of a declared table from a CSV text; columns not given are null. */
  static Dataset<Row> rows(Table table, String... lines) {
    return table(table, lines.length == 0 ? List.of() : rows(List.of(lines)));
  }

  /** Rows of a declared table from cells by column name; columns not given are null. */
  static Dataset<Row> table(Table table, List<Map<String, String>> rows) {
    return rows.isEmpty()
        ? SharedSession.spark().createDataFrame(List.<Row>of(), table.rowSchema())
        : declared(table, textRows(rows));
  }

  /** Lines of a CSV on the class path, keyed by heading; {@code .gz} is unpacked. */
  static List<Map<String, String>> csv(String resource) {
    try (InputStream raw = AirSamples.class.getResourceAsStream(resource);
        InputStream in = resource.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return rows(lines.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As {@link #csv}, of a text. Quotes only enclose commas. */
  static List<Map<String, String>> rows(List<String> lines) {
    String[] headings = lines.get(0).split(",");
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < headings.length; i++) {
        row.put(headings[i], cells[i].replace("\"", ""));
      }
      rows.add(row);
    }
    return rows;
  }

  /** Rows of {@code received.air} as intake would make them from a file in the landing format. */
  static Dataset<Row> landed(String resource) {
    return received(csv(resource));
  }

  /**
   * Rows of {@code received.air} from cells by column name. The hour comes from {@code hour_start}
   * or {@code hour_end}; what is not given is null or a harmless default.
   */
  static Dataset<Row> received(List<Map<String, String>> rows) {
    Dataset<Row> text = textRows(rows);
    List<String> given = List.of(text.columns());
    Column start =
        given.contains("hour_start")
            ? col("hour_start").cast("timestamp_ntz")
            : expr("cast(hour_end as timestamp_ntz) - interval 1 hour");
    Dataset<Row> timed =
        text.withColumn("hour_start", start)
            .withColumn("data_day", col("hour_start").cast("date"))
            .withColumn("file_order", orDefault(given, "file_order", lit(NO_ORDER)))
            .withColumn("file_id", orDefault(given, "file_id", lit("air/test.csv")))
            .withColumn(
                "record_no", orDefault(given, "record_no", monotonically_increasing_id().plus(2)));
    return declared(ReceivedTables.AIR, timed);
  }

  /** Rows of {@code received.air} from a CSV text. */
  static Dataset<Row> received(String... lines) {
    return received(rows(List.of(lines)));
  }

  /** Rows of {@code registry.station} from cells by column name. */
  static Dataset<Row> stations(List<Map<String, String>> rows) {
    Dataset<Row> text = textRows(rows);
    return declared(
        RegistryTables.STATION,
        text.withColumn("file_id", lit("registry/stations.csv")).withColumn("record_no", lit("2")));
  }

  /** Rows of {@code registry.station} from a CSV text. */
  static Dataset<Row> stations(String... lines) {
    return stations(rows(List.of(lines)));
  }

  static Dataset<Row> noStations() {
    return SharedSession.spark()
        .createDataFrame(List.<Row>of(), RegistryTables.STATION.rowSchema());
  }

  private static Column orDefault(List<String> given, String name, Column value) {
    return given.contains(name) ? coalesce(col(name), value.cast("string")) : value;
  }

  /** Empty cells are null. */
  private static Dataset<Row> textRows(List<Map<String, String>> rows) {
    StructType type = new StructType();
    for (String name : rows.get(0).keySet()) {
      type = type.add(name, DataTypes.StringType);
    }
    return SharedSession.spark()
        .createDataFrame(
            rows.stream()
                .map(
                    r ->
                        RowFactory.create(
                            r.values().stream().map(v -> v.isEmpty() ? null : v).toArray()))
                .toList(),
            type);
  }

  private static Dataset<Row> declared(Table table, Dataset<Row> rows) {
    List<String> given = List.of(rows.columns());
    return rows.select(
        table.columns().stream()
            .map(c -> (given.contains(c.name()) ? c.col() : lit(null)).cast(c.type()).as(c.name()))
            .toArray(Column[]::new));
  }
}
