package org.dawen.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.dawen.intake.ReceivedAir;
import org.dawen.lake.DaySet;
import org.dawen.lake.Given;
import org.dawen.lake.Lake;
import org.dawen.lake.Sessions;
import org.dawen.lake.Table;
import org.dawen.run.Settings;

/**
 * A province's air stations over years: rebuilds every air table from {@code received.air}, runs
 * one more night on top of it, and lets DuckDB compute station days, O3 8 h, area days and monthly
 * statistics from the same Parquet, all in one run on two cores. Arguments: folder (emptied),
 * number of stations, number of years.
 *
 * <pre>./mvnw -q test-compile dependency:build-classpath -Dmdep.outputFile=target/bench-classpath
 * java … -cp target/classes:target/test-classes:$(cat target/bench-classpath) \
 *     org.dawen.bench.AirYearsBench /tmp/air-bench 600 3</pre>
 */
public final class AirYearsBench {
  private static final LocalDate FIRST = LocalDate.of(2021, 7, 16);
  private static final int COUNTIES = 136;
  private static final int CITIES = 16;

  private final Path folder;
  private final int stations;
  private final LocalDate last;
  private final Lake lake;
  private final Settings settings = Settings.read(Path.of("jobs/nightly.yaml"));

  private AirYearsBench(SparkSession spark, Path folder, int stations, int years) {
    this.folder = folder;
    this.stations = stations;
    this.last = FIRST.plusYears(years).minusDays(1);
    this.lake = new Lake(spark, folder.resolve("lake").toString());
  }

