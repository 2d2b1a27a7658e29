package org.dawen.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.dawen.lake.Lake;
import org.dawen.lake.Sessions;
import org.dawen.power.PowerTables;
import org.dawen.run.Settings;

/**
 * The electricity of a city of {@link MeterHistory} on two cores. Arguments: folder, number of
 * meters, number of days of history, then steps, each of which goes on where another process
 * stopped:
 *
 * <ul>
 *   <li>{@code write}: empties the folder, writes registry and files of the history
 *   <li>{@code history}: takes the history in and computes it
 *   <li>{@code night}: lands the next day as a CSV file and runs the night
 *   <li>{@code screen}: screens all days anew with another threshold
 *   <li>{@code duck}: DuckDB, two threads, the same rules on {@code power.meter_interval}
 * </ul>
 */
public final class MeterCityBench {
  private static final LocalDate FIRST = LocalDate.of(2024, 3, 1);

  private final Path folder;
  private final MeterHistory history;
  private final int days;
  private final Lake lake;
  private final Settings settings = Settings.shipped();

  private MeterCityBench(SparkSession spark, Path folder, int meters, int days) {
    this.folder = folder;
    this.history = new MeterHistory(folder.resolve("landing"), meters);
    this.days = days;
    this.lake = new Lake(spark, folder.resolve("lake").toString());
  }

