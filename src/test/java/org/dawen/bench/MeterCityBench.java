package org.dawen.bench;

import static org.apache.spark.sql.functions.expr;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.dawen.lake.DaySet;
import org.dawen.lake.Given;
import org.dawen.lake.Lake;
import org.dawen.lake.Sessions;
import org.dawen.power.PowerTables;
import org.dawen.run.Settings;

/**
 * The electricity of a city on two cores: enterprises of five meters each (two production lines,
 * the unit of each, a total), a row a quarter of an hour. Arguments: folder, number of meters,
 * number of days of history, then steps, each of which goes on where another process stopped:
 *
 * <ul>
 *   <li>{@code write}: empties the folder, writes registry and {@code received.power} of the
 *       history
 *   <li>{@code history}: computes the history
 *   <li>{@code night}: lands the next day as a CSV file and runs the night
 *   <li>{@code screen}: screens all days anew with another threshold
 *   <li>{@code duck}: DuckDB, two threads, the same rules on {@code power.meter_interval}
 * </ul>
 *
 * <pre>./mvnw -q test-compile dependency:build-classpath -Dmdep.outputFile=target/bench-classpath
 * java -Xmx4g … -cp target/classes:target/test-classes:$(cat target/bench-classpath) \
 *     org.dawen.bench.MeterCityBench DIR 20000 30 write history</pre>
 */
public final class MeterCityBench {
  private static final LocalDate FIRST = LocalDate.of(2024, 3, 1);
  private static final int METERS_OF_ENTERPRISE = 5;

  private final Path folder;
  private final int meters;
  private final int days;
  private final Lake lake;
  private final Settings settings = Settings.read(Path.of("jobs/nightly.yaml"));

  private MeterCityBench(SparkSession spark, Path folder, int meters, int days) {
    this.folder = folder;
    this.meters = meters;
    this.days = days;
    this.lake = new Lake(spark, folder.resolve("lake").toString());
  }