  /** Runs everything and prints one line a step on standard output. */
  public static void main(String[] arguments) throws IOException, SQLException {
    Path folder = Path.of(arguments[0]);
    BenchNight.empty(folder);
    SparkSession spark = Sessions.embedded(2, folder.resolve("scratch").toString());
    AirYearsBench bench =
        new AirYearsBench(
            spark, folder, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    bench.writeRegistry();
    bench.writeHistory();
    double rebuild = bench.night("rebuild");
    bench.writeNextDay();
    double night = bench.night("one more night");
    double peer = bench.duckDb();
    System.out.printf(
        "rebuild %.1f s, one more night %.1f s, DuckDB %.1f s, rebuild/DuckDB %.2f%n",
        rebuild, night, peer, rebuild / peer);
    spark.stop();
  }

  private void writeRegistry() throws IOException {
    StringBuilder ofStations =
        new StringBuilder(
            "station_code,name,county_code,township_code,city_code,is_evaluation,valid_from\n");
    for (int s = 0; s < stations; s++) {
      int county = s % COUNTIES;
      ofStations.append(
          "S%04d,s%d,C%03d,T%04d,X%02d,true,2020-01-01\n"
              .formatted(s, s, county, s, county % CITIES));
    }
    StringBuilder counties = new StringBuilder("county_code,name,city_code\n");
    for (int c = 0; c < Math.min(COUNTIES, stations); c++) {
      counties.append("C%03d,c%d,X%02d\n".formatted(c, c, c % CITIES));
    }
    StringBuilder targets = new StringBuilder("area_code,item,period,target_value\n");
    for (int x = 0; x < CITIES; x++) {
      targets.append("X%02d,PM2.5,year,40\n".formatted(x));
    }
    Path registry = Files.createDirectories(folder.resolve("landing/registry"));
    Files.writeString(registry.resolve("stations.csv"), ofStations);
    Files.writeString(registry.resolve("counties.csv"), counties);
    Files.writeString(registry.resolve("targets.csv"), targets);
  }

  /** Values with the shape of a year and a day, and one in fifty missing. */
  private Dataset<Row> hours(LocalDate from, LocalDate to) {
    long days = to.toEpochDay() - from.toEpochDay() + 1;
    Dataset<Row> hours =
        lake.spark()
            .range(0, days * 24 * stations, 1, 8)
            .select(
                expr("concat('S', lpad(cast(id %% %d AS string), 4, '0'))".formatted(stations))
                    .as("station_code"),
                expr("TIMESTAMP_NTZ'%s 00:00:00' + make_dt_interval(0, cast(id div %d AS int))"
                        .formatted(from, stations))
                    .as("hour_start"),
                col("id"));
    Column[] columns =
        Table.of(ReceivedAir.class).columns().stream()
            .map(
                c ->
                    switch (c.name()) {
                      case "station_code", "hour_start" -> c.col();
                      case "data_day" -> expr("cast(hour_start AS date) AS data_day");
                      case "so2_ug_m3" -> value(c, 1, 40);
                      case "no2_ug_m3" -> value(c, 2, 80);
                      case "co_mg_m3" -> value(c, 3, 2);
                      case "o3_ug_m3" -> value(c, 4, 180);
                      case "pm10_ug_m3" -> value(c, 5, 160);
                      case "pm2_5_ug_m3" -> value(c, 6, 90);
                      case "file_order" -> lit("20210101000000#000000").as(c.name());
                      case "file_id" -> lit("air/history.csv").as(c.name());
                      case "record_no" -> col("id").as(c.name());
                      default -> lit(null).cast(c.type()).as(c.name());
                    })
            .toArray(Column[]::new);
    return hours.select(columns);
  }

  private static Column value(org.dawen.lake.Column column, int seed, int most) {
    String hash = "pmod(xxhash64(id, %d), 1000)".formatted(seed);
    String number =
        "CASE WHEN %s < 20 THEN NULL ELSE %s * %d * (3 + cos(dayofyear(hour_start) / 58.1) + 0.5 *"
            + " sin(hour(hour_start) / 3.8)) / 4500.0 END";
    String rounded = column.name().equals("co_mg_m3") ? "1" : "0";
    return expr("round(" + number.formatted(hash, hash, most) + ", " + rounded + ")")
        .cast(column.type())
        .as(column.name());
  }

  private void writeHistory() {
    lake.append(
        Table.of(ReceivedAir.class),
        DaySet.between(FIRST, last),
        Given.rows(Table.of(ReceivedAir.class), hours(FIRST, last)),
        "bench");
    System.out.printf("station-hours: %d%n", lake.read(Table.of(ReceivedAir.class)).count());
  }

  private void writeNextDay() throws IOException {
    LocalDate day = last.plusDays(1);
    StringBuilder csv =
        new StringBuilder(
            "station_code,hour_end,so2_ug_m3,no2_ug_m3,co_mg_m3,o3_ug_m3,pm10_ug_m3,pm2_5_ug_m3\n");
    for (int s = 0; s < stations; s++) {
      for (int h = 1; h <= 24; h++) {
        int v = (s * 31 + h * 17) % 97;
        csv.append(
            "S%04d,%sT%02d:00,%d,%d,%d.%d,%d,%d,%d\n"
                .formatted(s, day, h, v / 4, v / 2, v / 90, v % 10, v, v + 20, v / 2 + 5));
      }
    }
    Path air = Files.createDirectories(folder.resolve("landing/air"));
    Files.writeString(air.resolve("air_next.csv"), csv);
  }

  private double night(String what) {
    String landing = folder.resolve("landing").toString();
    return BenchNight.of(lake, landing, job -> job.startsWith("air."), settings, what).seconds();
  }

  /** Station days with O3 8 h, county days and county months with percentiles, from the Parquet. */
  private double duckDb() throws SQLException {
    String files = folder.resolve("lake/received/air") + "/**/*.parquet";
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = duck.createStatement()) {
      sql.execute("SET threads = 2");
      sql.execute("SET memory_limit = '4GB'");
      long start = System.nanoTime();
      sql.execute(
          """
          CREATE TABLE station_day AS
          WITH h AS (
            SELECT station_code, data_day, hour(hour_start) AS h, so2_ug_m3, no2_ug_m3, co_mg_m3,
              o3_ug_m3, pm10_ug_m3, pm2_5_ug_m3,
              count(o3_ug_m3) OVER w AS n8, sum(o3_ug_m3) OVER w AS s8
            FROM read_parquet('FILES', hive_partitioning = false)
            WINDOW w AS (PARTITION BY station_code, data_day ORDER BY hour_start
              RANGE BETWEEN INTERVAL 7 HOURS PRECEDING AND CURRENT ROW))
          SELECT station_code, data_day,
            CASE WHEN count(so2_ug_m3) >= 20 THEN sum(so2_ug_m3) / count(so2_ug_m3) END AS so2,
            CASE WHEN count(no2_ug_m3) >= 20 THEN sum(no2_ug_m3) / count(no2_ug_m3) END AS no2,
            CASE WHEN count(co_mg_m3) >= 20 THEN sum(co_mg_m3) / count(co_mg_m3) END AS co,
            CASE WHEN count(pm10_ug_m3) >= 20 THEN sum(pm10_ug_m3) / count(pm10_ug_m3) END AS pm10,
            CASE WHEN count(pm2_5_ug_m3) >= 20 THEN sum(pm2_5_ug_m3) / count(pm2_5_ug_m3) END
              AS pm25,
            CASE WHEN count(*) FILTER (h >= 7 AND n8 >= 6) >= 14
              THEN max(s8 / n8) FILTER (h >= 7 AND n8 >= 6) END AS o3
          FROM h GROUP BY station_code, data_day
          """
              .replace("FILES", files));
      sql.execute(
          """
          CREATE TABLE county_day AS
          SELECT cast(substr(station_code, 2) AS int) % %d AS county, data_day, avg(so2) AS so2,
            avg(no2) AS no2, avg(co) AS co, avg(pm10) AS pm10, avg(pm25) AS pm25, avg(o3) AS o3
          FROM station_day GROUP BY ALL
          """
              .replace("%d", String.valueOf(COUNTIES)));
      sql.execute(
          """
          CREATE TABLE county_month AS
          SELECT county, date_trunc('month', data_day) AS month, avg(so2) AS so2, avg(no2) AS no2,
            avg(pm10) AS pm10, avg(pm25) AS pm25, quantile_cont(co, 0.95) AS co,
            quantile_cont(o3, 0.90) AS o3, count(*) AS days
          FROM county_day GROUP BY ALL
          """);
      double seconds = (System.nanoTime() - start) / 1e9;
      try (ResultSet rows =
          sql.executeQuery(
              "SELECT (SELECT count(*) FROM station_day), (SELECT count(*) FROM county_month)")) {
        rows.next();
        System.out.printf(
            "DuckDB: %d station days, %d county months, %.1f s%n",
            rows.getLong(1), rows.getLong(2), seconds);
      }
      return seconds;
    }
  }
}
