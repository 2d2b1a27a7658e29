package org.dawen.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.dawen.intake.ReceivedWater;
import org.dawen.lake.Lake;
import org.dawen.lake.Sessions;
import org.dawen.lake.Table;
import org.dawen.run.Settings;
import org.dawen.water.WaterTables;

/**
 * Automatic stations of surface water over years, six times a day, nine items: takes their files
 * in, rebuilds every water table, runs a night with one day more, and lets DuckDB write, from the
 * same Parquet, values in force screened by bounds and the days and months of sections with their
 * items, by all ways; fails if a cell differs of value, versions, exclusion, mean, count, class,
 * target met or change of class. All in one process on two cores. DuckDB writes none of flat lines,
 * jumps, class changes, areas, lakes, indices and headroom. Arguments: folder (emptied), number of
 * sections, number of years.
 */
public final class WaterYearsBench {
  private static final LocalDate FIRST = LocalDate.of(2021, 1, 1);
  private static final String HEADING =
      "section_code,observed_at,water_temp,ph,do,ec,turbidity,codmn,nh3n,tp,tn\n";

  private final Path folder;
  private final int sections;
  private final Lake lake;
  private final Settings settings = Settings.read(Path.of("jobs/nightly.yaml"));

  private WaterYearsBench(SparkSession spark, Path folder, int sections) {
    this.folder = folder;
    this.sections = sections;
    this.lake = new Lake(spark, folder.resolve("lake").toString());
  }

  /** Runs everything and prints one line a step on standard output. */
  public static void main(String[] arguments) throws IOException, SQLException {
    Path folder = Path.of(arguments[0]).toAbsolutePath();
    BenchNight.empty(folder);
    SparkSession spark = Sessions.embedded(2, folder.resolve("scratch").toString());
    WaterYearsBench bench = new WaterYearsBench(spark, folder, Integer.parseInt(arguments[1]));
    // In the middle of a month, so that the night after it is an ordinary one.
    LocalDate last =
        FIRST.plusMonths(Math.round(12 * Double.parseDouble(arguments[2]))).minusDays(16);
    bench.run(last);
    spark.stop();
  }

  private void run(LocalDate last) throws IOException, SQLException {
    writeRegistry();
    for (YearMonth m = YearMonth.from(FIRST); !m.atDay(1).isAfter(last); m = m.plusMonths(1)) {
      writeDays(m.atDay(1), m.atEndOfMonth().isAfter(last) ? last : m.atEndOfMonth());
    }
    night("intake alone", false);
    BenchNight rebuild = night("rebuild", true);
    Stopped peer = duckDb(last);
    writeDays(last.plusDays(1), last.plusDays(1));
    BenchNight more = night("one more day", true);
    System.out.printf(
        Locale.ROOT,
        "all water tables rebuilt in %.1f s (%.1f s of CPU time), one more day %.1f s (%.1f s);"
            + " DuckDB %.1f s; rebuild/DuckDB %.2f%n",
        rebuild.seconds(),
        rebuild.cpuSeconds(),
        more.seconds(),
        more.cpuSeconds(),
        peer.seconds,
        rebuild.seconds() / peer.seconds);
  }

  private record Stopped(double seconds) {}

  private BenchNight night(String what, boolean runsJobs) {
    return BenchNight.of(
        lake,
        folder.resolve("landing").toString(),
        job -> runsJobs && job.startsWith("water."),
        settings,
        what);
  }

  private void writeRegistry() throws IOException {
    StringBuilder text =
        new StringBuilder(
            "section_code,name,water_body,body_kind,level,county_code,city_code,target_class\n");
    for (int s = 0; s < sections; s++) {
      text.append(
          "S%04d,断面%d,水体%d,%s,national,C%03d,X%02d,Ⅲ\n"
              .formatted(s, s, s / 4, s % 10 == 0 ? "lake" : "river", s % 136, s % 16));
    }
    write("registry/sections.csv", text.toString());
  }

