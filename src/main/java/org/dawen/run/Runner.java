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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.Table;
import org.dawen.lake.Trouble;

/**
 * Runs a night: takes in what is new, asks the planner what is due, runs jobs that don't need each
 * other side by side in one session, writes their output and keeps the journal. The only thread
 * that writes {@code ops.*} is the one that calls {@link #night}.
 */
public final class Runner {
  private final Lake lake;
  private final Intake intake;
  private final List<Job> jobs;
  private final Settings settings;
  private final Progress progress;
  private final int sideBySide;
  private final String runId;

  public Runner(
      Lake lake,
      Intake intake,
      List<Job> jobs,
      Settings settings,
      Progress progress,
      int sideBySide,
      String runId) {
    this.lake = lake;
    this.intake = intake;
    this.jobs = List.copyOf(jobs);
    this.settings = settings;
    this.progress = progress;
    this.sideBySide = sideBySide;
    this.runId = runId;
  }

  /**
   * What to do beyond what is due.
   *
   * @param within only these days; the others stay due
   * @param forced names of jobs to run for {@code within} whether due or not, and no other job;
   *     empty: whatever is due
   * @param takeIn whether to look at the landing folder first
   */
  public record Wish(DaySet within, Set<String> forced, boolean takeIn) {
    /** An ordinary night. */
    public static Wish everythingDue() {
      return new Wish(DaySet.ALWAYS, Set.of(), true);
    }
  }

  /** One job of one run with what became of it. */
  private record Outcome(
      Planner.Due due,
      long rowsIn,
      Map<Table, Checks.Standing> written,
      BigDecimal seconds,
      Exception failure) {
    long rowsOut() {
      return written.values().stream().mapToLong(Checks.Standing::rows).sum();
    }
  }

  /** Due days of every job as the lake stands, without writing anything. */
  public List<Planner.Due> plan(Wish wish) {
    Journal journal = new Journal(lake, runId);
    journal.bookCommits(allTables());
    return jobs.stream().map(j -> due(j, journal, wish)).toList();
  }

  /** Runs the night and reports. Failures of single jobs are in the report, not thrown. */
  public NightReport night(Wish wish) {
    long start = System.nanoTime();
    List<NightReport.Line> lines = new ArrayList<>();
    Set<String> warnings = new LinkedHashSet<>();
    ExecutorService workers = Executors.newFixedThreadPool(sideBySide);
    int exitCode = 0;
    try {
      requireKnownJobs(wish);
      Journal journal = new Journal(lake, runId);
      Collection<Table> unusable = Set.of();
      if (wish.takeIn()) {
        Intake.Survey survey = intake.survey(progress);
        if (!survey.isEmpty()) {
          survey.openLedger();
          survey.takeIn(workers);
          survey.closeLedger();
        }
        lines.addAll(survey.lines());
        warnings.addAll(survey.warnings());
        exitCode = survey.hasRefusals() ? Trouble.Kind.REFUSED.exitCode() : 0;
        unusable = survey.unusable();
      }
      journal.bookCommits(allTables());
      Set<String> broken = new HashSet<>();
      for (List<Job> wave : Planner.waves(jobs)) {
        int code = runWave(wave, journal, wish, unusable, broken, workers, lines, warnings);
        exitCode = worse(exitCode, code);
      }
      journal.flush();
      journal.compactIfNeeded();
      warnings.addAll(failedChecks());
    } finally {
      workers.shutdown();
    }
    return new NightReport(runId, lines, List.copyOf(warnings), exitCode, secondsSince(start));
  }

