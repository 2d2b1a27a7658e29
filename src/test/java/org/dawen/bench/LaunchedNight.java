package org.dawen.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code ./dawen nightly} as an operator runs it, in a process of its own that is watched.
 *
 * @param closing its closing table
 * @param seconds by the clock
 * @param cpuSeconds of the process, compiling and collecting garbage included
 * @param peakKilobytes the most memory the process held
 * @param heapMegabytes the most of the heap that was in use after a collection of garbage
 * @param tasks what its tasks cost
 */
record LaunchedNight(
    JsonNode closing,
    double seconds,
    double cpuSeconds,
    long peakKilobytes,
    long heapMegabytes,
    TaskCosts tasks) {
  private static final Pattern COLLECTED = Pattern.compile("->(\\d+)M\\(");

  /** The program of a checkout and a city's folder. */
  record Place(Path home, Path city, String heap) {
    /** What a command prints; it may end with one of these exit codes. */
    String output(List<Integer> exitCodes, String... words)
        throws IOException, InterruptedException {
      Path out = Files.createTempFile("dawen-bench-", ".txt");
      try {
        int exitCode = command(words).redirectOutput(out.toFile()).start().waitFor();
        if (!exitCodes.contains(exitCode)) {
          throw new IllegalStateException(
              "./dawen %s ended with exit code %d".formatted(words[0], exitCode));
        }
        return Files.readString(out);
      } finally {
        Files.delete(out);
      }
    }

    private ProcessBuilder command(String... words) {
      List<String> command = new ArrayList<>(List.of(home.resolve("dawen").toString()));
      command.addAll(List.of(words));
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.redirectError(ProcessBuilder.Redirect.INHERIT).environment().put("DAWEN_HEAP", heap);
      return builder;
    }
  }

  /** A night into a lake beside the city's landing folder. */
  static LaunchedNight run(Place place, String lake) throws IOException, InterruptedException {
    return watch(place, lake, Duration.ofDays(1));
  }

  /** A night that is killed by {@code kill -9} after some time; false if it ended before. */
  static boolean kill(Place place, String lake, Duration after)
      throws IOException, InterruptedException {
    return watch(place, lake, after) == null;
  }

  private static LaunchedNight watch(Place place, String lake, Duration longest)
      throws IOException, InterruptedException {
    Path folder = Files.createDirectories(place.city().resolve("watched"));
    BenchNight.empty(folder);
    Path json = folder.resolve("closing.json");
    Path collections = folder.resolve("collections.log");
    ProcessBuilder command =
        place.command(
            "nightly",
            "--json",
            "--landing=" + place.city().resolve("landing"),
            "--lake=" + place.city().resolve(lake));
    command
        .environment()
        .merge(
            "DAWEN_JAVA_OPTS",
            "-Dspark.eventLog.enabled=true -Dspark.eventLog.compress=false -Dspark.eventLog.dir=%s -Xlog:gc:file=%s"
                .formatted(folder.toUri(), collections),
            (a, b) -> a + " " + b);
    long start = System.nanoTime();
    Process process = command.redirectOutput(json.toFile()).start();
    long peak = 0;
    Duration cpu = Duration.ZERO;
    while (process.isAlive()) {
      peak = Math.max(peak, peakKilobytes(process.pid()));
      cpu = process.info().totalCpuDuration().orElse(cpu);
      if (System.nanoTime() - start > longest.toNanos()) {
        process.destroyForcibly().waitFor(); // kill -9
        return null;
      }
      Thread.sleep(100);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    if (process.exitValue() != 0) {
      throw new IllegalStateException("the night ended with exit code " + process.exitValue());
    }
    return new LaunchedNight(
        new ObjectMapper().readTree(json.toFile()),
        seconds,
        cpu.toMillis() / 1e3,
        peak,
        heapMegabytes(collections),
        TaskCosts.read(folder));
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

  private static long heapMegabytes(Path collections) throws IOException {
    Matcher after = COLLECTED.matcher(Files.readString(collections, StandardCharsets.UTF_8));
    return after.results().mapToLong(m -> Long.parseLong(m.group(1))).max().orElse(0);
  }

  /** Seconds of some jobs of the closing table. */
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
