package org.dawen.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.spark.sql.SparkSession;
import org.dawen.diesel.DieselTables;
import org.dawen.intake.LandingIntake;
import org.dawen.intake.ObdTables;
import org.dawen.lake.Given;
import org.dawen.lake.Lake;
import org.dawen.lake.Sessions;
import org.dawen.lake.Table;
import org.dawen.run.Intake;
import org.dawen.run.Progress;
import org.dawen.run.Settings;
import org.dawen.sample.SampleCity;

/**
 * Remote OBD of a generated city on two cores: frames on disk to {@code received.obd_hour} and to
 * {@code diesel.vehicle_minute}, the night with rules and lists, a day screened again with another
 * threshold, and the same minute summaries by DuckDB from samples that were decoded into Parquet
 * beforehand (not counted). All in one run. Arguments: folder (emptied), number of trucks, hours of
 * each, which of {@code intake minutes night screen duck} (all of them by default). {@code
 * -Ddawen.cores=1} and {@code taskset -c 0} show what one core does.
 */
public final class ObdBench {
  private final SparkSession spark;
  private final Path folder;
  private final String landing;
  private final Settings settings = Settings.shipped();

  private ObdBench(SparkSession spark, Path folder, String landing) {
    this.spark = spark;
    this.folder = folder;
    this.landing = landing;
  }

  /** Runs everything and prints one line a step on standard output. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]).toAbsolutePath();
    List<String> steps =
        arguments.length > 3
            ? List.of(arguments).subList(3, arguments.length)
            : List.of("intake", "minutes", "night", "screen", "duck");
    BenchNight.empty(folder);
    new SampleCity(
            Integer.parseInt(arguments[1]),
            1,
            CityDay.DAY,
            Double.parseDouble(arguments[2]),
            11,
            true,
            false)
        .write(folder);
    BenchNight.age(folder.resolve("landing"));
    SparkSession spark =
        Sessions.embedded(
            Integer.getInteger("dawen.cores", 2), folder.resolve("scratch").toString());
    ObdBench bench = new ObdBench(spark, folder, folder.resolve("landing").toString());
    double ours = 0;
    if (steps.contains("intake")) {
      ours = bench.intake("first");
      ours = Math.min(ours, bench.intake("second"));
    }
    if (steps.contains("minutes")) {
      bench.minutes("first");
      ours = bench.minutes("second");
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
      Path decoded = folder.resolve("decoded");
      DecodedSamples.write(spark, folder.resolve("landing"), decoded);
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
        Given.all(
                lake.read(ObdTables.OBD_HOUR).selectExpr("CAST(sum(second_count) AS BIGINT) AS n"))
            .get(0)
            .whole("n");
    System.out.printf(
        "%s intake: %,d samples; decoded %.1f s, written %.1f s, ledger closed %.1f s: %,.2f million"
            + " samples/s%n",
        what, samples, read, written, all, samples / written / 1e6);
    return written;
  }

  /** Frames on disk to the analysts' minutes; into a lake of its own. */
  private double minutes(String what) {
    Lake lake = new Lake(spark, folder.resolve("minutes-" + what).toString());
    Table minutes = DieselTables.VEHICLE_MINUTE;
    BenchNight night =
        BenchNight.of(
            lake,
            landing,
            job -> job.equals("received.obd_overlap") || job.equals(minutes.name()),
            settings,
            "minutes " + what);
    long samples =
        Given.all(lake.read(minutes).selectExpr("CAST(sum(bit_count(second_map)) AS BIGINT) AS n"))
            .get(0)
            .whole("n");
    System.out.printf(
        "%s, frames to %s: %,d samples; %,.2f million samples/s, %,.2f million a second of CPU time%n",
        what,
        minutes,
        samples,
        samples / night.seconds() / 1e6,
        samples / night.cpuSeconds() / 1e6);
    return night.seconds();
  }

  private void night(String what, Settings with) {
    Lake lake = new Lake(spark, folder.resolve("lake").toString());
    BenchNight.of(
        lake,
        landing,
        job -> job.startsWith("diesel.") || job.equals("received.obd_overlap"),
        with,
        what);
  }

  private static double duckDb(Path decoded) throws SQLException {
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = CityPeers.twoThreads(duck)) {
      return DecodedSamples.summariseByDuckDb(sql, decoded);
    }
  }
}
