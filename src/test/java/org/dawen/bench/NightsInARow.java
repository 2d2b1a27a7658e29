package org.dawen.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.dawen.cli.Catalogue;
import org.dawen.intake.LandingIntake;
import org.dawen.lake.Lake;
import org.dawen.lake.Sessions;
import org.dawen.lake.Table;
import org.dawen.run.NightReport;
import org.dawen.run.Progress;
import org.dawen.run.Runner;
import org.dawen.run.Settings;

/**
 * Whether a lake grows slow by its nights: one night after another, each with one more day of six
 * air stations and twenty meters, in one process; then as the operator runs them, {@code ./dawen
 * nightly} in a process of its own, five nights of a young lake and of the old one in turn. After
 * each night the files of the logs are dated a day back, so that Delta's clean-up of logs finds
 * what it would find in as many days. {@code ./dawen bench nights-in-a-row [N [FOLDER]]}; N is 400
 * if nobody says otherwise.
 */
public final class NightsInARow {
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final int EARLY = 9;
  private static final int REPEATS = 5;
  private static final int STATIONS = 6;
  private static final int METERS = 20;

  private final Path home = Path.of(System.getProperty("dawen.home", ".")).toAbsolutePath();
  private final Path folder;
  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private NightsInARow(Path folder) {
    this.folder = folder;
  }

