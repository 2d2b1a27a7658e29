package org.dawen.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.dawen.cli.Catalogue;
import org.dawen.intake.LandingIntake;
import org.dawen.lake.Lake;
import org.dawen.lake.Sessions;
import org.dawen.run.Job;
import org.dawen.run.NightReport;
import org.dawen.run.Progress;
import org.dawen.run.Runner;
import org.dawen.run.Settings;

/**
 * Packets on disk to {@code source.outlet_hour}, nothing else: takes in a landing folder that
 * {@link OutletMonth} wrote and runs that one job, on two cores. Beside the clock it prints the CPU
 * time of the process, which other work on the machine does not lengthen.
 *
 * <p>{@code OutletMonthBench LANDING SCRATCH [TIMES]}; SCRATCH is emptied, each time begins with an
 * empty lake, the later ones in a JVM that is warm.
 */
public final class OutletMonthBench {
  private OutletMonthBench() {}

  /** Prints a line a step on standard error and the rate on standard output. */
  public static void main(String[] args) throws IOException {
    Path scratch = Path.of(args[1]);
    int times = args.length > 2 ? Integer.parseInt(args[2]) : 1;
    Settings settings = Settings.read(Path.of("jobs/nightly.yaml"));
    List<Job> jobs =
        Catalogue.jobs().stream()
            .filter(j -> j.spec().name().equals("source.outlet_hour"))
            .toList();
    empty(scratch);
    SparkSession spark = Sessions.embedded(2, scratch.resolve("spark").toString());
    for (int i = 1; i <= times; i++) {
      Path root = scratch.resolve("lake" + i);
      Lake lake = new Lake(spark, root.toString());
      Steps steps = new Steps();
      NightReport report =
          new Runner(
                  lake,
                  new LandingIntake(lake, args[0], settings, "bench" + i),
                  jobs,
                  settings,
                  steps,
                  2,
                  "bench" + i)
              .night(Runner.Wish.everythingDue());
      double seconds = steps.seconds();
      double cpu = steps.cpuSeconds();
      report
          .lines()
          .forEach(
              l -> System.err.printf("%s: %d in, %d out%n", l.name(), l.rowsIn(), l.rowsOut()));
      long packets =
          report.lines().stream()
              .filter(l -> l.name().equals("intake hj212"))
              .mapToLong(NightReport.Line::rowsIn)
              .sum();
      System.out.printf(
          Locale.ROOT,
          "%,d packets in %.1f s, %,.0f packets/s; %.1f s of CPU time, %,.0f packets/s of two cores%n",
          packets,
          seconds,
          packets / seconds,
          cpu,
          2 * packets / cpu);
      empty(root);
    }
    spark.stop();
  }

  private static void empty(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    Files.createDirectories(folder);
  }

  /** Says what begins when, by the clock and by the CPU time of the process. */
  private static final class Steps implements Progress {
    private final OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final long start = System.nanoTime();
    private final long cpuStart = system.getProcessCpuTime();

    double seconds() {
      return (System.nanoTime() - start) / 1e9;
    }

    double cpuSeconds() {
      return (system.getProcessCpuTime() - cpuStart) / 1e9;
    }

    @Override
    public void step(String sentence) {
      System.err.printf("%6.1f s %6.1f s CPU  %s%n", seconds(), cpuSeconds(), sentence);
    }

    @Override
    public void warn(String sentence) {
      step("! " + sentence);
    }
  }
}
