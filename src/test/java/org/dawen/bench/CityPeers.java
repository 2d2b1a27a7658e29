package org.dawen.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What other engines do of a city's night, from the Parquet files of the received tables. */
final class CityPeers {
  /** Answered from {@link DecodedSamples} and written as Parquet, unlike the questions. */
  static final String MINUTES = "minute summaries";

  private CityPeers() {}

  /** A question a peer answers with one row. */
  private static final Map<String, String> QUESTIONS =
      Map.of(
          "exceedances",
          """
          SELECT count(*) FROM (
            SELECT h.mn, h.f.factor_code, h.data_time, coalesce(h.f.zs_avg_value, h.f.avg_value) AS judged,
              l.limit_value
            FROM (
              SELECT mn, command_code, data_time, unnest(factors) AS f
              FROM read_parquet('LAKE/received/hj212/**/*.parquet')) h
            JOIN read_csv('LANDING/registry/outlets.csv') o ON o.mn = h.mn
            JOIN read_csv('LANDING/registry/limits.csv') l
              ON l.outlet_code = o.outlet_code AND l.pollutant_code = h.f.factor_code
            WHERE h.command_code = '2061' AND coalesce(h.f.data_flag, 'N') = 'N')
          WHERE judged > limit_value
          """,
          "air days",
          """
          SELECT count(*), sum(pm25), sum(o3) FROM (
            WITH h AS (
              SELECT *, count(o3_ug_m3) OVER w AS n8, sum(o3_ug_m3) OVER w AS s8
              FROM read_parquet('LAKE/received/air/**/*.parquet')
              WINDOW w AS (PARTITION BY station_code, data_day ORDER BY hour_start
                RANGE BETWEEN INTERVAL 7 HOURS PRECEDING AND CURRENT ROW))
            SELECT station_code, data_day, avg(so2_ug_m3), avg(no2_ug_m3), avg(co_mg_m3),
              avg(pm10_ug_m3), avg(pm2_5_ug_m3) AS pm25,
              max(s8 / n8) FILTER (hour(hour_start) >= 7 AND n8 >= 6) AS o3
            FROM h GROUP BY ALL)
          """,
          "treatment off",
          """
          WITH m AS MATERIALIZED (SELECT * FROM read_csv('LANDING/registry/meters.csv')),
            pairs AS MATERIALIZED (
              SELECT p.enterprise_code, p.meter_code, p.rated_kw, t.meter_code AS treating,
                t.rated_kw AS treating_kw
              FROM m p JOIN m t ON t.facility_code = p.depends_on_facility_code
              WHERE p.role = 'production'),
            sent AS MATERIALIZED (
              SELECT meter_code, interval_end, data_day, energy_kwh * 4 AS kw
              FROM read_parquet('LAKE/received/power/**/*.parquet')),
            running AS MATERIALIZED (
              SELECT p.*, s.interval_end, s.data_day
              FROM pairs p JOIN sent s ON s.meter_code = p.meter_code
              WHERE s.kw > 0.1 * p.rated_kw)
          SELECT count(*), sum(minutes) FROM (
            SELECT r.enterprise_code, r.data_day, count(*) * 15 AS minutes
            FROM running r
            JOIN sent s ON s.meter_code = r.treating AND s.interval_end = r.interval_end
            WHERE s.kw < 0.1 * r.treating_kw
            GROUP BY ALL)
          """);

  /** DuckDB with what a night has: two cores, 4 GB. */
  static Statement twoThreads(Connection duck) throws SQLException {
    Statement sql = duck.createStatement();
    sql.execute("SET threads = 2");
    sql.execute("SET memory_limit = '4GB'");
    sql.execute("SET preserve_insertion_order = false");
    return sql;
  }

  /** Seconds by question, the better of two. */
  static Map<String, Double> duckDb(Path at) throws SQLException {
    Map<String, Double> seconds = new LinkedHashMap<>();
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = twoThreads(duck)) {
      for (Map.Entry<String, String> question : QUESTIONS.entrySet()) {
        String text =
            question
                .getValue()
                .replace("LAKE", at.resolve("lake").toString())
                .replace("LANDING", at.resolve("landing").toString());
        for (int time = 0; time < 2; time++) {
          long start = System.nanoTime();
          try (ResultSet rows = sql.executeQuery(text)) {
            rows.next();
            System.err.printf("DuckDB, %s: %s%n", question.getKey(), rows.getString(1));
          }
          seconds.merge(question.getKey(), (System.nanoTime() - start) / 1e9, Math::min);
        }
      }
      for (int time = 0; time < 2; time++) {
        seconds.merge(
            MINUTES, DecodedSamples.summariseByDuckDb(sql, at.resolve("decoded")), Math::min);
      }
    }
    return seconds;
  }

  /**
   * Reads every finished table but the minutes and what was received of trucks and writes it again:
   * what a night writes besides, for a writer that judges nothing. Seconds, the better of two.
   */
  static double copyOtherTables(Path at) throws SQLException, IOException {
    List<Path> tables;
    try (Stream<Path> folders = Files.walk(at.resolve("lake"), 3)) {
      tables =
          folders
              .filter(f -> f.getFileName().toString().equals("_delta_log"))
              .map(Path::getParent)
              .filter(t -> !t.endsWith("diesel/vehicle_minute"))
              .filter(t -> !t.getFileName().toString().startsWith("obd_"))
              .sorted()
              .toList();
    }
    double best = Double.MAX_VALUE;
    Path copy = at.resolve("copy.parquet");
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = twoThreads(duck)) {
      for (int time = 0; time < 2; time++) {
        long start = System.nanoTime();
        for (Path table : tables) {
          if (hasParquet(table)) {
            sql.execute(
                "COPY (SELECT * FROM read_parquet('%s/**/*.parquet', union_by_name = true)) TO '%s'"
                        .formatted(table, copy)
                    + " (FORMAT parquet)");
          }
        }
        best = Math.min(best, (System.nanoTime() - start) / 1e9);
      }
    }
    Files.deleteIfExists(copy);
    return best;
  }

  private static boolean hasParquet(Path table) throws IOException {
    try (Stream<Path> files = Files.walk(table)) {
      return files.anyMatch(
          f -> f.toString().endsWith(".parquet") && !f.toString().contains("_delta_log"));
    }
  }

  /** As {@link #duckDb}; empty where the environment of the tests in Python is not set up. */
  static Map<String, Double> polars(Path home, Path at) throws IOException, InterruptedException {
    Map<String, Double> seconds = new LinkedHashMap<>();
    Path python;
    try (Stream<Path> files = Files.list(home.resolve("target"))) {
      python =
          files
              .filter(f -> f.getFileName().toString().startsWith("python-"))
              .map(f -> f.resolve("bin/python"))
              .filter(Files::exists)
              .findFirst()
              .orElse(null);
    }
    if (python == null) {
      System.err.println("Polars: no target/python-*; run src/test/python/run first.");
      return seconds;
    }
    ProcessBuilder command =
        new ProcessBuilder(
            python.toString(),
            home.resolve("src/test/python/city_peers.py").toString(),
            at.toString());
    command.environment().put("POLARS_MAX_THREADS", "2");
    Process process = command.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream()))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.split("\t");
        seconds.put(cells[0], Double.valueOf(cells[1]));
      }
    }
    if (process.waitFor() != 0) {
      throw new IllegalStateException("city_peers.py ended with " + process.exitValue());
    }
    return seconds;
  }
}