  private int runWave(
      List<Job> wave,
      Journal journal,
      Wish wish,
      Collection<Table> unusable,
      Set<String> broken,
      ExecutorService workers,
      List<NightReport.Line> lines,
      Set<String> warnings) {
    int exitCode = 0;
    Map<Job, List<Planner.Due>> todo = new LinkedHashMap<>();
    for (Job job : wave) {
      Planner.Due due = due(job, journal, wish);
      String hindrance = hindrance(job, unusable, broken);
      if (due.isEmpty()) {
        continue;
      }
      if (!hindrance.isEmpty()) {
        broken.addAll(job.spec().writes().stream().map(Table::name).toList());
        warnings.add(
            "%s was not run for %s: %s".formatted(job.spec().name(), due.days(), hindrance));
        lines.add(line(job, due.days(), 0, 0, BigDecimal.ZERO, "not ready"));
        continue;
      }
      todo.put(
          job,
          due.days().batches(job.spec().batchDays()).stream()
              .map(b -> new Planner.Due(due.job(), due.fingerprint(), b, due.reasons()))
              .toList());
    }
    long asOf = journal.newestSeq();
    Map<Job, Future<List<Outcome>>> running = new LinkedHashMap<>();
    todo.forEach(
        (job, batches) -> running.put(job, workers.submit(() -> runBatches(job, batches))));
    for (Map.Entry<Job, Future<List<Outcome>>> entry : running.entrySet()) {
      Job job = entry.getKey();
      List<Outcome> outcomes = await(entry.getValue());
      journal.bookCommits(job.spec().writes());
      for (Outcome o : outcomes) {
        if (o.failure() == null) {
          journal.done(
              job.spec().name(),
              o.due().days(),
              asOf,
              o.due().fingerprint(),
              words(o.due()),
              o.rowsIn(),
              o.rowsOut(),
              o.seconds());
        }
      }
      exitCode = worse(exitCode, report(job, outcomes, broken, lines, warnings));
      outcomes.forEach(o -> writeFindings(o.due().days(), o.written()));
    }
    journal.bookCommits(allTables());
    journal.flush();
    return exitCode;
  }

