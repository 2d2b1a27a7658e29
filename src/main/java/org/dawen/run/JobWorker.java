package org.dawen.run;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FSError;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.lake.Commit;
import org.dawen.lake.Damage;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.Table;
import org.dawen.lake.Trouble;

/** Runs one job for some days and writes what it gives, its tables side by side. */
final class JobWorker {
  /** Of all followed tables on disk: a month of a village's meters, a day of a city's. */
  private static final long SMALL_BYTES = 16L << 20;

  private final Lake lake;
  private final Settings settings;
  private final Progress progress;
  private final ExecutorService writers;
  private final String runId;
  private final String landingRoot;

  JobWorker(
      Lake lake,
      Settings settings,
      Progress progress,
      ExecutorService writers,
      String runId,
      String landingRoot) {
    this.lake = lake;
    this.settings = settings;
    this.progress = progress;
    this.writers = writers;
    this.runId = runId;
    this.landingRoot = landingRoot;
  }

  /** The days in portions that fit into memory; inputs that are small as a whole are one. */
  List<DaySet> batches(JobSpec spec, DaySet days) {
    boolean fits =
        days.size() <= spec.batchDays()
            || spec.follows().stream().mapToLong(lake::storedBytes).sum() <= SMALL_BYTES;
    return fits ? List.of(days) : days.batches(spec.batchDays());
  }

  /** What the job throws is in the outcome; an error of the machine is thrown on. */
  BatchOutcome run(Job job, Planner.Due batch) {
    JobSpec spec = job.spec();
    DaySet days = batch.days();
    progress.step("%s: %s".formatted(spec.name(), inWords(days)));
    long start = System.nanoTime();
    JobInput input = new JobInput(lake, spec, days, settings, batch.fingerprint(), landingRoot);
    try {
      lake.spark().sparkContext().setJobGroup(runId, spec.name(), false);
      Readiness readiness = job.check(input);
      switch (readiness.kind()) {
        case NOT_READY -> throw Trouble.notReady(String.join(" ", readiness.reasons()), "");
        case SKIP -> {
          return new BatchOutcome(batch, 0, Map.of(), secondsSince(start), true, null);
        }
        case READY_WITH_WARNINGS -> readiness.reasons().forEach(progress::warn);
        case READY -> {}
      }
      Map<Table, List<Commit>> written = write(spec, days, job.run(input));
      return new BatchOutcome(
          batch, countRows(spec, days), written, secondsSince(start), false, null);
    } catch (Exception e) { // Spark throws its own exceptions undeclared
      Trouble damage = Damage.behind(e, tablesOf(spec));
      return new BatchOutcome(
          batch, 0, Map.of(), secondsSince(start), false, damage == null ? e : damage);
    } finally {
      input.release();
      lake.spark().sparkContext().clearJobGroup();
    }
  }

  private static List<Table> tablesOf(JobSpec spec) {
    return Stream.of(spec.follows(), spec.looksUp(), spec.writes())
        .flatMap(Collection::stream)
        .toList();
  }

  private Map<Table, List<Commit>> write(JobSpec spec, DaySet days, Map<Table, Dataset<Row>> output)
      throws Exception {
    if (!output.keySet().equals(new HashSet<>(spec.writes()))) {
      throw new IllegalStateException(
          "%s declares to write %s but gave %s"
              .formatted(spec.name(), spec.writes(), output.keySet()));
    }
    Map<Table, Future<List<Commit>>> running = new LinkedHashMap<>();
    spec.writes()
        .forEach(t -> running.put(t, writers.submit(() -> replace(t, days, output.get(t), spec))));
    // A table still being written must not outlive its job, whatever became of the others.
    Map<Table, List<Commit>> written = new LinkedHashMap<>();
    Exception failure = null;
    for (Map.Entry<Table, Future<List<Commit>>> table : running.entrySet()) {
      try {
        written.put(table.getKey(), table.getValue().get());
      } catch (ExecutionException e) {
        if (e.getCause() instanceof FSError disk) { // a full disk is no fault of the machine
          failure = failure == null ? new IOException(disk.getCause()) : failure;
        } else if (e.getCause() instanceof Error error) {
          throw error;
        } else {
          failure = failure == null ? (Exception) e.getCause() : failure;
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
    return written;
  }

  private List<Commit> replace(Table table, DaySet days, Dataset<Row> rows, JobSpec spec) {
    lake.spark().sparkContext().setJobGroup(runId, spec.name(), false);
    return lake.replaceDays(table, days, rows, spec.name());
  }

  private long countRows(JobSpec spec, DaySet days) {
    return spec.follows().stream()
        .mapToLong(t -> lake.countRows(t, spec.reachOf(t).inputDays(days)))
        .sum();
  }

  private static String inWords(DaySet days) {
    int n = days.size();
    return n == 1
        ? days.first().toString()
        : "%d days from %s to %s".formatted(n, days.first(), days.last());
  }

  private static BigDecimal secondsSince(long nanos) {
    return BigDecimal.valueOf((System.nanoTime() - nanos) / 1_000_000, 3);
  }
}
