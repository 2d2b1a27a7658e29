package org.dawen.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.dawen.lake.Lake;
import org.dawen.lake.Sessions;
import org.dawen.run.Settings;

/**
 * Whether a night costs more behind a long history than behind a short one: two lakes of the
 * electricity of {@link MeterHistory}, then nights of one day each in turn, in one process on two
 * cores. Arguments: folder, number of meters, days of the short and of the long history; histories
 * that the folder holds are gone on with.
 */
public final class MeterGrowthBench {
  private static final int NIGHTS = 5;

  /** So many nights before them make the process warm. */
  private static final int WARM_UP = 2;

  private final MeterHistory history;
  private final Lake lake;
  private final Path landing;
  private final int days;
  private final List<Double> cpuSeconds = new ArrayList<>();
  private LocalDate next = LocalDate.of(2024, 3, 1);

  private MeterGrowthBench(SparkSession spark, Path folder, int meters, int days) {
    this.landing = folder.resolve("landing");
    this.history = new MeterHistory(landing, meters);
    this.lake = new Lake(spark, folder.resolve("lake").toString());
    this.days = days;
  }

  /** Prints both medians and their ratio on standard output. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]).toAbsolutePath();
    SparkSession spark = Sessions.embedded(2, folder.resolve("scratch").toString());
    int meters = Integer.parseInt(arguments[1]);
    List<MeterGrowthBench> lakes = new ArrayList<>();
    for (String days : Arrays.asList(arguments).subList(2, 4)) {
      MeterGrowthBench lake =
          new MeterGrowthBench(spark, folder.resolve(days), meters, Integer.parseInt(days));
      lake.takeInHistory();
      lakes.add(lake);
    }
    for (int i = 0; i < WARM_UP + NIGHTS; i++) {
      for (MeterGrowthBench lake : lakes) {
        lake.night();
      }
    }
    for (MeterGrowthBench lake : lakes) {
      System.out.printf(
          Locale.ROOT,
          "a night behind %,d days: %.2f s of CPU time (median of %d)%n",
          lake.days,
          lake.median(),
          NIGHTS);
    }
    System.out.printf(
        Locale.ROOT, "long / short: %.2f%n", lakes.get(1).median() / lakes.get(0).median());
    spark.stop();
  }

  private void takeInHistory() throws IOException {
    if (Files.exists(landing)) {
      try (Stream<Path> files = Files.list(landing.resolve("power"))) {
        next = next.plusDays(files.count());
      }
      return;
    }
    history.writeRegistry();
    for (int d = 0; d < days; d++) {
      writeDay();
    }
    run("history of %d days".formatted(days));
  }

  private void writeDay() throws IOException {
    history.writeDay(next);
    next = next.plusDays(1);
  }

  private void night() throws IOException {
    writeDay();
    cpuSeconds.add(run("night behind %d days".formatted(days)).cpuSeconds());
  }

  private BenchNight run(String what) {
    return BenchNight.of(
        lake,
        landing.toString(),
        job -> job.startsWith("power.") || job.startsWith("lead."),
        Settings.shipped(),
        what);
  }

  private double median() {
    List<Double> sorted = cpuSeconds.stream().skip(WARM_UP).sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
