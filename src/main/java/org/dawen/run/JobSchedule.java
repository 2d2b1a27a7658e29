package org.dawen.run;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dawen.lake.DaySet;
import org.dawen.lake.Table;
import org.dawen.lake.Trouble;

/**
 * The due jobs of one night. A job starts as soon as every job whose tables it reads is through;
 * jobs that don't need each other run side by side. Everything that reaches the journal is noted by
 * the thread that calls {@link #start} and {@link #finish}.
 */
final class JobSchedule {
  /** A kill must not cost more than about this much of a long rebuild. */
  private static final long JOURNAL_EVERY_NANOS = 60_000_000_000L;

  /** What a worker tells: a batch done or failed, then that the job is through. */
  private record Word(Job job, BatchOutcome outcome, Throwable fatal) {
    boolean isLast() {
      return outcome == null;
    }
  }

  private final Journal journal;
  private final Function<Job, Planner.Due> dueNow;
  private final JobWorker worker;
  private final ExecutorService workers;
  private final Progress progress;
  private final Collection<Table> unusable;
  private final Set<Job> waiting;
  private final Set<Job> running = new HashSet<>();
  private final Map<Job, Long> asOf = new LinkedHashMap<>();
  private final Map<Job, List<BatchOutcome>> outcomes = new LinkedHashMap<>();
  private final Map<Job, NightReport.Line> lines = new LinkedHashMap<>();
  private final Map<Table, Written> written = new LinkedHashMap<>();
  private final Set<String> broken = new HashSet<>();
  private final Set<String> warnings = new LinkedHashSet<>();
  private final BlockingQueue<Word> words = new LinkedBlockingQueue<>();
  private long flushedAt = System.nanoTime();
  private int exitCode;

  /**
   * A schedule of jobs.
   *
   * @param inOrder the jobs, each behind those whose tables it reads
   * @param dueNow the due days of a job as the journal stands when it is asked
   * @param unusable tables that must not be used because their file was held back
   */
  JobSchedule(
      List<Job> inOrder,
      Journal journal,
      Function<Job, Planner.Due> dueNow,
      JobWorker worker,
      ExecutorService workers,
      Progress progress,
      Collection<Table> unusable) {
    this.waiting = new LinkedHashSet<>(inOrder);
    this.journal = journal;
    this.dueNow = dueNow;
    this.worker = worker;
    this.workers = workers;
    this.progress = progress;
    this.unusable = unusable;
  }

  /** Starts every job that waits for none. Jobs of which nothing is due are through at once. */
  void start() {
    boolean isMore = true;
    while (isMore) {
      isMore = false;
      for (Job job : List.copyOf(waiting)) {
        if (!waitsForAnother(job)) {
          waiting.remove(job);
          isMore |= !begin(job);
        }
      }
    }
  }

  private boolean waitsForAnother(Job job) {
    Set<String> reads = job.spec().inputNames();
    return java.util.stream.Stream.concat(waiting.stream(), running.stream())
        .filter(other -> other != job)
        .flatMap(other -> other.spec().writes().stream())
        .anyMatch(t -> reads.contains(t.name()));
  }

  /** False if the job is through without having run. */
  private boolean begin(Job job) {
    Planner.Due due;
    List<DaySet> days;
    try {
      due = dueNow.apply(job);
      days = due.isEmpty() ? List.of() : worker.batches(job.spec(), due.days());
    } catch (RuntimeException e) {
      lines.put(job, line(job, DaySet.NONE, 0, 0, BigDecimal.ZERO, "failed"));
      fail(job, e);
      return false;
    }
    if (due.isEmpty()) {
      return false;
    }
    String hindrance = hindrance(job);
    if (!hindrance.isEmpty()) {
      breakOff(job);
      warnings.add("%s was not run for %s: %s".formatted(job.spec().name(), due.days(), hindrance));
      lines.put(job, line(job, due.days(), 0, 0, BigDecimal.ZERO, "not ready"));
      return false;
    }
    asOf.put(job, journal.newestSeq());
    outcomes.put(job, new ArrayList<>());
    running.add(job);
    List<Planner.Due> batches =
        days.stream()
            .map(b -> new Planner.Due(due.job(), due.fingerprint(), b, due.reasons()))
            .toList();
    workers.execute(() -> work(job, batches));
    return true;
  }

  private void work(Job job, List<Planner.Due> batches) {
    Throwable fatal = null;
    try {
      for (Planner.Due batch : batches) {
        BatchOutcome outcome = worker.run(job, batch);
        words.add(new Word(job, outcome, null));
        if (outcome.failure() != null) {
          break;
        }
      }
    } catch (Throwable t) { // an error of the machine; the runner's thread throws it on
      fatal = t;
    }
    words.add(new Word(job, null, fatal));
  }

