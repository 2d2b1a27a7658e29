package org.dawen.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dawen.lake.Column;
import org.dawen.lake.Table;
import org.dawen.run.Settings;

/**
 * DuckDB with two threads and 4 GB writes hours and days of stations as Dawen's tables have them,
 * every column and every cell, beside days and months of counties in a form of its own. It is
 * spared what {@link AirHistory} does not hold: revisions, hours nobody sent, stations nobody
 * registered, dust, items not monitored, other rules than those of HJ 633-2012; and order in files.
 */
final class AirPeer implements AutoCloseable {
  private static final int COMPARED_ROWS = 1000;

  private final Path out;
  private final AirPeerQueries queries;
  private final Connection duck;
  private final Statement sql;

  AirPeer(Path folder, Settings settings) throws IOException, SQLException {
    this.out = folder.resolve("duck");
    BenchNight.empty(out);
    this.queries = new AirPeerQueries(settings);
    this.duck = DriverManager.getConnection("jdbc:duckdb:");
    this.sql = CityPeers.twoThreads(duck);
    sql.execute("SET temp_directory = '%s'".formatted(out.resolve("spill")));
    for (String macro : queries.macros()) {
      sql.execute(macro);
    }
  }

  @Override
  public void close() throws SQLException {
    duck.close();
  }

  /** What all tables took. */
  record Took(double seconds, double cpuSeconds) {}

  /** Writes all tables from the files of {@code received.air} and the registry. */
  Took write(String[] received, Path registry) throws SQLException {
    Stopwatch all = new Stopwatch();
    sql.execute("CREATE VIEW received AS SELECT * FROM " + parquet(received));
    sql.execute(
        "CREATE TABLE station AS SELECT station_code, county_code FROM read_csv('%s')"
            .formatted(registry.resolve("stations.csv")));
    copy("station_hour", queries.hours());
    copy("station_day", queries.days());
    String stationDays = "'" + file("station_day") + "'";
    copy(
        "county_day",
        """
        SELECT county_code, data_day, avg(so2_ug_m3) AS so2, avg(no2_ug_m3) AS no2,
          avg(co_mg_m3) AS co, avg(pm10_ug_m3) AS pm10, avg(pm2_5_ug_m3) AS pm25,
          avg(o3_8h_ug_m3) AS o3
        FROM %s GROUP BY ALL
        """
            .formatted(stationDays));
    copy(
        "county_month",
        """
        SELECT county_code, date_trunc('month', data_day) AS month, avg(so2) AS so2,
          avg(no2) AS no2, avg(pm10) AS pm10, avg(pm25) AS pm25, quantile_cont(co, 0.95) AS co,
          quantile_cont(o3, 0.90) AS o3, count(*) AS days
        FROM '%s' GROUP BY ALL
        """
            .formatted(file("county_day")));
    return new Took(all.seconds(), all.cpuSeconds());
  }

  private void copy(String table, String query) throws SQLException {
    Stopwatch watch = new Stopwatch();
    sql.execute("COPY (%s) TO '%s' (FORMAT parquet)".formatted(query, file(table)));
    System.out.printf(
        Locale.ROOT,
        "DuckDB: %s, %,d rows, %.1f s, %.1f s of CPU time%n",
        table,
        number("SELECT count(*) FROM '%s'".formatted(file(table))),
        watch.seconds(),
        watch.cpuSeconds());
  }

  private Path file(String table) {
    return out.resolve(table + ".parquet");
  }

  private static String parquet(String... files) {
    return Arrays.stream(files)
        .map(f -> "'" + f.replaceFirst("^file:/+", "/") + "'")
        .collect(Collectors.joining(", ", "read_parquet([", "], hive_partitioning = false)"));
  }

  private long number(String query) throws SQLException {
    try (ResultSet rows = sql.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /**
   * Holds some thousand rows of a table of Dawen against the same rows of DuckDB's.
   *
   * @throws IllegalStateException if the tables have not as many rows, or a cell differs
   */
  void compare(Table table, String[] files) throws SQLException {
    String ours = parquet(files);
    String theirs = "'" + file(table.shortName()) + "'";
    long rows = number("SELECT count(*) FROM " + ours);
    long ofPeer = number("SELECT count(*) FROM " + theirs);
    if (rows != ofPeer || rows == 0) {
      throw new IllegalStateException(
          "%s has %,d rows, but DuckDB's has %,d.".formatted(table, rows, ofPeer));
    }
    String key =
        table.key().stream().map(Column::name).collect(Collectors.joining(", ", "hash(", ")"));
    String some = "%s %% %d = 0".formatted(key, Math.max(1, rows / COMPARED_ROWS));
    String columns = table.columns().stream().map(Column::name).collect(Collectors.joining(", "));
    String select = "(SELECT " + columns + " FROM ROWS WHERE " + some + ")";
    String differing =
        "SELECT * FROM ((%1$s EXCEPT ALL %2$s) UNION ALL (%2$s EXCEPT ALL %1$s)) ORDER BY ALL"
            .formatted(select.replace("ROWS", ours), select.replace("ROWS", theirs));
    StringBuilder said = new StringBuilder();
    try (ResultSet different = sql.executeQuery(differing + " LIMIT 6")) {
      while (different.next()) {
        for (int i = 1; i <= table.columns().size(); i++) {
          said.append(different.getString(i)).append(' ');
        }
        said.append('\n');
      }
    }
    if (!said.isEmpty()) {
      throw new IllegalStateException("%s differs from DuckDB's:\n%s".formatted(table, said));
    }
    System.out.printf(
        Locale.ROOT,
        "%s: %,d rows, of which %,d were compared with DuckDB's: every cell is equal%n",
        table,
        rows,
        number("SELECT count(*) FROM %s WHERE %s".formatted(ours, some)));
  }
}
