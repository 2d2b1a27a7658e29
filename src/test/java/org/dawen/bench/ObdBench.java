package org.dawen.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
import org.dawen.intake.LandingIntake;
import org.dawen.intake.ObdTables;
import org.dawen.lake.Lake;
import org.dawen.lake.Sessions;
import org.dawen.run.Intake;
import org.dawen.run.Progress;
import org.dawen.run.Settings;

/**
 * Remote OBD of a generated city on two cores: frames on disk to {@code received.obd_minute}, the
 * night with rules and lists, a day screened again with another threshold, and the same minute
 * summaries by DuckDB from samples that were decoded into Parquet beforehand (not counted). All in
 * one run. Arguments: scratch folder (emptied), folder of a city that {@code ./dawen sample} wrote
 * with binary files, which of {@code intake night screen duck} (all of them by default). {@code
 * -Ddawen.cores=1} and {@code taskset -c 0} show what one core does.
 *
 * <pre>./dawen sample --vehicles 2000 --hours 6 --seed 11 --to DIR/city
 * ./mvnw -q test-compile dependency:build-classpath -Dmdep.outputFile=target/bench-classpath
 * java -Xmx4g … -cp target/classes:target/test-classes:$(cat target/bench-classpath) \
 *     org.dawen.bench.ObdBench DIR/bench DIR/city</pre>
 */
public final class ObdBench {
  private final SparkSession spark;
  private final Path folder;
  private final String landing;
  private final Settings settings = Settings.read(Path.of("jobs/nightly.yaml"));

  private ObdBench(SparkSession spark, Path folder, String landing) {
    this.spark = spark;
    this.folder = folder;
    this.landing = landing;
  }

  /** Runs everything and prints one line a step on standard output. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    List<String> steps =
        arguments.length > 2
            ? List.of(arguments).subList(2, arguments.length)
            : List.of("intake", "night", "screen", "duck");
    Path decoded = Path.of(arguments[1]).resolve("decoded");
    BenchNight.empty(folder);
    SparkSession spark =
        Sessions.embedded(
            Integer.getInteger("dawen.cores", 2), folder.resolve("scratch").toString());
    ObdBench bench =
        new ObdBench(spark, folder, Path.of(arguments[1]).resolve("landing").toString());
    double ours = 0;
    if (steps.contains("intake")) {
      ours = bench.intake("first");
      ours = Math.min(ours, bench.intake("second"));
    }
    if (steps.contains("night")) {
      bench.night("night", bench.settings);
    }
    if (steps.contains("screen")) {
      bench.night(
          "screening again",
          bench.settings.with(
              Map.of("diesel.nox_stuck_seconds", "900", "diesel.gps_frozen_seconds", "400")));
    }
    if (steps.contains("duck")) {
      if (!Files.exists(decoded)) {
        bench.decode(decoded);
      }
      double peer = Math.min(duckDb(decoded), duckDb(decoded));
      System.out.printf("ours from frames / DuckDB from decoded: %.2f%n", ours / peer);
    }
    spark.stop();
  }

  /** Frames on disk to received tables, ledger included; into a lake of its own. */
  private double intake(String what) {
    Lake lake = new Lake(spark, folder.resolve("intake-" + what).toString());
    LandingIntake intake = new LandingIntake(lake, landing, settings, "bench-" + what);
    ExecutorService workers = Executors.newFixedThreadPool(2);
    long start = System.nanoTime();
    Intake.Survey survey = intake.survey(Progress.SILENT);
    double read = (System.nanoTime() - start) / 1e9;
    survey.openLedger();
    survey.takeIn(workers);
    double written = (System.nanoTime() - start) / 1e9;
    survey.closeLedger();
    double all = (System.nanoTime() - start) / 1e9;
    workers.shutdown();
    long samples =
        Lake.all(
                lake.read(ObdTables.OBD_MINUTE)
                    .selectExpr("CAST(sum(bit_count(second_map)) AS BIGINT) AS n"))
            .get(0)
            .whole("n");
    System.out.printf(
        "%s intake: %,d samples; decoded %.1f s, written %.1f s, ledger closed %.1f s: %,.2f million"
            + " samples/s%n",
        what, samples, read, written, all, samples / written / 1e6);
    return written;
  }

  private void night(String what, Settings with) {
    Lake lake = new Lake(spark, folder.resolve("lake").toString());
    BenchNight.of(lake, landing, job -> job.startsWith("diesel."), with, what);
  }

  private static final StructType SAMPLE = sample();

  private static StructType sample() {
    StructType type =
        new StructType().add("vin", DataTypes.StringType).add("t", DataTypes.LongType);
    for (Signal s : Signal.values()) {
      type =
          type.add(
              s.name().toLowerCase(java.util.Locale.ROOT),
              s == Signal.ODOMETER ? DataTypes.LongType : DataTypes.IntegerType);
    }
    return type;
  }

  /** What a platform that stores decoded samples would hold: one row a second, null if invalid. */
  private void decode(Path to) throws IOException {
    List<String> files;
    try (Stream<Path> walk = Files.walk(Path.of(landing, "obd"))) {
      files = walk.filter(Files::isRegularFile).map(Path::toString).sorted().toList();
    }
    spark
        .createDataFrame(
            JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(files, files.size())
                .mapPartitions(new Decode()),
            SAMPLE)
        .write()
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

  /** The same figures a minute, but for the runs of unchanged values, which it is spared. */
  private static double duckDb(Path decoded) throws SQLException {
    String each =
        Stream.of("speed", "rpm", "torque", "nox_up", "nox_down", "scr_in", "scr_out", "dpf")
            .map(s -> "count(%1$s), min(%1$s), max(%1$s), sum(%1$s)".formatted(s))
            .reduce((a, b) -> a + ", " + b)
            .orElseThrow();
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = duck.createStatement()) {
      sql.execute("SET threads = 2");
      sql.execute("SET memory_limit = '4GB'");
      sql.execute("SET preserve_insertion_order = false");
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
        System.out.printf(
            "DuckDB: %,d minutes of %,d samples, %.1f s%n",
            rows.getLong(1), rows.getLong(2), seconds);
      }
      return seconds;
    }
  }
}
