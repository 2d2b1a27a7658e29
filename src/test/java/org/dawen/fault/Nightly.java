package org.dawen.fault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command of {@code ./dawen} in a process of its own, as a scheduler starts it. */
final class Nightly implements AutoCloseable {
  static final Path HOME =
      Path.of(System.getProperty("dawen.home", ".")).toAbsolutePath().normalize();
  private static final long MOST_SECONDS = 900;
  private static final String JOB_STEP = " *[0-9.]+ s  [a-z]+\\.[a-z_]+: .*";

  private final Process process;
  private final Path log;
  private final long start = System.nanoTime();
  private Duration cpu = Duration.ZERO;

  private Nightly(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Starts a command on a lake and a landing folder; what it says goes into a file. */
  static Nightly start(Path logs, Path lake, Path landing, String... command) throws IOException {
    Path log = Files.createTempFile(Files.createDirectories(logs), command[0] + "-", ".log");
    List<String> words = new ArrayList<>(List.of(HOME.resolve("dawen").toString()));
    words.addAll(List.of(command));
    words.addAll(List.of("--lake", lake.toString(), "--landing", landing.toString()));
    Process process =
        new ProcessBuilder(words)
            .directory(logs.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    return new Nightly(process, log);
  }

  /** Runs a command to its end. */
  static Nightly run(Path logs, Path lake, Path landing, String... command)
      throws IOException, InterruptedException {
    Nightly run = start(logs, lake, landing, command);
    run.exitCode();
    return run;
  }

  /** Waits for the end; the exit code, as a shell tells it. */
  int exitCode() throws InterruptedException {
    while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
      process.info().totalCpuDuration().ifPresent(d -> cpu = d);
      if (seconds() > MOST_SECONDS) {
        close();
        throw new IllegalStateException(
            "still running after %d s: %s".formatted(MOST_SECONDS, log));
      }
    }
    return process.exitValue();
  }

  /** CPU time up to its end, which other work on the machine hardly lengthens. */
  double cpuSeconds() {
    return cpu.toMillis() / 1e3;
  }

  /** True if it ended within this time. */
  boolean endsWithin(double seconds) throws InterruptedException {
    return process.waitFor(Math.round(seconds * 1e6), TimeUnit.MICROSECONDS);
  }

  /** Waits until it says something; false if it ends without. */
  boolean waitUntilItSays(String words) throws IOException, InterruptedException {
    while (!said().contains(words)) {
      if (process.waitFor(10, TimeUnit.MILLISECONDS)) {
        return said().contains(words);
      }
    }
    return true;
  }

  /** Waits until there is such a file or folder; false if it ends without. */
  boolean waitUntilThereIs(Path path) throws InterruptedException {
    while (!Files.exists(path)) {
      if (process.waitFor(1, TimeUnit.MILLISECONDS)) {
        return Files.exists(path);
      }
    }
    return true;
  }

  /** Names of the jobs it has begun, once for each batch. */
  List<String> jobsBegun() throws IOException {
    return said()
        .lines()
        .filter(l -> l.matches(JOB_STEP))
        .map(l -> l.replaceFirst(" *[0-9.]+ s  ([a-z_.]+): .*", "$1"))
        .toList();
  }

  /** Seconds after the beginning at which it first said something; NaN if it never did. */
  double saidAt(String words) throws IOException {
    return said()
        .lines()
        .filter(l -> l.contains(words) && l.matches(" *[0-9.]+ s  .*"))
        .mapToDouble(l -> Double.parseDouble(l.strip().split(" ")[0]))
        .findFirst()
        .orElse(Double.NaN);
  }

  /**
   * Waits until it has begun so many jobs, batches of one counted each; false if it ends before.
   */
  boolean waitUntilJobsBegan(int jobs) throws IOException, InterruptedException {
    while (jobsBegun().size() < jobs) {
      if (process.waitFor(10, TimeUnit.MILLISECONDS)) {
        return false;
      }
    }
    return true;
  }

  /** {@code kill -9} of the process that runs the night, the launcher having become it. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** Stops the process where it is, as a suspended machine does, and lets it go on. */
  void standStill(long seconds) throws IOException, InterruptedException {
    signal("STOP");
    Thread.sleep(seconds * 1000);
    signal("CONT");
  }

  private void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
  }

  String said() throws IOException {
    return Files.readString(log, StandardCharsets.UTF_8);
  }

  /** The last step it told of, without its time; where it was when it was killed. */
  String lastStep() throws IOException {
    String last = "starting";
    for (String line : said().lines().toList()) {
      if (line.matches(" *[0-9.]+ s  .*")) {
        last = line.replaceFirst(" *[0-9.]+ s  ", "");
      }
    }
    return last;
  }

  double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