  /**
   * Waits until every job has ended.
   *
   * @param check looks at what was written; what the journal calls done has been looked at
   */
  void finish(Consumer<Map<Table, Written>> check) {
    while (!running.isEmpty()) {
      Word word = next();
      if (word.fatal() != null) {
        if (word.fatal() instanceof Error error) {
          throw error;
        }
        throw new IllegalStateException(word.job().spec().name(), word.fatal());
      }
      journal.bookCommits(word.job().spec().writes());
      if (word.isLast()) {
        running.remove(word.job());
        report(word.job());
        start();
      } else {
        note(word.job(), word.outcome());
      }
      if (System.nanoTime() - flushedAt > JOURNAL_EVERY_NANOS) {
        check(check);
        journal.flush();
        flushedAt = System.nanoTime();
      }
    }
    check(check);
  }

  private void check(Consumer<Map<Table, Written>> check) {
    check.accept(new LinkedHashMap<>(written));
    written.clear();
  }

  private Word next() {
    try {
      return words.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the run was interrupted", e);
    }
  }

  private void note(Job job, BatchOutcome o) {
    outcomes.get(job).add(o);
    if (o.failure() == null && !o.isSkipped()) {
      journal.done(
          job.spec().name(),
          o.due().days(),
          asOf.get(job),
          o.due().fingerprint(),
          o.due().reasons().keySet().stream()
              .map(Planner.Why::words)
              .collect(Collectors.joining(", ")),
          o.rowsIn(),
          o.rowsOut(),
          o.seconds());
      o.written()
          .forEach(
              (table, commits) ->
                  written.computeIfAbsent(table, t -> new Written()).add(o.due().days(), commits));
    }
  }

  private void report(Job job) {
    List<BatchOutcome> all = outcomes.get(job);
    List<BatchOutcome> done =
        all.stream().filter(o -> o.failure() == null && !o.isSkipped()).toList();
    Exception failure =
        all.stream().map(BatchOutcome::failure).filter(f -> f != null).findFirst().orElse(null);
    if (failure == null && done.isEmpty()) {
      return;
    }
    lines.put(
        job,
        line(
            job,
            DaySet.unionOf(done.stream().map(o -> o.due().days()).toList()),
            done.stream().mapToLong(BatchOutcome::rowsIn).sum(),
            done.stream().mapToLong(BatchOutcome::rowsOut).sum(),
            all.stream().map(BatchOutcome::seconds).reduce(BigDecimal.ZERO, BigDecimal::add),
            failure == null ? "done" : "failed"));
    if (failure != null) {
      fail(job, failure);
    }
  }

  private void fail(Job job, Exception failure) {
    breakOff(job);
    warnings.add(
        "%s failed: %s  Its days stay due; the next night tries again."
            .formatted(job.spec().name(), FailureWords.of(failure)));
    if (failure instanceof Trouble trouble) {
      exitCode = worse(exitCode, trouble.kind().exitCode());
    } else {
      progress.warn(FailureWords.stackOf(failure));
      exitCode = 1;
    }
  }

  private void breakOff(Job job) {
    job.spec().writes().forEach(t -> broken.add(t.name()));
  }

  private String hindrance(Job job) {
    Set<String> reads = job.spec().inputNames();
    return unusable.stream()
        .filter(t -> reads.contains(t.name()))
        .findFirst()
        .map(t -> "the file behind %s was held back; correct it and run again.".formatted(t))
        .orElseGet(
            () ->
                reads.stream()
                    .filter(broken::contains)
                    .sorted()
                    .findFirst()
                    .map(t -> "%s is not up to date.".formatted(t))
                    .orElse(""));
  }

  private static NightReport.Line line(
      Job job, DaySet days, long rowsIn, long rowsOut, BigDecimal seconds, String outcome) {
    return new NightReport.Line(
        job.spec().name(), days.size(), rowsIn, rowsOut, 0, seconds, outcome);
  }

  static int worse(int a, int b) {
    return a == 1 || b == 1 ? 1 : Math.max(a, b);
  }

  /** One line a job, in the order given. */
  List<NightReport.Line> lines(List<Job> inOrder) {
    return inOrder.stream().map(lines::get).filter(l -> l != null).toList();
  }

  Set<String> warnings() {
    return warnings;
  }

  int exitCode() {
    return exitCode;
  }
}
