package org.dawen.run;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FSError;
import org.dawen.lake.Commit;
import org.dawen.lake.Damage;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.Message;
import org.dawen.lake.Table;
import org.dawen.lake.Trouble;
import org.dawen.lake.WrittenFile;

/** Runs jobs for some days and commits what they give, their tables side by side. */
final class JobWorker {
  /** Of all followed tables on disk: a month of a village's meters, a day of a city's. */
  private static final long SMALL_BYTES = 16L << 20;

  private final Lake lake;
  private final Settings settings;
  private final Progress progress;
  private final ExecutorService writers;
  private final String runId;

  JobWorker(
      Lake lake, Settings settings, Progress progress, ExecutorService writers, String runId) {
    this.lake = lake;
    this.settings = settings;
    this.progress = progress;
    this.writers = writers;
    this.runId = runId;
  }

  /** The days in portions that fit into memory; inputs that are small as a whole are one. */
  List<DaySet> batches(Collection<JobSpec> specs, DaySet days) {
    int most = specs.stream().mapToInt(JobSpec::batchDays).min().orElseThrow();
    boolean fits =
        days.size() <= most
            || specs.stream()
                    .flatMap(s -> s.follows().stream())
                    .distinct()
                    .mapToLong(lake::dataBytes)
                    .sum()
                <= SMALL_BYTES;
    return fits ? List.of(days) : days.batches(most);
  }

  /**
   * Runs jobs that are computed in one go, the parts of a pass.
   *
   * @return what became of each; what a job throws is in its outcome, an error of the machine is
   *     thrown on
   */
  Map<Job, BatchOutcome> run(Map<Job, Planner.Due> batch) {
    Job first = batch.keySet().iterator().next();
    lake.spark().sparkContext().setJobGroup(runId, first.spec().name(), false);
    batch.forEach(
        (job, due) ->
            progress.step(Message.of("night.job", job.spec().name(), inWords(due.days()))));
    try {
      return run(first.pass(), batch);
    } finally {
      lake.spark().sparkContext().clearJobGroup();
    }
  }

  private Map<Job, BatchOutcome> run(Pass pass, Map<Job, Planner.Due> batch) {
    Map<JobSpec, DaySet> due = new LinkedHashMap<>();
    batch.forEach((job, d) -> due.put(job.spec(), d.days()));
    long start = System.nanoTime();
    Map<Job, BatchOutcome> outcomes = new LinkedHashMap<>();
    try {
      PassRun run = new PassRun(lake, pass, due, settings);
      Map<String, List<WrittenFile>> files = run.compute();
      for (Map.Entry<Job, Planner.Due> part : batch.entrySet()) {
        outcomes.put(part.getKey(), commit(part, files, run.rowsIn(), start));
        start = System.nanoTime();
      }
    } catch (FSError e) { // what a local disk says, as below
      failParts(batch, outcomes, new IOException(e.getCause()), start);
    } catch (Exception e) { // Spark throws its own exceptions undeclared
      failParts(batch, outcomes, e, start);
    }
    return outcomes;
  }

  private static void failParts(
      Map<Job, Planner.Due> batch, Map<Job, BatchOutcome> outcomes, Exception e, long start) {
    batch.forEach((job, due) -> outcomes.putIfAbsent(job, failed(job.spec(), due, e, start)));
  }

  private BatchOutcome commit(
      Map.Entry<Job, Planner.Due> part,
      Map<String, List<WrittenFile>> files,
      long rowsIn,
      long start) {
    JobSpec spec = part.getKey().spec();
    DaySet days = part.getValue().days();
    try {
      Map<Table, List<Commit>> written =
          each(
              spec.writes(),
              t -> lake.commit(t, days, files.getOrDefault(t.name(), List.of()), spec.name()));
      return new BatchOutcome(part.getValue(), rowsIn, written, secondsSince(start), null);
    } catch (Exception e) {
      return failed(spec, part.getValue(), e, start);
    }
  }

  private static BatchOutcome failed(JobSpec spec, Planner.Due batch, Exception e, long start) {
    Trouble damage = Damage.behind(e, tablesOf(spec));
    return new BatchOutcome(batch, 0, Map.of(), secondsSince(start), damage == null ? e : damage);
  }

  private static List<Table> tablesOf(JobSpec spec) {
    return Stream.of(spec.follows(), spec.looksUp(), spec.writes())
        .flatMap(Collection::stream)
        .toList();
  }

  /** Commits tables side by side. */
  private Map<Table, List<Commit>> each(List<Table> tables, Function<Table, List<Commit>> writing)
      throws Exception {
    Map<Table, Future<List<Commit>>> running = new LinkedHashMap<>();
    tables.forEach(t -> running.put(t, writers.submit(() -> writing.apply(t))));
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

  private static Object inWords(DaySet days) {
    int n = days.size();
    return n == 1 ? days.first() : Message.of("night.days", n, days.first(), days.last());
  }

  private static BigDecimal secondsSince(long nanos) {
    return BigDecimal.valueOf((System.nanoTime() - nanos) / 1_000_000, 3);
  }
}
