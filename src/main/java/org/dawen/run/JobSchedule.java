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
import java.util.stream.Stream;
import org.dawen.lake.DaySet;
import org.dawen.lake.Message;
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
  private final Set<Message> warnings = new LinkedHashSet<>();
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
        List<Job> together = waiting.contains(job) ? together(job) : List.of();
        if (!together.isEmpty() && !waitForAnother(together)) {
          together.forEach(waiting::remove);
          isMore |= !begin(together);
        }
      }
    }
  }

  /** Those computed in one go with a job, and the job: the parts of its pass. */
  private List<Job> together(Job job) {
    return waiting.stream().filter(job::isOfSamePass).toList();
  }

  private boolean waitForAnother(List<Job> together) {
    Set<String> reads = inputNames(together);
    return Stream.concat(waiting.stream(), running.stream())
        .filter(other -> !together.contains(other))
        .flatMap(other -> other.spec().writes().stream())
        .anyMatch(t -> reads.contains(t.name()));
  }

  private static Set<String> inputNames(List<Job> jobs) {
    return jobs.stream().flatMap(j -> j.spec().inputNames().stream()).collect(Collectors.toSet());
  }

  /** False if the jobs are through without having run. */
  private boolean begin(List<Job> together) {
    Map<Job, Planner.Due> due = new LinkedHashMap<>();
    together.forEach(job -> addDue(job, due));
    if (due.isEmpty()) {
      return false;
    }
    List<DaySet> batches;
    try {
      batches =
          worker.batches(
              due.keySet().stream().map(Job::spec).toList(),
              DaySet.unionOf(due.values().stream().map(Planner.Due::days).toList()));
    } catch (RuntimeException e) {
      due.keySet().forEach(job -> failBeforeRun(job, e));
      return false;
    }
    due.keySet()
        .forEach(
            job -> {
              asOf.put(job, journal.newestSeq());
              outcomes.put(job, new ArrayList<>());
            });
    running.addAll(due.keySet());
    workers.execute(() -> work(due, batches));
    return true;
  }

  /** Adds the due days of a job, unless nothing is due or something hinders it. */
  private void addDue(Job job, Map<Job, Planner.Due> due) {
    Planner.Due days;
    try {
      days = dueNow.apply(job);
    } catch (RuntimeException e) {
      failBeforeRun(job, e);
      return;
    }
    if (days.isEmpty()) {
      return;
    }
    Message hindrance = hindrance(job);
    if (hindrance == null) {
      due.put(job, days);
    } else {
      breakOff(job);
      warnings.add(Message.of("night.not-run", job.spec().name(), days.days(), hindrance));
      lines.put(job, line(job, days.days(), 0, 0, BigDecimal.ZERO, "not ready"));
    }
  }

  private void failBeforeRun(Job job, RuntimeException e) {
    lines.put(job, line(job, DaySet.NONE, 0, 0, BigDecimal.ZERO, "failed"));
    fail(job, e);
  }

  private void work(Map<Job, Planner.Due> due, List<DaySet> batches) {
    Throwable fatal = null;
    try {
      boolean isFailed = false;
      for (int i = 0; i < batches.size() && !isFailed; i++) {
        Map<Job, Planner.Due> batch = within(due, batches.get(i));
        if (batch.isEmpty()) {
          continue;
        }
        for (Map.Entry<Job, BatchOutcome> outcome : worker.run(batch).entrySet()) {
          words.add(new Word(outcome.getKey(), outcome.getValue(), null));
          isFailed |= outcome.getValue().failure() != null;
        }
      }
    } catch (Throwable t) { // an error of the machine; the runner's thread throws it on
      fatal = t;
    }
    for (Job job : due.keySet()) {
      words.add(new Word(job, null, fatal));
    }
  }

  private static Map<Job, Planner.Due> within(Map<Job, Planner.Due> due, DaySet days) {
    Map<Job, Planner.Due> some = new LinkedHashMap<>();
    due.forEach(
        (job, d) -> {
          DaySet of = d.days().intersect(days);
          if (!of.isEmpty()) {
            some.put(job, new Planner.Due(d.job(), d.fingerprint(), of, d.reasons()));
          }
        });
    return some;
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
    if (o.failure() == null) {
      journal.done(
          job.spec().name(),
          o.due().days(),
          asOf.get(job),
          o.due().fingerprint(),
          o.due().reasons().keySet().stream()
              .map(why -> why.message().toString())
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
    List<BatchOutcome> done = all.stream().filter(o -> o.failure() == null).toList();
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
    warnings.add(Message.of("night.job-failed", job.spec().name(), FailureWords.of(failure)));
    if (failure instanceof Trouble trouble) {
      exitCode = worse(exitCode, trouble.kind().exitCode());
    } else {
      progress.warn(Message.verbatim(FailureWords.stackOf(failure)));
      exitCode = 1;
    }
  }

  private void breakOff(Job job) {
    job.spec().writes().forEach(t -> broken.add(t.name()));
  }

  private Message hindrance(Job job) {
    Set<String> reads = job.spec().inputNames();
    return unusable.stream()
        .filter(t -> reads.contains(t.name()))
        .findFirst()
        .map(t -> Message.of("night.held-back", t))
        .orElseGet(
            () ->
                reads.stream()
                    .filter(broken::contains)
                    .sorted()
                    .findFirst()
                    .map(t -> Message.of("night.not-up-to-date", t))
                    .orElse(null));
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

  Set<Message> warnings() {
    return warnings;
  }

  int exitCode() {
    return exitCode;
  }
}
