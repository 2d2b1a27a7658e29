package org.dawen.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
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
 * day that {@link CityDay} wrote, held against the answer keys, then the same command with nothing
 * new; if asked, a second lake whose night is killed half-way and goes on, which must hold the
 * same. Beside it DuckDB and Polars doing what they can of it. Prints a page in Markdown, and puts
 * it into a file between the marks {@code <!-- city-night -->}.
 *
 * <p>{@code ./dawen bench city-night [--scale 0.1,0.3,1.0] [--heap 4g] [--kill SCALE] [--peers
 * SCALE] [--folder DIR] [--into FILE]}; {@code --write-only yes} only writes what the days hold.
 */
public final class CityNight {
  private static final String BEGIN = "<!-- city-night -->";
  private static final String END = "<!-- /city-night -->";

  /** Tables that are not the same in two nights: they name runs and times. */
  private static final String OF_THE_RUN = "ops.";

  private final Path home = Path.of(System.getProperty("dawen.home", ".")).toAbsolutePath();
  private final Map<String, String> options;
  private final Path folder;
  private final List<String> page = new ArrayList<>();

  private CityNight(Map<String, String> options) {
    this.options = options;
    this.folder = Path.of(options.get("--folder")).toAbsolutePath();
  }

  /** Runs all scales one after the other. */
  public static void main(String[] arguments) throws Exception {
    Map<String, String> options =
        new LinkedHashMap<>(
            Map.of("--scale", "0.1", "--folder", "target/city-night", "--heap", "4g"));
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      options.put(arguments[i], arguments[i + 1]);
    }
    CityNight bench = new CityNight(options);
    bench.run();
    System.out.println(String.join("\n", bench.page));
    if (options.containsKey("--into")) {
      bench.writeInto(Path.of(options.get("--into")));
    }
  }

  private List<Double> scales(String option) {
    return Stream.of(options.getOrDefault(option, "").split(","))
        .filter(s -> !s.isEmpty())
        .map(Double::valueOf)
        .toList();
  }

  private LaunchedNight.Place place(double scale) {
    return new LaunchedNight.Place(home, folder.resolve("scale-" + scale), options.get("--heap"));
  }

  private void run() throws Exception {
    for (double scale : scales("--scale")) {
      new CityDay(place(scale).city(), scale).write();
    }
    if (options.containsKey("--write-only")) {
      return;
    }
    page.add(
        "Machine: %d cores, %s, heap %s. Date: %s."
            .formatted(
                Runtime.getRuntime().availableProcessors(),
                "JDK " + System.getProperty("java.version"),
                options.get("--heap"),
                LocalDate.now()));
    Map<Double, LaunchedNight> nights = new LinkedHashMap<>();
    List<String> answers = new ArrayList<>();
    page.addAll(
        List.of(
            "",
            "| scale | day | landing | night | CPU | CPU of tasks | nothing new | process, most |"
                + " heap after collections, most | lake |",
            "|---|---|---|---|---|---|---|---|---|---|"));
    for (double scale : scales("--scale")) {
      LaunchedNight.Place place = place(scale);
      BenchNight.empty(place.city().resolve("lake"));
      LaunchedNight night = LaunchedNight.run(place, "lake");
      LaunchedNight idle = LaunchedNight.run(place, "lake");
      answers.add("%s: %s.".formatted(scale, String.join("; ", CityAnswers.check(place, "lake"))));
      nights.put(scale, night);
      page.add(
          String.format(
              Locale.ROOT,
              "| %s | %s | %,d MB | **%.1f s** | %.0f s | %.0f s | %.1f s | %,d MB | %,d MB | %,d MB"
                  + " |",
              scale,
              new CityDay(place.city(), scale).words(),
              megabytes(place.city().resolve("landing")),
              night.seconds(),
              night.cpuSeconds(),
              night.tasks().all().cpuSeconds(),
              idle.seconds(),
              night.peakKilobytes() / 1024,
              night.heapMegabytes(),
              megabytes(place.city().resolve("lake"))));
      System.err.println(page.get(page.size() - 1));
    }
    growth(nights);
    page.add("");
    page.add("Held against the answer keys, by scale. " + String.join(" ", answers));
    for (double scale : scales("--scale")) {
      jobs(scale, nights.get(scale), place(scale));
    }
    for (double scale : scales("--kill")) {
      killed(place(scale), nights.get(scale));
    }
    for (double scale : scales("--peers")) {
      peers(scale, nights.get(scale), place(scale).city());
    }
  }

  /** What a tenth of a city adds from one scale to the next. */
  private void growth(Map<Double, LaunchedNight> nights) {
    List<String> steps = new ArrayList<>();
    Map.Entry<Double, LaunchedNight> before = null;
    for (Map.Entry<Double, LaunchedNight> night : nights.entrySet()) {
      if (before != null) {
        double tenths = 10 * (night.getKey() - before.getKey());
        steps.add(
            String.format(
                Locale.ROOT,
                "from %s to %s %.1f s (%.1f s of CPU time)",
                before.getKey(),
                night.getKey(),
                (night.getValue().seconds() - before.getValue().seconds()) / tenths,
                (night.getValue().cpuSeconds() - before.getValue().cpuSeconds()) / tenths));
      }
      before = night;
    }
    if (!steps.isEmpty()) {
      page.add("");
      page.add("A tenth of a city more costs: " + String.join(", ", steps) + ".");
    }
  }

  private void jobs(double scale, LaunchedNight night, LaunchedNight.Place place)
      throws IOException {
    TaskCosts.Cost reading = night.tasks().of(TaskCosts.READING);
    page.addAll(
        List.of(
            "",
            String.format(
                Locale.ROOT,
                "Scale %s by job. Jobs run two side by side, so their seconds add up to more; CPU"
                    + " time and shuffled bytes are those of tasks of Spark (a job of few rows has"
                    + " none). Reading the landing files before the first job: %.1f s of CPU time.",
                scale,
                reading.cpuSeconds()),
            "",
            "| job | rows in | rows out | seconds | CPU | shuffled | table |",
            "|---|---|---|---|---|---|---|"));
    for (JsonNode job : night.closing().path("jobs")) {
      String name = job.path("name").asText();
      TaskCosts.Cost cost = night.tasks().of(name);
      page.add(
          String.format(
              Locale.ROOT,
              "| `%s` | %,d | %,d | %.1f | %.1f s | %,d MB | %,d MB |",
              name,
              job.path("rows_in").asLong(),
              job.path("rows_out").asLong(),
              job.path("seconds").asDouble(),
              cost.cpuSeconds(),
              cost.shuffledBytes() >> 20,
              megabytesOf(name, place.city().resolve("lake"))));
    }
  }

  /** Of the table of a job, or of the received tables of a feed. */
  private static long megabytesOf(String job, Path lake) throws IOException {
    Path table = lake.resolve(job.replace('.', '/'));
    if (Files.isDirectory(table)) {
      return megabytes(table);
    }
    String feed = job.substring(job.indexOf(' ') + 1);
    long sum = 0;
    try (Stream<Path> received = Files.list(lake.resolve("received"))) {
      for (Path of : received.toList()) {
        String name = of.getFileName().toString();
        sum += name.equals(feed) || name.startsWith(feed + "_") ? megabytes(of) : 0;
      }
    }
    return sum;
  }

  /** Kills the night of a second lake at its middle and lets another finish it. */
  private void killed(LaunchedNight.Place place, LaunchedNight undisturbed)
      throws IOException, InterruptedException {
    BenchNight.empty(place.city().resolve("killed"));
    Duration half = Duration.ofMillis((long) (undisturbed.seconds() * 500));
    if (!LaunchedNight.kill(place, "killed", half)) {
      throw new IllegalStateException("the night was over before it could be killed");
    }
    LaunchedNight next = LaunchedNight.run(place, "killed");
    List<String> expected = hashes(place, "lake");
    if (!hashes(place, "killed").equals(expected)) {
      throw new IllegalStateException("the lake of the killed night differs");
    }
    page.add("");
    page.add(
        String.format(
            Locale.ROOT,
            "`kill -9` after %d s, in the middle: the next night took %.1f s, and the content hashes"
                + " of all %d tables are those of the undisturbed night.",
            half.toSeconds(),
            next.seconds(),
            expected.size()));
  }

  private static List<String> hashes(LaunchedNight.Place place, String lake)
      throws IOException, InterruptedException {
    return place
        .output(List.of(0, 4), "doctor", "--hash", "--lake=" + place.city().resolve(lake))
        .lines()
        .filter(l -> l.matches("[a-z_]+\\.\\S+ +\\d+:-?\\d+") && !l.startsWith(OF_THE_RUN))
        .toList();
  }

  private void peers(double scale, LaunchedNight night, Path at)
      throws SQLException, IOException, InterruptedException {
    Map<String, Double> ours = new LinkedHashMap<>();
    ours.put("exceedances", night.of("source.outlet_hour", "source.exceedance_hour"));
    ours.put("air days", night.of("air.station_hour", "air.station_day"));
    ours.put("treatment off", night.of("power.meter_interval", "power.anomaly"));
    ours.put(CityPeers.MINUTES, night.of("intake obd", "diesel.vehicle_minute"));
    SparkSession spark = Sessions.embedded(2, at.resolve("scratch").toString());
    BenchNight.empty(at.resolve("decoded"));
    long start = System.nanoTime();
    DecodedSamples.write(spark, at.resolve("landing"), at.resolve("decoded"));
    double decoding = (System.nanoTime() - start) / 1e9;
    spark.stop();
    Map<String, Double> duck = CityPeers.duckDb(at);
    Map<String, Double> polars = CityPeers.polars(home, at);
    double copying = CityPeers.copyOtherTables(at);
    double peer = decoding + duck.get(CityPeers.MINUTES) + copying;
    page.addAll(
        List.of(
            "",
            String.format(
                Locale.ROOT,
                "Scale %s beside DuckDB with two threads, which is given the samples decoded (by two"
                    + " threads of the same decoder, %.1f s), writes the minutes (%.1f s) and copies"
                    + " all other finished tables, nothing judged (%.1f s): %.1f s; the night takes"
                    + " **%.2f times** as long.",
                scale,
                decoding,
                duck.get(CityPeers.MINUTES),
                copying,
                peer,
                night.seconds() / peer),
            "",
            "One figure each from Dawen's own received tables (Parquet already decoded); minute"
                + " summaries from a row a second that was decoded into Parquet beforehand, written as"
                + " Parquet. Dawen's jobs in a cold process read what was sent, compute and write"
                + " tables of 20 to 60 columns with evidence.",
            "",
            "| what | Dawen's jobs | DuckDB, 2 threads | ratio | Polars, 2 threads | ratio |",
            "|---|---|---|---|---|---|"));
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
