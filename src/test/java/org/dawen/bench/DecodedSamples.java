package org.dawen.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.dawen.codec.gb17691.BinaryFrames;
import org.dawen.codec.gb17691.DataUnit;
import org.dawen.codec.gb17691.Signal;
import org.dawen.codec.gb17691.Vin;

/**
 * What a platform that stores decoded samples would hold of frames: Parquet with a row a second,
 * null where a signal is invalid. Peers summarise minutes from it; the decoding is not counted.
 */
final class DecodedSamples {
  private DecodedSamples() {}

  private static final StructType SAMPLE = sample();

  private static StructType sample() {
    StructType type =
        new StructType().add("vin", DataTypes.StringType).add("t", DataTypes.LongType);
    for (Signal s : Signal.values()) {
      type =
          type.add(
              s.name().toLowerCase(Locale.ROOT),
              s == Signal.ODOMETER ? DataTypes.LongType : DataTypes.IntegerType);
    }
    return type;
  }

  /** Decodes the binary files of a landing folder, unless it was done before. */
  static void write(SparkSession spark, Path landing, Path to) throws IOException {
    if (Files.exists(to.resolve("_SUCCESS"))) {
      return;
    }
    List<String> files;
    try (Stream<Path> walk = Files.walk(landing.resolve("obd"))) {
      files = walk.filter(Files::isRegularFile).map(Path::toString).sorted().toList();
    }
    spark
        .createDataFrame(
            JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(files, files.size())
                .mapPartitions(new Decode()),
            SAMPLE)
        .write()
        .mode("overwrite")
        .parquet(to.toString());
  }

  private static final class Decode implements FlatMapFunction<Iterator<String>, Row> {
    private static final long serialVersionUID = 1L;

    @Override
    public Iterator<Row> call(Iterator<String> files) throws IOException {
      String file = files.next();
      InputStream in = new BufferedInputStream(Files.newInputStream(Path.of(file)), 1 << 20);
      BinaryFrames frames = new BinaryFrames(in);
      DataUnit unit = new DataUnit();
      ArrayDeque<Row> ready = new ArrayDeque<>();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          try {
            while (ready.isEmpty() && frames.next()) {
              if (unit.read(frames.bytes(), frames.offset(), frames.length()) == null) {
                rows();
              }
            }
            return !ready.isEmpty();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }

        private void rows() {
          for (int i = 0; i < unit.blocks(); i++) {
            if (unit.type(i) == DataUnit.STREAM) {
              Object[] cells = new Object[SAMPLE.length()];
              cells[0] = Vin.text(frames.bytes(), frames.offset() + 3);
              cells[1] = unit.time(i);
              int at = 2;
              for (Signal s : Signal.values()) {
                long raw = s.raw(frames.bytes(), unit.body(i));
                cells[at++] =
                    raw == Signal.INVALID
                        ? null
                        : s == Signal.ODOMETER ? (Object) raw : (Object) (int) raw;
              }
              ready.add(RowFactory.create(Arrays.copyOf(cells, cells.length)));
            }
          }
        }

        @Override
        public Row next() {
          hasNext();
          return ready.remove();
        }
      };
    }
  }

  /** The same figures a minute, but for the runs of unchanged values, which DuckDB is spared. */
  static double summariseByDuckDb(Statement sql, Path decoded) throws SQLException {
    String each =
        Stream.of("speed", "rpm", "torque", "nox_up", "nox_down", "scr_in", "scr_out", "dpf")
            .map(s -> "count(%1$s), min(%1$s), max(%1$s), sum(%1$s)".formatted(s))
            .reduce((a, b) -> a + ", " + b)
            .orElseThrow();
    long start = System.nanoTime();
    sql.execute(
        """
          COPY (SELECT vin, t // 60 AS minute, bit_or(1::BIGINT << (t %% 60)) AS second_map,
              min(t), max(t), %s,
              count(*) FILTER (speed > 0), count(*) FILTER (speed > 5120),
              count(*) FILTER (rpm > 0), count(fuel), sum(fuel), sum(fuel::BIGINT * fuel),
              count(reagent), arg_min(reagent, t), arg_max(reagent, t), min(reagent), max(reagent),
              count(coolant), min(coolant), max(coolant),
              count(longitude), arg_min(longitude, t), arg_min(latitude, t),
              arg_max(longitude, t), arg_max(latitude, t),
              count(odometer), arg_min(odometer, t), arg_max(odometer, t),
              count(*) FILTER (scr_in > 15136),
              count(*) FILTER (scr_in > 15136
                AND (coalesce(nox_up, 0) < 4000 OR coalesce(nox_down, 0) < 4000)),
              count(*) FILTER (scr_in > 15136 AND nox_down IS NOT NULL),
              count(*) FILTER (scr_in > 15136 AND nox_down >= 14000),
              count(*) FILTER (scr_in BETWEEN 16736 AND 23136 AND nox_up > 4000
                AND nox_down IS NOT NULL),
              sum(nox_up - 4000) FILTER (scr_in BETWEEN 16736 AND 23136 AND nox_up > 4000
                AND nox_down IS NOT NULL),
              sum(nox_down - 4000) FILTER (scr_in BETWEEN 16736 AND 23136 AND nox_up > 4000
                AND nox_down IS NOT NULL),
              sum(abs(nox_up - nox_down)) FILTER (scr_in BETWEEN 16736 AND 23136
                AND nox_up > 4000 AND nox_down IS NOT NULL),
              count(*) FILTER (torque > 155),
              count(*) FILTER (torque > 155 AND scr_in < (coolant + 233) * 32),
              sum((nox_down - 4000)::BIGINT * (20 * air + 17 * fuel))
            FROM read_parquet('%s/*.parquet') GROUP BY ALL)
          TO '%s' (FORMAT parquet)
          """
            .formatted(each, decoded, decoded.resolveSibling("duck.parquet")));
    double seconds = (System.nanoTime() - start) / 1e9;
    try (ResultSet rows =
        sql.executeQuery(
            "SELECT count(*), sum(bit_count(second_map)) FROM '%s'"
                .formatted(decoded.resolveSibling("duck.parquet")))) {
      rows.next();
      System.err.printf(
          "DuckDB: %,d minutes of %,d samples, %.1f s%n",
          rows.getLong(1), rows.getLong(2), seconds);
    }
    return seconds;
  }
}
