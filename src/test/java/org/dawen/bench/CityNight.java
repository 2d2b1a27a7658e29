package org.dawen.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.dawen.lake.Sessions;

/**
 * The night of a city as its operator runs it: {@code ./dawen nightly} in a process of its own on a
 * day that {@link CityDay} wrote, then the same command with nothing new; beside it DuckDB and
 * Polars doing what they can of it from Parquet. Prints a page in Markdown, and puts it into a file
 * between the marks {@code <!-- city-night -->}.
 *
 * <p>{@code ./dawen bench city-night [--scale 0.02,0.05,0.1] [--folder DIR] [--into FILE]}; peers
 * run at the last scale. {@code --write-only yes} only writes what the days hold.
 */
public final class CityNight {
  private static final String BEGIN = "<!-- city-night -->";
  private static final String END = "<!-- /city-night -->";
  private static final String HEAP = "4g";

  private final Path home = Path.of(System.getProperty("dawen.home", ".")).toAbsolutePath();
  private final Path folder;
  private final boolean writesOnly;
  private final List<String> page = new ArrayList<>();

  private CityNight(Path folder, boolean writesOnly) {
    this.folder = folder;
    this.writesOnly = writesOnly;
  }

  /** Runs all scales one after the other. */
  public static void main(String[] arguments) throws Exception {
    Map<String, String> options =
        new LinkedHashMap<>(Map.of("--scale", "0.1", "--folder", "target/city-night"));
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      options.put(arguments[i], arguments[i + 1]);
    }
    CityNight bench =
        new CityNight(
            Path.of(options.get("--folder")).toAbsolutePath(), options.containsKey("--write-only"));
    bench.run(Stream.of(options.get("--scale").split(",")).map(Double::valueOf).toList());
    System.out.println(String.join("\n", bench.page));
    if (options.containsKey("--into")) {
      bench.writeInto(Path.of(options.get("--into")));
    }
  }

  /** A night: its closing table, and what the process took. */
  private record Night(JsonNode closing, double seconds, long peakKilobytes) {
    double of(String... jobs) {
      double sum = 0;
      for (JsonNode job : closing.path("jobs")) {
        if (List.of(jobs).contains(job.path("name").asText())) {
          sum += job.path("seconds").asDouble();
        }
      }
      return sum;
    }
  }

  private void run(List<Double> scales) throws Exception {
    page.add(
        "Machine: %d cores, %s, heap %s. Date: %s."
            .formatted(
                Runtime.getRuntime().availableProcessors(),
                "JDK " + System.getProperty("java.version"),
                HEAP,
                LocalDate.now()));
    page.add("");
    page.add("| scale | day | landing | night | nothing new | peak memory | lake |");
    page.add("|---|---|---|---|---|---|---|");
    Night last = null;
    for (double scale : scales) {
      Path at = folder.resolve("scale-" + scale);
      CityDay day = new CityDay(at, scale);
      if (!Files.exists(at.resolve("landing/air"))) {
        BenchNight.empty(at);
        day.write();
        BenchNight.age(at.resolve("landing"));
      }
      if (writesOnly) {
        continue;
      }
      BenchNight.empty(at.resolve("lake"));
      Night night = night(at);
      Night idle = night(at);
      page.add(
          String.format(
              Locale.ROOT,
              "| %s | %s | %,d MB | **%.1f s** | %.1f s | %,d MB | %,d MB |",
              scale,
              day.words(),
              megabytes(at.resolve("landing")),
              night.seconds(),
              idle.seconds(),
              night.peakKilobytes() / 1024,
              megabytes(at.resolve("lake"))));
      System.err.println(page.get(page.size() - 1));
      last = night;
    }
    Path at = folder.resolve("scale-" + scales.get(scales.size() - 1));
    if (last != null) {
      jobs(last);
      peers(last, at);
    }
  }

  /** Runs the command as an operator does and watches the memory of its process. */
  private Night night(Path at) throws IOException, InterruptedException {
    Path json = at.resolve("closing.json");
    ProcessBuilder command =
        new ProcessBuilder(
            home.resolve("dawen").toString(),
            "nightly",
            "--json",
            "--landing=" + at.resolve("landing"),
            "--lake=" + at.resolve("lake"));
    command.environment().put("DAWEN_HEAP", HEAP);
    command.redirectOutput(json.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT);
    long start = System.nanoTime();
    Process process = command.start();
    long peak = 0;
    while (process.isAlive()) {
      peak = Math.max(peak, peakKilobytes(process.pid()));
      Thread.sleep(200);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    if (process.exitValue() != 0 && process.exitValue() != 4) {
      throw new IllegalStateException("the night ended with exit code " + process.exitValue());
    }
    return new Night(new ObjectMapper().readTree(json.toFile()), seconds, peak);
  }

  /** The most a process has held so far, by Linux; 0 elsewhere. */
  private static long peakKilobytes(long pid) {
    Path status = Path.of("/proc", String.valueOf(pid), "status");
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(l -> l.startsWith("VmHWM:"))
          .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }

  private void jobs(Night night) {
    page.add("");
    page.add(
        "The last of them by job; jobs run two side by side, so their seconds add up to more.");
    page.add("");
    page.add("| job | rows in | rows out | seconds | rows in a second |");
    page.add("|---|---|---|---|---|");
    for (JsonNode job : night.closing().path("jobs")) {
      double seconds = job.path("seconds").asDouble();
      page.add(
          String.format(
              Locale.ROOT,
              "| `%s` | %,d | %,d | %.1f | %,.0f |",
              job.path("name").asText(),
              job.path("rows_in").asLong(),
              job.path("rows_out").asLong(),
              seconds,
              job.path("rows_in").asLong() / Math.max(0.001, seconds)));
    }
  }

  private void peers(Night night, Path at) throws SQLException, IOException, InterruptedException {
    Map<String, Double> ours = new LinkedHashMap<>();
    ours.put("exceedances", night.of("source.outlet_hour", "source.exceedance_hour"));
    ours.put("air days", night.of("air.station_hour", "air.station_day"));
    ours.put("treatment off", night.of("power.meter_interval", "power.anomaly"));
    ours.put(CityPeers.MINUTES, night.of("intake obd", "diesel.vehicle_minute"));
    SparkSession spark = Sessions.embedded(2, at.resolve("scratch").toString());
    DecodedSamples.write(spark, at.resolve("landing"), at.resolve("decoded"));
    spark.stop();
    Map<String, Double> duck = CityPeers.duckDb(at);
    Map<String, Double> polars = CityPeers.polars(home, at);
    page.add("");
    page.add(
        "Peers from Dawen's own received tables (Parquet already decoded), one figure each; minute"
            + " summaries from a row a second that was decoded into Parquet beforehand, written as"
            + " Parquet. Dawen's jobs in a cold process read what was sent, compute and write tables"
            + " of 20 to 60 columns with evidence.");
    page.add("");
    page.add("| what | Dawen's jobs | DuckDB, 2 threads | ratio | Polars, 2 threads | ratio |");
    page.add("|---|---|---|---|---|---|");
    ours.forEach(
        (what, seconds) ->
            page.add(
                String.format(
                    Locale.ROOT,
                    "| %s | %.1f s | %.2f s | %.1f | %s |",
                    what,
                    seconds,
                    duck.get(what),
                    seconds / duck.get(what),
                    polars.containsKey(what)
                        ? String.format(
                            Locale.ROOT,
                            "%.2f s | %.1f",
                            polars.get(what),
                            seconds / polars.get(what))
                        : "not installed | ")));
  }

  private void writeInto(Path file) throws IOException {
    String text = Files.readString(file);
    int from = text.indexOf(BEGIN);
    int to = text.indexOf(END);
    if (from < 0 || to < from) {
      throw new IllegalArgumentException(file + " has no place marked " + BEGIN + " … " + END);
    }
    String filled =
        text.substring(0, from + BEGIN.length())
            + "\n"
            + String.join("\n", page)
            + "\n"
            + text.substring(to);
    Files.writeString(file, filled, StandardCharsets.UTF_8);
  }

  private static long megabytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum() >> 20;
    }
  }
}