  /** Runs the steps and prints one line each on standard output. */
  public static void main(String[] arguments) throws IOException, SQLException {
    Path folder = Path.of(arguments[0]).toAbsolutePath();
    List<String> steps = List.of(arguments).subList(3, arguments.length);
    if (steps.contains("write")) {
      BenchNight.empty(folder);
    }
    SparkSession spark = Sessions.embedded(2, folder.resolve("scratch").toString());
    MeterCityBench bench =
        new MeterCityBench(
            spark, folder, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    double ours = 0;
    for (String step : steps) {
      switch (step) {
        case "write" -> bench.write();
        case "history" -> bench.night("history", bench.settings);
        case "night" -> {
          bench.history.writeDay(FIRST.plusDays(bench.days));
          bench.night("night", bench.settings);
        }
        case "screen" ->
            ours =
                bench.night(
                    "screened anew",
                    bench.settings.with(Map.of("power.screening.treatment_off_minutes", "45")));
        case "duck" -> {
          double peer = bench.duckDb();
          if (ours > 0) {
            System.out.printf("ours / DuckDB: %.2f%n", ours / peer);
          }
        }
        default -> throw new IllegalArgumentException(step);
      }
    }
    spark.stop();
  }

  private void write() throws IOException {
    history.writeRegistry();
    for (int d = 0; d < days; d++) {
      history.writeDay(FIRST.plusDays(d));
    }
  }

  private double night(String what, Settings with) {
    double seconds =
        BenchNight.of(
                lake,
                folder.resolve("landing").toString(),
                job -> job.startsWith("power.") || job.startsWith("lead."),
                with,
                what)
            .seconds();
    for (String rule :
        lake
            .read(PowerTables.ANOMALY)
            .groupBy("rule")
            .count()
            .orderBy("rule")
            .collectAsList()
            .stream()
            .map(Row::toString)
            .toList()) {
      System.out.println("  ours " + rule);
    }
    return seconds;
  }

  /**
   * Days of meters, treatment off, under-load against 30 days, constant current, night energy,
   * implausible power and silence, on a grid of quarters that needs no cutting of intervals,
   * written as Parquet.
   */
  private double duckDb() throws SQLException, IOException {
    String files =
        Arrays.stream(lake.read(PowerTables.METER_INTERVAL).inputFiles())
            .map(f -> "'" + f.replaceFirst("^file:/+", "/") + "'")
            .collect(Collectors.joining(", ", "[", "]"));
    Path out = folder.resolve("duck");
    BenchNight.empty(out);
    String hours =
        java.util.stream.IntStream.range(0, 24)
            .mapToObj(
                h -> "sum(energy_kwh) FILTER (hour(interval_start) = %1$d) AS h%1$d".formatted(h))
            .collect(Collectors.joining(", "));
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = duck.createStatement()) {
      sql.execute("SET threads = 2");
      sql.execute("SET memory_limit = '4GB'");
      sql.execute("SET temp_directory = '%s'".formatted(out.resolve("spill")));
      sql.execute("SET preserve_insertion_order = false");
      long start = System.nanoTime();
      sql.execute(
          "CREATE VIEW i AS SELECT * FROM read_parquet(%s, hive_partitioning = false)"
              .formatted(files));
      sql.execute(
          """
          COPY (SELECT meter_code, data_day, any_value(enterprise_code), any_value(role), count(*),
              max(interval_end), sum(interval_minutes) / 14.4, sum(energy_kwh), %s
            FROM i GROUP BY meter_code, data_day)
          TO '%s/meter_day.parquet'\
          """
              .formatted(hours, out));
      sql.execute(
          """
          CREATE TABLE pair AS
          WITH r AS (SELECT DISTINCT meter_code, depends FROM (VALUES ('F1', 'T1'), ('F2', 'T2'))
              f(facility, depends) JOIN (SELECT DISTINCT meter_code, facility_code FROM i) m
              ON m.facility_code = f.facility)
          SELECT t.enterprise_code, t.facility_code AS unit, t.interval_end AS ts, t.data_day,
            p.mean_power_kw AS p, t.mean_power_kw AS t,
            p.mean_power_kw * 10 > p.rated_kw AS is_on, t.mean_power_kw * 20 < t.rated_kw AS is_off
          FROM i p JOIN r ON r.meter_code = p.meter_code
          JOIN i t ON t.enterprise_code = p.enterprise_code AND t.facility_code = r.depends
            AND t.interval_end = p.interval_end AND t.role = 'treatment'
          WHERE p.role = 'production'\
          """);
      sql.execute(
          """
          CREATE TABLE usual AS
          WITH d AS (SELECT enterprise_code, unit, data_day, sum(t) / sum(p) AS ratio
            FROM pair WHERE is_on AND NOT is_off GROUP BY ALL)
          SELECT enterprise_code, unit, data_day, quantile_cont(ratio, 0.5) OVER (
              PARTITION BY enterprise_code, unit ORDER BY data_day
              RANGE BETWEEN INTERVAL 30 DAYS PRECEDING AND INTERVAL 1 DAY PRECEDING) AS usual
          FROM d\
          """);
      sql.execute(
          """
          CREATE TABLE off AS
          WITH x AS (SELECT *, row_number() OVER w - sum(CASE WHEN is_on AND is_off THEN 1 ELSE 0 END)
              OVER w AS island FROM pair WINDOW w AS (PARTITION BY enterprise_code, unit ORDER BY ts))
          SELECT enterprise_code, unit, min(ts), max(ts), count(*) AS n
          FROM x WHERE is_on AND is_off GROUP BY enterprise_code, unit, island HAVING count(*) >= 3\
          """);
      sql.execute(
          """
          CREATE TABLE under AS
          WITH y AS (SELECT p.*, p.t < 0.5 * u.usual * p.p AND is_on AND NOT is_off AS is_under
              FROM pair p JOIN usual u USING (enterprise_code, unit, data_day)),
          x AS (SELECT *, row_number() OVER w - sum(CASE WHEN is_under THEN 1 ELSE 0 END) OVER w
              AS island FROM y WINDOW w AS (PARTITION BY enterprise_code, unit ORDER BY ts))
          SELECT enterprise_code, unit, min(ts), max(ts) FROM x WHERE is_under
          GROUP BY enterprise_code, unit, island HAVING count(*) >= 4\
          """);
      sql.execute(
          """
          CREATE TABLE constant AS
          WITH x AS (SELECT meter_code, interval_end, current_a, mean_power_kw * 10 > rated_kw AS is_on,
              row_number() OVER (PARTITION BY meter_code ORDER BY interval_end)
              - row_number() OVER (PARTITION BY meter_code, current_a ORDER BY interval_end) AS island
            FROM i WHERE current_a > 0)
          SELECT meter_code, current_a, min(interval_end), count(*) FROM x WHERE is_on
          GROUP BY meter_code, current_a, island HAVING count(*) >= 8\
          """);
      sql.execute(
          """
          CREATE TABLE silent AS
          SELECT * FROM (SELECT meter_code, interval_start,
              lag(interval_end) OVER (PARTITION BY meter_code ORDER BY interval_end) AS before FROM i)
          WHERE interval_start - before > INTERVAL 30 MINUTES\
          """);
      sql.execute(
          "CREATE TABLE implausible AS SELECT * FROM i WHERE mean_power_kw > 1.2 * rated_kw");
      double seconds = (System.nanoTime() - start) / 1e9;
      for (String table : List.of("off", "under", "constant", "silent", "implausible")) {
        try (ResultSet rows = sql.executeQuery("SELECT count(*) FROM " + table)) {
          rows.next();
          System.out.printf("  DuckDB %s: %,d%n", table, rows.getLong(1));
        }
      }
      System.out.printf("DuckDB: %.1f s%n", seconds);
      return seconds;
    }
  }
}
