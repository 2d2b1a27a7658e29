package org.dawen.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;
import org.dawen.intake.ReceivedHj212;
import org.dawen.lake.Lake;
import org.dawen.lake.Sessions;
import org.dawen.lake.Table;
import org.dawen.run.NightReport;
import org.dawen.run.Settings;
import org.dawen.source.SourceTables;

/**
 * Packets on disk to {@code source.outlet_hour}, nothing else: takes in a landing folder of {@link
 * OutletMonth} and runs that one job, on two cores. Beside the clock it prints the CPU time of the
 * process, which other work on the machine does not lengthen.
 *
 * <p>Then the least that the two tables cost a writer that decodes nothing and judges nothing:
 * their finished rows read from Parquet and written again by DuckDB with two threads, the better of
 * two times.
 *
 * <p>Arguments: folder, number of outlets, days of January 2024, times (1). Each time begins with
 * an empty lake, the later ones in a JVM that is warm. {@code -Ddawen.cores=1} and {@code taskset
 * -c 0} show what one core does.
 */
public final class OutletMonthBench {
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

  private OutletMonthBench() {}

  /** Prints a line a step on standard error and the rate on standard output. */
  public static void main(String[] args) throws IOException, SQLException {
    Path folder = Path.of(args[0]).toAbsolutePath();
    Path landing = folder.resolve("landing");
    Path scratch = folder.resolve("scratch");
    int times = args.length > 3 ? Integer.parseInt(args[3]) : 1;
    Settings settings = Settings.shipped();
    BenchNight.empty(folder);
    OutletMonth.write(landing, Integer.parseInt(args[1]), FIRST, Integer.parseInt(args[2]), "");
    BenchNight.age(landing);
    SparkSession spark =
        Sessions.embedded(
            Integer.getInteger("dawen.cores", 2), scratch.resolve("spark").toString());
    for (int i = 1; i <= times; i++) {
      Path root = scratch.resolve("lake" + i);
      Lake lake = new Lake(spark, root.toString());
      BenchNight night =
          BenchNight.of(
              lake,
              landing.toString(),
              job -> job.equals("source.outlet_hour"),
              settings,
              "month " + i);
      long packets =
          night.report().lines().stream()
              .filter(l -> l.name().equals("intake hj212"))
              .mapToLong(NightReport.Line::rowsIn)
              .sum();
      System.out.printf(
          Locale.ROOT,
          "%,d packets in %.1f s, %,.0f packets/s; %.1f s of CPU time, %,.0f packets/s of two cores%n",
          packets,
          night.seconds(),
          packets / night.seconds(),
          night.cpuSeconds(),
          2 * packets / night.cpuSeconds());
      if (i == times) {
        Copy copy = Copy.byDuckDb(root);
        System.out.printf(
            Locale.ROOT,
            "DuckDB copies both tables in %.1f s, %,.0f packets/s; %.1f s of CPU time, %,.0f packets/s"
                + " of two cores; ours takes %.1f times as long, %.1f times the CPU time%n",
            copy.seconds,
            packets / copy.seconds,
            copy.cpuSeconds,
            2 * packets / copy.cpuSeconds,
            night.seconds() / copy.seconds,
            night.cpuSeconds() / copy.cpuSeconds);
      }
      BenchNight.empty(root);
    }
    spark.stop();
  }

  /** What it takes to read the finished tables and to write them again. */
  private record Copy(double seconds, double cpuSeconds) {
    static Copy byDuckDb(Path root) throws SQLException {
      Copy first = once(root);
      Copy second = once(root);
      return second.cpuSeconds < first.cpuSeconds ? second : first;
    }

    private static Copy once(Path root) throws SQLException {
      Stopwatch watch = new Stopwatch();
      try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
          Statement sql = CityPeers.twoThreads(duck)) {
        for (Table table : List.of(Table.of(ReceivedHj212.class), SourceTables.OUTLET_HOUR)) {
          sql.execute(
              "COPY (SELECT * FROM read_parquet('%s/**/*.parquet')) TO '%s' (FORMAT parquet)"
                  .formatted(
                      root.resolve(table.schemaName()).resolve(table.shortName()),
                      root.resolve("copy.parquet")));
        }
      }
      return new Copy(watch.seconds(), watch.cpuSeconds());
    }
  }
}
