package org.dawen.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dawen.cli.Catalogue;
import org.dawen.intake.LandingIntake;
import org.dawen.lake.Lake;
import org.dawen.lake.Message;
import org.dawen.run.Job;
import org.dawen.run.NightReport;
import org.dawen.run.Progress;
import org.dawen.run.Runner;
import org.dawen.run.Settings;

/**
 * A night of some jobs in this process, on two cores, told step by step on standard error and job
 * by job on standard output.
 *
 * @param report its closing table
 * @param seconds by the clock
 * @param cpuSeconds of the process, which other work on the machine does not lengthen
 */
record BenchNight(NightReport report, double seconds, double cpuSeconds) {

  /**
   * Takes in what is new and runs what is due.
   *
   * @param jobs by name, as in {@code air.station_hour}
   * @param what name of the night in what is printed
   * @throws IllegalStateException if it does not end with exit code 0
   */
  static BenchNight of(
      Lake lake, String landing, Predicate<String> jobs, Settings settings, String what) {
    List<Job> wanted =
        Catalogue.jobs(landing).stream().filter(j -> jobs.test(j.spec().name())).toList();
    String runId = "bench-" + what.replace(' ', '-');
    Steps steps = new Steps();
    NightReport report =
        new Runner(
                lake,
                new LandingIntake(lake, landing, settings, runId),
                wanted,
                settings,
                steps,
                2,
                runId)
            .night(Runner.Wish.everythingDue());
    BenchNight night = new BenchNight(report, steps.watch.seconds(), steps.watch.cpuSeconds());
    for (NightReport.Line l : report.lines()) {
      System.out.printf(
          "%s: %s %d days, %,d rows in, %,d out, %s s, %s%n",
          what, l.name(), l.days(), l.rowsIn(), l.rowsOut(), l.seconds(), l.outcome());
    }
    report.warnings().forEach(System.out::println);
    if (report.exitCode() != 0) {
      throw new IllegalStateException(what + " ended with exit code " + report.exitCode());
    }
    System.out.printf(
        "%s: %.1f s, %.1f s of CPU time%n", what, night.seconds(), night.cpuSeconds());
    return night;
  }

  /**
   * As if files had come an hour ago: a file that is just written is looked at again next night.
   */
  static void age(Path fileOrFolder) throws IOException {
    FileTime anHourAgo = FileTime.from(Instant.now().minus(Duration.ofHours(1)));
    try (Stream<Path> files = Files.walk(fileOrFolder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.setLastModifiedTime(file, anHourAgo);
      }
    }
  }

  /** Makes a folder that holds nothing, whatever it held. */
  static void empty(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    Files.createDirectories(folder);
  }

  /** Says what begins when. */
  private static final class Steps implements Progress {
    private final Stopwatch watch = new Stopwatch();

    @Override
    public void step(Message sentence) {
      System.err.printf("%6.1f s %6.1f s CPU  %s%n", watch.seconds(), watch.cpuSeconds(), sentence);
    }

    @Override
    public void warn(Message sentence) {
      step(Message.verbatim("! " + sentence));
    }
  }
}