  private List<Outcome> runBatches(Job job, List<Planner.Due> batches) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Planner.Due batch : batches) {
      progress.step("%s: %s".formatted(job.spec().name(), daysInWords(batch.days())));
      long start = System.nanoTime();
      JobInput input = new JobInput(lake, job.spec(), batch.days(), settings);
      try {
        lake.spark().sparkContext().setJobGroup(runId, job.spec().name(), false);
        Readiness readiness = job.check(input);
        switch (readiness.kind()) {
          case NOT_READY -> throw Trouble.notReady(String.join(" ", readiness.reasons()), "");
          case SKIP -> {
            continue;
          }
          case READY_WITH_WARNINGS -> readiness.reasons().forEach(progress::warn);
          case READY -> {}
        }
        Map<Table, Dataset<Row>> output = job.run(input);
        if (!output.keySet().equals(new HashSet<>(job.spec().writes()))) {
          throw new IllegalStateException(
              "%s declares to write %s but gave %s"
                  .formatted(job.spec().name(), job.spec().writes(), output.keySet()));
        }
        for (Table table : job.spec().writes()) {
          lake.replaceDays(table, batch.days(), output.get(table), job.spec().name());
        }
        outcomes.add(
            new Outcome(
                batch,
                countRows(job.spec(), batch.days()),
                standing(job.spec().writes(), batch.days()),
                secondsSince(start),
                null));
      } catch (Exception e) {
        outcomes.add(new Outcome(batch, 0, Map.of(), secondsSince(start), e));
        return outcomes;
      } finally {
        input.release();
        lake.spark().sparkContext().clearJobGroup();
      }
    }
    return outcomes;
  }

  private Map<Table, Checks.Standing> standing(List<Table> tables, DaySet days) {
    Map<Table, Checks.Standing> standing = new LinkedHashMap<>();
    tables.forEach(t -> standing.put(t, Checks.standing(lake, t, days)));
    return standing;
  }

  private long countRows(JobSpec spec, DaySet days) {
    return spec.follows().stream()
        .mapToLong(t -> lake.read(t, spec.reachOf(t).inputDays(days)).count())
        .sum();
  }

  private int report(
      Job job,
      List<Outcome> outcomes,
      Set<String> broken,
      List<NightReport.Line> lines,
      Set<String> warnings) {
    Exception failure =
        outcomes.stream().map(Outcome::failure).filter(f -> f != null).findFirst().orElse(null);
    DaySet days =
        DaySet.unionOf(
            outcomes.stream().filter(o -> o.failure() == null).map(o -> o.due().days()).toList());
    long rowsIn = outcomes.stream().mapToLong(Outcome::rowsIn).sum();
    long rowsOut = outcomes.stream().mapToLong(Outcome::rowsOut).sum();
    BigDecimal seconds =
        outcomes.stream().map(Outcome::seconds).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (failure == null) {
      lines.add(line(job, days, rowsIn, rowsOut, seconds, "done"));
      return 0;
    }
    broken.addAll(job.spec().writes().stream().map(Table::name).toList());
    warnings.add(
        "%s failed: %s  Its days stay due; the next night tries again."
            .formatted(job.spec().name(), FailureWords.of(failure)));
    lines.add(line(job, days, rowsIn, rowsOut, seconds, "failed"));
    if (failure instanceof Trouble trouble) {
      return trouble.kind().exitCode();
    }
    progress.warn(FailureWords.stackOf(failure));
    return 1;
  }

  private static NightReport.Line line(
      Job job, DaySet days, long rowsIn, long rowsOut, BigDecimal seconds, String outcome) {
    return new NightReport.Line(
        job.spec().name(), days.size(), rowsIn, rowsOut, 0, seconds, outcome);
  }

  private void writeFindings(DaySet days, Map<Table, Checks.Standing> written) {
    written.forEach(
        (table, standing) -> {
          String place = "table_name = '%s' AND %s".formatted(table.name(), days.toSql("data_day"));
          boolean anythingBefore =
              lake.exists(OpsTables.DATA_CHECK)
                  && !lake.read(OpsTables.DATA_CHECK).where(place).isEmpty();
          if (anythingBefore) {
            lake.replaceWhere(
                OpsTables.DATA_CHECK,
                place,
                days,
                Checks.keyNamesOneRow(lake, table, days),
                "checks");
          } else if (standing.ambiguousKeys() > 0) {
            lake.append(
                OpsTables.DATA_CHECK, days, Checks.keyNamesOneRow(lake, table, days), "checks");
          }
        });
  }

  private List<String> failedChecks() {
    if (!lake.exists(OpsTables.DATA_CHECK)) {
      return List.of();
    }
    return Lake.first(lake.read(OpsTables.DATA_CHECK), 20).stream()
        .map(
            r ->
                "Check %s of %s does not hold on %s: %s.  Run './dawen doctor'."
                    .formatted(
                        r.text(OpsTables.CHECK_NAME),
                        r.text(OpsTables.CHECKED_TABLE),
                        r.day(OpsTables.DATA_DAY),
                        r.text(OpsTables.SAMPLE)))
        .toList();
  }

  private Planner.Due due(Job job, Journal journal, Wish wish) {
    Planner planner = new Planner(journal.entries());
    String fingerprint = Fingerprint.of(job, settings);
    if (!wish.forced().isEmpty()) {
      DaySet wanted = wish.forced().contains(job.spec().name()) ? wish.within() : DaySet.NONE;
      return planner.forced(job.spec(), fingerprint, wanted);
    }
    Planner.Due due = planner.due(job.spec(), fingerprint);
    return new Planner.Due(
        due.job(), fingerprint, due.days().intersect(wish.within()), due.reasons());
  }

  private void requireKnownJobs(Wish wish) {
    Set<String> names = jobs.stream().map(j -> j.spec().name()).collect(Collectors.toSet());
    for (String wanted : wish.forced()) {
      if (!names.contains(wanted)) {
        throw Trouble.usage(
            "There is no job '%s'.".formatted(wanted),
            "Jobs: %s.".formatted(names.stream().sorted().collect(Collectors.joining(", "))));
      }
    }
  }

  private static String hindrance(Job job, Collection<Table> unusable, Set<String> broken) {
    for (Table table : unusable) {
      if (job.spec().inputNames().contains(table.name())) {
        return "the file behind %s was held back; correct it and run again.".formatted(table);
      }
    }
    return job.spec().inputNames().stream()
        .filter(broken::contains)
        .findFirst()
        .map(t -> "%s is not up to date.".formatted(t))
        .orElse("");
  }

  private List<Table> allTables() {
    Set<Table> tables = new LinkedHashSet<>(intake.tables());
    jobs.forEach(j -> tables.addAll(j.spec().writes()));
    return List.copyOf(tables);
  }

  private static String words(Planner.Due due) {
    return due.reasons().keySet().stream()
        .map(Planner.Why::words)
        .collect(Collectors.joining(", "));
  }

  static String daysInWords(DaySet days) {
    List<DaySet.Range> ranges = days.ranges();
    if (ranges.isEmpty()) {
      return "no days";
    }
    int n = days.size();
    return n == 1
        ? ranges.get(0).from().toString()
        : "%d days from %s to %s"
            .formatted(n, ranges.get(0).from(), ranges.get(ranges.size() - 1).to());
  }

  private static int worse(int a, int b) {
    if (a == 1 || b == 1) {
      return 1;
    }
    return Math.max(a, b);
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the run was interrupted", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException r ? r : new IllegalStateException(e);
    }
  }

  private static BigDecimal secondsSince(long nanos) {
    return BigDecimal.valueOf((System.nanoTime() - nanos) / 1_000_000, 3);
  }
}