  /** Arguments: the number of nights and an empty folder, both may be left out. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int nights = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 400;
    Path folder = Path.of(arguments.length > 1 ? arguments[1] : "target/nights-in-a-row");
    folder = folder.toAbsolutePath();
    NightsInARow young = new NightsInARow(folder.resolve("young"));
    NightsInARow old = new NightsInARow(folder.resolve("old"));
    young.nights(EARLY - 1);
    old.nights(nights - 1);
    inTurn(young, old, nights);
  }

  private Path landing() {
    return folder.resolve("landing");
  }

  private Path lake() {
    return folder.resolve("lake");
  }

  private void nights(int count) throws IOException {
    BenchNight.empty(folder);
    writeRegistry();
    SparkSession spark = Sessions.embedded(2, folder.resolve("scratch").toString());
    System.out.println(
        "night  seconds  s of CPU  commits behind the longest checkpoint  log files");
    for (int night = 1; night <= count; night++) {
      writeDay(night);
      night(spark, night);
      ageLogs();
    }
    spark.stop();
  }

  private void night(SparkSession spark, int night) throws IOException {
    Lake lake = new Lake(spark, lake().toString());
    Settings settings = Settings.read(home.resolve("jobs/nightly.yaml"));
    long start = System.nanoTime();
    long cpu = system.getProcessCpuTime();
    NightReport report =
        new Runner(
                lake,
                new LandingIntake(lake, landing().toString(), settings, "night-" + night),
                Catalogue.jobs(landing().toString()),
                settings,
                Progress.SILENT,
                4,
                "night-" + night)
            .night(Runner.Wish.everythingDue());
    if (report.exitCode() != 0) {
      throw new IllegalStateException("night %d: %s".formatted(night, report.warnings()));
    }
    System.out.printf(
        Locale.ROOT,
        "%5d %8.2f %9.2f %5d %d%n",
        night,
        (System.nanoTime() - start) / 1e9,
        (system.getProcessCpuTime() - cpu) / 1e9,
        longestLog(),
        logFiles());
  }

  private static void inTurn(NightsInARow young, NightsInARow old, int nights)
      throws IOException, InterruptedException {
    List<Double> early = new ArrayList<>();
    List<Double> late = new ArrayList<>();
    for (int i = 0; i < REPEATS; i++) {
      early.add(young.process(EARLY + i));
      late.add(old.process(nights + i));
    }
    System.out.printf(
        Locale.ROOT,
        "in a process of its own, from night %d on %.1f s, from night %d on %.1f s, ratio %.2f"
            + " (medians of %s and %s)%n",
        EARLY,
        median(early),
        nights,
        median(late),
        median(late) / median(early),
        early,
        late);
  }

  private double process(int night) throws IOException, InterruptedException {
    writeDay(night);
    ProcessBuilder command =
        new ProcessBuilder(
            home.resolve("dawen").toString(),
            "nightly",
            "--landing=" + landing(),
            "--lake=" + lake());
    command.redirectOutput(folder.resolve("closing.txt").toFile());
    command.redirectError(folder.resolve("steps.txt").toFile());
    long start = System.nanoTime();
    int exitCode = command.start().waitFor();
    double seconds = Math.round((System.nanoTime() - start) / 1e8) / 10.0;
    if (exitCode != 0) {
      throw new IllegalStateException(
          "night %d ended with exit code %d: %s"
              .formatted(night, exitCode, Files.readString(folder.resolve("steps.txt"))));
    }
    ageLogs();
    return seconds;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }

  private int longestLog() throws IOException {
    int longest = 0;
    for (Table table : Catalogue.tables()) {
      Path log = logOf(table);
      if (Files.isDirectory(log)) {
        long checkpoint = newest(log, ".checkpoint.parquet");
        longest = (int) Math.max(longest, newest(log, ".json") - checkpoint);
      }
    }
    return longest;
  }

  private Path logOf(Table table) {
    return lake().resolve(table.name().replace('.', '/')).resolve("_delta_log");
  }

  private static long newest(Path log, String ending) throws IOException {
    try (Stream<Path> files = Files.list(log)) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(n -> n.matches("\\d{20}.*") && n.endsWith(ending))
          .mapToLong(n -> Long.parseLong(n.substring(0, 20)))
          .max()
          .orElse(-1);
    }
  }

  private int logFiles() throws IOException {
    int count = 0;
    for (Table table : Catalogue.tables()) {
      if (Files.isDirectory(logOf(table))) {
        try (Stream<Path> files = Files.list(logOf(table))) {
          count += (int) files.count();
        }
      }
    }
    return count;
  }

  private void ageLogs() throws IOException {
    for (Table table : Catalogue.tables()) {
      if (!Files.isDirectory(logOf(table))) {
        continue;
      }
      try (Stream<Path> files = Files.list(logOf(table))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Instant before = Files.getLastModifiedTime(file).toInstant();
          Files.setLastModifiedTime(file, FileTime.from(before.minus(Duration.ofDays(1))));
        }
      }
    }
  }

  private void writeRegistry() throws IOException {
    List<String> stations = new ArrayList<>();
    stations.add("station_code,name,county_code,city_code,is_evaluation,valid_from");
    for (int i = 0; i < STATIONS; i++) {
      stations.add("S%d,Station %1$d,37090%d,370900,true,2020-01-01".formatted(i, i % 2 + 1));
    }
    write("registry/stations.csv", stations);
    write(
        "registry/counties.csv",
        List.of(
            "county_code,name,city_code,city_name,is_functional_zone",
            "370901,A,370900,City,false",
            "370902,B,370900,City,false"));
    List<String> meters = new ArrayList<>();
    meters.add(
        "meter_code,enterprise_code,role,facility_code,depends_on_facility_code,rated_kw,valid_from");
    for (int i = 0; i < METERS; i++) {
      meters.add(
          i % 2 == 0
              ? "M%d,E%d,production,E%2$d-P,E%2$d-T,800,2023-01-01".formatted(i, i / 2)
              : "M%d,E%d,treatment,E%2$d-T,,200,2023-01-01".formatted(i, i / 2));
    }
    write("registry/meters.csv", meters);
  }

  private void writeDay(int night) throws IOException {
    LocalDate day = FIRST.plusDays(night - 1L);
    Random chance = new Random(night);
    List<String> air = new ArrayList<>();
    air.add("station_code,hour_end,so2_ug_m3,no2_ug_m3,co_mg_m3,o3_ug_m3,pm10_ug_m3,pm2_5_ug_m3");
    for (int station = 0; station < STATIONS; station++) {
      for (int hour = 1; hour <= 24; hour++) {
        air.add(
            "S%d,%s,%d,%d,0.%d,%d,%d,%d"
                .formatted(
                    station,
                    day.atStartOfDay().plusHours(hour),
                    5 + chance.nextInt(20),
                    10 + chance.nextInt(60),
                    4 + chance.nextInt(5),
                    20 + chance.nextInt(140),
                    30 + chance.nextInt(120),
                    10 + chance.nextInt(60)));
      }
    }
    write("air/%s/air.csv".formatted(day), air);
    List<String> power = new ArrayList<>();
    power.add("meter_code,interval_end,energy_kwh");
    for (int meter = 0; meter < METERS; meter++) {
      for (int quarter = 1; quarter <= 96; quarter++) {
        LocalDateTime end = day.atStartOfDay().plusMinutes(15L * quarter);
        power.add(
            "M%d,%s,%d.%03d"
                .formatted(meter, end, 3 + chance.nextInt(meter % 2 == 0 ? 90 : 45), meter));
      }
    }
    write("power/%s/power.csv".formatted(day), power);
  }

  private void write(String path, List<String> lines) throws IOException {
    Path file = landing().resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, lines, StandardCharsets.UTF_8);
    BenchNight.age(file);
  }
}