  private void writeDays(LocalDate from, LocalDate to) throws IOException {
    Path file = place("water/water_%s.csv".formatted(from.toString().replace("-", "")));
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(HEADING);
      for (int s = 0; s < sections; s++) {
        SplittableRandom random = new SplittableRandom(s * 100_000L + from.toEpochDay());
        double level = 0.5 + random.nextDouble();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
          for (int hour = 0; hour < 24; hour += 4) {
            out.write(row(s, day, hour, level, random));
          }
        }
      }
    }
    age(file);
  }

  private static String row(
      int section, LocalDate day, int hour, double level, SplittableRandom random) {
    return String.format(
        Locale.ROOT,
        "S%04d,%s %02d:00,%.1f,%.2f,%.2f,%.1f,%.1f,%.2f,%.3f,%.3f,%.2f%n",
        section,
        day,
        hour,
        5 + 20 * random.nextDouble(),
        7 + 1.5 * random.nextDouble(),
        6 + 5 * random.nextDouble(),
        300 + 500 * random.nextDouble(),
        5 + 30 * random.nextDouble(),
        level * (2 + 2 * random.nextDouble()),
        level * (0.1 + 0.4 * random.nextDouble()),
        level * (0.02 + 0.15 * random.nextDouble()),
        level * (2 + 2 * random.nextDouble()));
  }

  private Path place(String name) throws IOException {
    Path file = folder.resolve("landing").resolve(name);
    Files.createDirectories(file.getParent());
    return file;
  }

  private void write(String name, String text) throws IOException {
    Path file = place(name);
    Files.writeString(file, text);
    age(file);
  }

  /** As if it had come an hour ago: a file that is just written is looked at again next night. */
  private static void age(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
  }

  // --- the peer

  private static final String OBSERVATIONS =
      """
      CREATE OR REPLACE TABLE observation AS
      SELECT *, measured_value AS used_value,
        item <> 'temperature' AND measured_value <= 0
          OR measured_value > CASE item WHEN 'pH' THEN 14 WHEN 'DO' THEN 30 WHEN 'CODMn' THEN 100
             WHEN 'NH3-N' THEN 50 WHEN 'TP' THEN 10 WHEN 'TN' THEN 100 ELSE 1e12 END
          OR round(measured_value, 4) <> measured_value AS is_excluded
      FROM (SELECT section_code, observed_at, data_day, method, item,
              arg_max(measured_value, (file_order, file_id, record_no)) AS measured_value,
              count(*) AS revision_count
            FROM read_parquet([%s]) WHERE data_day BETWEEN '%s' AND '%s' GROUP BY ALL)
      """;

  /** The day or month of a value, the mean of pH by hydrogen ions. */
  private static final String ITEMS =
      """
      CREATE OR REPLACE TABLE section_item_%1$s AS
      SELECT section_code, way, item, start, count(*) AS used_count,
        count(DISTINCT data_day) AS day_count, %2$s AS mean_value,
        min(used_value) AS least_value, max(used_value) AS largest_value
      FROM (SELECT section_code, item, %3$s AS start, data_day, used_value, unnest(
              CASE WHEN is_excluded THEN ['as_received'] ELSE [%4$s] END) AS way
            FROM observation)
      GROUP BY section_code, way, item, start
      """;

  private static final String CLASSES =
      """
      CREATE OR REPLACE TABLE section_%1$s AS
      SELECT *, class_number <= 3 AS is_target_met, class_number - lag(class_number) OVER
        (PARTITION BY section_code, way ORDER BY start) AS class_change
      FROM (SELECT section_code, way, start, max(day_count) AS day_count, max(CASE
        WHEN item = 'pH' THEN IF(round_even(mean_value, 2) BETWEEN 6 AND 9, 1, 6)
        WHEN item = 'DO' THEN 1 + len(list_filter([7.5, 6, 5, 3, 2], x -> round_even(mean_value, 1) < x))
        WHEN item = 'CODMn' THEN 1 + len(list_filter([2, 4, 6, 10, 15], x -> round_even(mean_value, 1) > x))
        WHEN item = 'NH3-N' THEN 1 + len(list_filter([0.15, 0.5, 1, 1.5, 2], x -> round_even(mean_value, 2) > x))
        WHEN item = 'TP' AND right(section_code, 1) = '0'
          THEN 1 + len(list_filter([0.01, 0.025, 0.05, 0.1, 0.2], x -> round_even(mean_value, 3) > x))
        WHEN item = 'TP' THEN 1 + len(list_filter([0.02, 0.1, 0.2, 0.3, 0.4], x -> round_even(mean_value, 3) > x))
        END) AS class_number
      FROM section_item_%1$s GROUP BY ALL)
      """;

  /**
   * Month by month, as a rebuild goes batch by batch: all values at once do not fit into its
   * memory.
   */
  private Stopped duckDb(LocalDate last) throws IOException, SQLException {
    Path out = Files.createDirectories(folder.resolve("duckdb"));
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement duck = connection.createStatement()) {
      duck.execute("SET threads = 2");
      duck.execute("SET memory_limit = '4GB'");
      duck.execute("SET temp_directory = '" + out.resolve("spill") + "'");
      double seconds = 0;
      for (LocalDate first = FIRST; !first.isAfter(last); first = first.plusMonths(1)) {
        long start = System.nanoTime();
        writeMonth(duck, first, out);
        seconds += (System.nanoTime() - start) / 1e9;
        compareMonth(duck, first);
      }
      long start = System.nanoTime();
      duck.execute("ALTER TABLE all_months RENAME TO section_item_month");
      duck.execute(CLASSES.formatted("month"));
      copy(duck, "section_item_month", out.resolve("section_item_month"));
      copy(duck, "section_month", out.resolve("section_month"));
      seconds += (System.nanoTime() - start) / 1e9;
      compareItems(duck, "month", "month_start", "month_mean_value", "true");
      compareClasses(
          duck,
          "month",
          "month_start",
          " AND o.day_count = d.day_count"
              + " AND o.last_month_class_change IS NOT DISTINCT FROM d.class_change",
          1,
          "true");
      return new Stopped(seconds);
    }
  }

  private void writeMonth(Statement duck, LocalDate first, Path out) throws SQLException {
    duck.execute(
        OBSERVATIONS.formatted(
            files(Table.of(ReceivedWater.class)), first, first.plusMonths(1).minusDays(1)));
    String mean =
        "IF(item = 'pH', -log10(avg(pow(10, -used_value::DOUBLE))), avg(used_value::DOUBLE))";
    String ways = "'as_received', 'screened'";
    duck.execute(ITEMS.formatted("day", mean, "data_day", ways));
    duck.execute(CLASSES.formatted("day"));
    duck.execute(
        ITEMS.formatted(
            "month", mean, "date_trunc('month', data_day)::DATE", ways + ", 'province_rule'"));
    // The month is judged by the mean of the means of its days.
    duck.execute(
        """
        UPDATE section_item_month m SET mean_value = d.mean_value FROM (
          SELECT section_code, way, item,
            IF(item = 'pH', -log10(avg(pow(10, -mean_value))), avg(mean_value)) AS mean_value
          FROM section_item_day GROUP BY section_code, way, item) d
        WHERE d.section_code = m.section_code AND d.item = m.item
          AND d.way = replace(m.way, 'province_rule', 'screened')
        """);
    for (String table : new String[] {"observation", "section_item_day", "section_day"}) {
      copy(duck, table, out.resolve(table + "_" + first));
    }
    duck.execute(
        first.equals(FIRST)
            ? "CREATE TABLE all_months AS FROM section_item_month"
            : "INSERT INTO all_months FROM section_item_month");
    duck.execute("DROP TABLE section_item_month");
  }

  private static void copy(Statement duck, String table, Path file) throws SQLException {
    duck.execute("COPY %s TO '%s' (FORMAT parquet)".formatted(table, file));
  }

  private void compareMonth(Statement duck, LocalDate first) throws SQLException {
    String days =
        "data_day BETWEEN '%s' AND '%s'".formatted(first, first.plusMonths(1).minusDays(1));
    none(
        duck,
        """
        SELECT count(*) FROM (FROM read_parquet([%s]) WHERE %s) o FULL JOIN observation d
          USING (section_code, observed_at, method, item)
        WHERE (o.used_value = d.used_value AND o.revision_count = d.revision_count
          AND (o.screen_reason IS NOT NULL) = d.is_excluded) IS NOT TRUE
        """
            .formatted(files(water("water.observation")), days));
    compareItems(duck, "day", "data_day", "mean_value", days);
    compareClasses(duck, "day", "data_day", "", 0, days);
  }

  private void compareItems(Statement duck, String table, String start, String mean, String days)
      throws SQLException {
    none(
        duck,
        """
        SELECT count(*) FROM (FROM read_parquet([%s]) WHERE used_count > 0 AND %s) o
          FULL JOIN section_item_%s d
          ON d.section_code = o.section_code AND d.way = o.way AND d.item = o.item
          AND d.start = o.%s
        WHERE (abs(o.%s::DOUBLE - d.mean_value) < 1e-8 AND o.used_count = d.used_count) IS NOT TRUE
        """
            .formatted(files(water("water.section_item_" + table)), days, table, start, mean));
  }

  /** Classes of means that lie on a half are left out: its floating point rounds them by chance. */
  private void compareClasses(
      Statement duck, String table, String start, String more, int monthsBefore, String days)
      throws SQLException {
    none(
        duck,
        """
        SELECT count(*) FROM (FROM read_parquet([%1$s]) WHERE %6$s) o FULL JOIN section_%2$s d
          ON d.section_code = o.section_code AND d.way = o.way AND d.start = o.%3$s
        WHERE (list_position(['Ⅰ', 'Ⅱ', 'Ⅲ', 'Ⅳ', 'Ⅴ', '劣Ⅴ'], o.water_class)
               = d.class_number AND o.is_target_met = d.is_target_met%4$s) IS NOT TRUE
          AND NOT EXISTS (SELECT 1 FROM section_item_%2$s i WHERE i.section_code = d.section_code
            AND i.way = d.way AND i.start BETWEEN d.start - to_months(%5$d) AND d.start
            AND len(list_filter([10, 100, 1000], x -> abs(i.mean_value * x %% 1 - 0.5) < 1e-6)) > 0)
        """
            .formatted(
                files(water("water.section_" + table)), table, start, more, monthsBefore, days));
  }

  private static void none(Statement duck, String sql) throws SQLException {
    try (ResultSet rows = duck.executeQuery(sql)) {
      rows.next();
      BigDecimal differing = rows.getBigDecimal(1);
      if (differing.signum() != 0) {
        throw new IllegalStateException(differing + " rows differ: " + sql);
      }
    }
  }

  private static Table water(String name) {
    return WaterTables.ALL.stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
  }

  private String files(Table table) {
    return Arrays.stream(lake.read(table).inputFiles())
        .map(f -> "'" + f.replaceFirst("^file:/+", "/") + "'")
        .collect(Collectors.joining(","));
  }
}