  /** Runs the steps and prints one line each on standard output. */
  public static void main(String[] arguments) throws IOException, SQLException {
    Path folder = Path.of(arguments[0]);
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
          bench.landNextDay();
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

  private static String meter(int m) {
    return "M%06d".formatted(m);
  }

  private void write() throws IOException {
    StringBuilder csv =
        new StringBuilder(
            "meter_code,enterprise_code,role,facility_code,depends_on_facility_code,rated_kw,county_code\n");
    for (int m = 0; m < meters; m++) {
      int e = m / METERS_OF_ENTERPRISE;
      String rest =
          switch (m % METERS_OF_ENTERPRISE) {
            case 0 -> "production,F1,T1,800";
            case 1 -> "treatment,T1,,160";
            case 2 -> "production,F2,T2,400";
            case 3 -> "treatment,T2,,80";
            default -> "total,A,,1600";
          };
      csv.append("%s,E%05d,%s,C%d\n".formatted(meter(m), e, rest, e % 7));
    }
    Path registry = Files.createDirectories(folder.resolve("landing/registry"));
    Files.writeString(registry.resolve("meters.csv"), csv);
    LocalDate last = FIRST.plusDays(days - 1L);
    long start = System.nanoTime();
    lake.append(
        PowerTables.METER_INTERVAL,
        DaySet.between(FIRST, last),
        Given.rows(PowerTables.METER_INTERVAL, intervals()),
        "bench");
    System.out.printf(
        "power.meter_interval: %,d rows in %.1f s%n",
        96L * meters * days, (System.nanoTime() - start) / 1e9);
  }

  /**
   * Share of its rating in thousandths that a meter has in a quarter of an hour: lines that stand
   * at night and vary by day, units that follow them. One enterprise day in 300 has its first unit
   * off from ten o'clock to noon.
   */
  private static String share(String meter, String day, String quarter) {
    return """
    CASE WHEN %1$s %% 5 = 1 AND pmod(hash(%1$s div 5, %2$s), 300) = 0 AND %3$s BETWEEN 40 AND 47
        THEN 10
      WHEN %3$s < 28 + pmod(%1$s div 5, 5) OR %3$s >= 80 THEN 20 + pmod(hash(%1$s, %2$s, %3$s), 7)
      WHEN %1$s %% 5 IN (1, 3)
        THEN 500 + pmod(hash(%1$s div 5, %2$s, %3$s div 4), 60) + pmod(hash(%1$s, %2$s, %3$s), 20)
      ELSE 400 + 5 * pmod(hash(%1$s div 5, %2$s, %3$s div 4), 60) div 2
        + pmod(hash(%1$s, %2$s, %3$s), 40) END\
    """
        .formatted(meter, day, quarter);
  }

  private static final String RATED =
      "CASE m % 5 WHEN 0 THEN 800 WHEN 1 THEN 160 WHEN 2 THEN 400 WHEN 3 THEN 80 ELSE 1600 END";

  /** By day, then by meter and time. */
  private Dataset<Row> intervals() {
    Dataset<Row> rows =
        lake.spark()
            .range(0, 96L * meters * days, 1, days)
            .select(
                expr("CAST(id div (96 * %dL) AS INT) AS d".formatted(meters)),
                expr("CAST(id div 96 %% %d AS INT) AS m".formatted(meters)),
                expr("CAST(id % 96 AS INT) AS q"),
                expr("CAST(id %% (96 * %dL) + 2 AS BIGINT) AS record_no".formatted(meters)))
            .withColumn("_share", expr(share("m", "d", "q")))
            .withColumn("_rated", expr(RATED));
    Column[] columns =
        PowerTables.METER_INTERVAL.columns().stream()
            .map(c -> expr(ofInterval(c.name())).cast(c.type()).as(c.name()))
            .toArray(Column[]::new);
    return rows.select(columns);
  }

  private static String ofInterval(String column) {
    String end = "TIMESTAMP_NTZ'%s 00:00:00' + make_dt_interval(d, 0, 15 * (q + %d))";
    return switch (column) {
      case "meter_code" -> "concat('M', lpad(CAST(m AS STRING), 6, '0'))";
      case "enterprise_code" -> "concat('E', lpad(CAST(m div 5 AS STRING), 5, '0'))";
      case "role" ->
          "element_at(array('production','treatment','production','treatment','total'), m % 5 + 1)";
      case "facility_code" -> "element_at(array('F1', 'T1', 'F2', 'T2', 'A'), m % 5 + 1)";
      case "interval_start" -> end.formatted(FIRST, 0);
      case "interval_end" -> end.formatted(FIRST, 1);
      case "data_day" -> "date_add(DATE'%s', d)".formatted(FIRST);
      case "is_registered", "is_plausible" -> "true";
      case "interval_minutes" -> "15";
      case "energy_kwh" -> "_rated * _share / 4000";
      case "mean_power_kw" -> "_rated * _share / 1000";
      case "rated_kw" -> "_rated";
      case "quality" -> "'GOOD'";
      case "day_coverage_percent" -> "100";
      case "current_a" -> "_rated * _share / 592.0";
      case "revision_count", "record_count" -> "1";
      case "is_decided_by_path" -> "false";
      case "file_id" -> "'power/history.csv'";
      case "record_no" -> "record_no";
      default -> "NULL";
    };
  }

  private void landNextDay() throws IOException {
    LocalDate day = FIRST.plusDays(days);
    Path file =
        Files.createDirectories(folder.resolve("landing/power"))
            .resolve("power_" + day + ".csv.gz");
    if (Files.exists(file)) {
      return;
    }
    try (BufferedWriter out =
        new BufferedWriter(
            new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file), 1 << 16),
                StandardCharsets.UTF_8))) {
      out.write("meter_code,interval_end,energy_kwh,current_a\n");
      for (int m = 0; m < meters; m++) {
        for (int q = 1; q <= 96; q++) {
          boolean isNight = q < 30 || q >= 80;
          int share =
              isNight ? 20 + (m * 7 + q) % 7 : 500 + (m / 5 * 13 + q / 4 * 17) % 150 + q % 3;
          String end =
              q == 96
                  ? day.plusDays(1) + "T00:00"
                  : day + "T%02d:%02d".formatted(q / 4, q % 4 * 15);
          int rated = new int[] {800, 160, 400, 80, 1600}[m % METERS_OF_ENTERPRISE];
          out.write(meter(m));
          out.write(',');
          out.write(end);
          out.write(',');
          out.write(String.valueOf(rated * share / 4000.0));
          out.write(',');
          out.write(String.valueOf(Math.round(rated * share / 5.92) / 100.0));
          out.write('\n');
        }
      }
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
