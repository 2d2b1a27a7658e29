package org.dawen.run;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.dawen.lake.Damage;
import org.dawen.lake.DaySet;
import org.dawen.lake.KeyScan;
import org.dawen.lake.Lake;
import org.dawen.lake.LakeInspection;
import org.dawen.lake.Message;
import org.dawen.lake.Selection;
import org.dawen.lake.Table;
import org.dawen.lake.Trouble;

/**
 * Runs a night: takes in what is new, asks the planner what is due, runs jobs that don't need each
 * other side by side in one session, writes their output and keeps the journal. The only thread
 * that writes {@code ops.*} is the one that calls {@link #night}.
 */
public final class Runner {
  private static final int MOST_NAMED = 20;

  private final Lake lake;
  private final Intake intake;
  private final List<Job> jobs;
  private final Settings settings;
  private final Progress progress;
  private final int sideBySide;
  private final String runId;
  private final LakeCheck check;
  private final Upgrade upgrade;
  private Frozen frozen;

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
    this.upgrade = new Upgrade(lake, progress);
    this.check =
        new LakeCheck(
            lake,
            intake.tables(),
            intake::lost,
            jobs.stream().flatMap(j -> j.spec().writes().stream()).distinct().toList());
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

  /** Due days of every job as the lake stands, without writing anything. */
  public List<Planner.Due> plan(Wish wish) {
    Journal journal = openJournal();
    unspoilt(journal).results().forEach(d -> journal.bookLost(d.table()));
    journal.bookCommits(check.booked());
    return jobs.stream().map(j -> due(j, journal, wish)).toList();
  }

  /**
   * Books that these tables were set aside, so that what follows them becomes due and the end of
   * their old log is not missed.
   */
  public static void bookSetAside(Lake lake, Collection<Table> tables, String runId) {
    Journal journal = new Journal(lake, runId);
    journal.bookCommits(tables);
    journal.flush();
  }

  /** Runs the night and reports. Failures of single jobs are in the report, not thrown. */
  public NightReport night(Wish wish) {
    long start = System.nanoTime();
    ExecutorService workers = Executors.newFixedThreadPool(sideBySide);
    ExecutorService writers = Executors.newCachedThreadPool();
    try {
      return night(wish, start, workers, writers);
    } finally {
      // After a failure too nobody may go on writing into a lake that the next run will hold.
      shutDown(workers);
      shutDown(writers);
    }
  }

  private NightReport night(
      Wish wish, long start, ExecutorService workers, ExecutorService writers) {
    requireKnownJobs(wish);
    List<Message> told = new ArrayList<>(wish.takeIn() ? intake.clearAway() : List.of());
    List<Job> inOrder = Planner.waves(jobs).stream().flatMap(List::stream).toList();
    Journal journal = openJournal();
    jobs.stream()
        .map(Job::spec)
        .filter(spec -> wish.forced().contains(spec.name()))
        .forEach(spec -> requireNotFrozen(spec, wish.within()));
    LakeCheck.Outside outside = unspoilt(journal);
    told.addAll(makeAnew(outside, journal, wish));
    upgrade.addColumns(check.ofIntakeAndRuns());
    upgrade.addColumns(check.results());
    Intake.Survey survey = wish.takeIn() ? intake.survey(progress) : null;
    boolean isAnythingNew = survey != null && !survey.isEmpty();
    if (isAnythingNew) {
      if (outside.journal() == null) {
        journal.begin();
      }
      survey.openLedger();
      survey.takeIn(workers);
    }
    journal.bookCommits(check.booked());
    JobSchedule schedule =
        new JobSchedule(
            inOrder,
            journal,
            job -> due(job, journal, wish),
            new JobWorker(lake, settings, progress, writers, runId),
            workers,
            progress,
            survey == null ? Set.of() : survey.unusable());
    schedule.start();
    if (isAnythingNew) {
      survey.closeLedger();
    }
    schedule.finish(this::checkWhatWasWritten);
    NightReport report = report(told, survey, schedule, inOrder);
    // Last: whatever fails before leaves its days due, so that the next night has something to do.
    progress.step(Message.of("night.closing-journal"));
    journal.bookCommits(check.booked());
    journal.flush();
    journal.fold(fingerprints());
    shortenLogs();
    return report.after(secondsSince(start));
  }

  /**
   * A few a night; nothing waits for it, and a log that is still long has its turn another night.
   */
  private void shortenLogs() {
    for (Table table : lake.longLogs()) {
      try {
        lake.shortenLog(table);
      } catch (RuntimeException e) {
        progress.warn(Message.of("night.long-log", table, FailureWords.of(e)));
        return;
      }
    }
  }

  private NightReport report(
      List<Message> told, Intake.Survey survey, JobSchedule schedule, List<Job> inOrder) {
    List<NightReport.Line> lines = new ArrayList<>();
    Set<Message> warnings = new LinkedHashSet<>(told);
    int exitCode = schedule.exitCode();
    if (survey != null) {
      lines.addAll(survey.lines());
      warnings.addAll(survey.warnings());
      exitCode =
          JobSchedule.worse(exitCode, survey.hasRefusals() ? Trouble.Kind.REFUSED.exitCode() : 0);
    }
    lines.addAll(schedule.lines(inOrder));
    warnings.addAll(schedule.warnings());
    List<Message> failedChecks = failedChecks();
    warnings.addAll(failedChecks);
    if (!failedChecks.isEmpty()) {
      exitCode = JobSchedule.worse(exitCode, Trouble.Kind.REFUSED.exitCode());
    }
    return new NightReport(runId, lines, List.copyOf(warnings), exitCode, BigDecimal.ZERO);
  }

  private Journal openJournal() {
    List<Damage> damaged = check.damaged(LakeInspection.Depth.EVERY_NIGHT);
    if (!damaged.isEmpty()) {
      throw Damage.trouble(damaged, null);
    }
    upgrade.requireAdditions(check.ofIntakeAndRuns());
    frozen = Frozen.of(lake, check.booked());
    return new Journal(lake, runId, JournalSnapshot.ofJobs(jobs.stream().map(Job::spec).toList()));
  }

  private Map<JobSpec, String> fingerprints() {
    Map<JobSpec, String> fingerprints = new LinkedHashMap<>();
    jobs.forEach(job -> fingerprints.put(job.spec(), fingerprint(job)));
    return fingerprints;
  }

  /** Empty if a setting that the job needs is wrong: it was told so when it should have run. */
  private String fingerprint(Job job) {
    try {
      return Fingerprint.of(job, settings);
    } catch (Trouble e) {
      return "";
    }
  }

  /** What somebody else did to results; fails if it was done to what only intake writes. */
  private LakeCheck.Outside unspoilt(Journal journal) {
    LakeCheck.Outside outside = check.outside(journal);
    if (!outside.guarded().isEmpty()) {
      throw Damage.trouble(outside.guarded(), null);
    }
    List<Damage> results = new ArrayList<>(outside.results());
    upgrade.toBeMadeAnew(check.results()).stream()
        .filter(o -> results.stream().noneMatch(d -> d.table().equals(o.table())))
        .forEach(results::add);
    return new LakeCheck.Outside(outside.guarded(), results, outside.journal());
  }

  /**
   * Sets aside the results that somebody else changed, or that have other columns: rows of days
   * that no job computes would stay for ever.
   *
   * @return what the operator is told
   */
  private List<Message> makeAnew(LakeCheck.Outside outside, Journal journal, Wish wish) {
    boolean isOfAllDays = wish.forced().isEmpty() && wish.within().equals(DaySet.ALWAYS);
    if (!outside.results().isEmpty() && !isOfAllDays) {
      throw Trouble.refused("night.first-all-days", Damage.sentences(outside.results()));
    }
    requireNoneFrozen(outside.results());
    List<Message> told = new ArrayList<>();
    if (outside.journal() != null) {
      told.add(Message.of("night.journal-anew", outside.journal()));
    }
    for (Damage result : outside.results()) {
      Table table = result.table();
      journal.bookLost(table);
      told.add(
          lake.hasFolder(table)
              ? Message.of("night.result-anew-kept", result.sentence(), lake.setAside(table, runId))
              : Message.of("night.result-anew", result.sentence()));
    }
    return told;
  }

  /** What cannot be recreated is not set aside unasked. */
  private void requireNoneFrozen(List<Damage> results) {
    List<Damage> lasting =
        results.stream()
            .filter(r -> lake.exists(r.table()))
            .filter(r -> !lake.daysPresent(r.table(), frozenDaysOf(r.table())).isEmpty())
            .toList();
    if (!lasting.isEmpty()) {
      throw Trouble.refused(
          "night.holds-deleted", Damage.sentences(lasting), Damage.remedy(lasting));
    }
  }

  private DaySet frozenDaysOf(Table table) {
    return DaySet.unionOf(
        jobs.stream()
            .map(Job::spec)
            .filter(spec -> spec.writes().contains(table))
            .map(frozen::daysOf)
            .toList());
  }

  private static void shutDown(ExecutorService threads) {
    threads.shutdown();
    try {
      threads.awaitTermination(10, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Looks at what was written, and notes what is wrong in place of what was wrong before. */
  private void checkWhatWasWritten(Map<Table, Written> written) {
    progress.step(Message.of("night.checking"));
    List<DataCheck> before = lake.rows(OpsTables.DATA_CHECK, DataCheck.class, DaySet.ALWAYS).list();
    written.forEach(
        (table, what) -> {
          DaySet days = what.days();
          List<KeyScan.Twice> twice = new KeyScan(table).twice(lake, what.files());
          boolean wasWrong =
              before.stream()
                  .anyMatch(c -> c.tableName().equals(table.name()) && days.contains(c.dataDay()));
          if (wasWrong || !twice.isEmpty()) {
            lake.replace(
                DataCheck.class,
                Selection.of(OpsTables.DATA_CHECK.key().get(0), Set.of(table.name())).within(days),
                days,
                Checks.keyNamesOneRow(table, twice, days.first()),
                "checks");
          }
        });
  }

  private List<Message> failedChecks() {
    return lake.rows(OpsTables.DATA_CHECK, DataCheck.class, DaySet.ALWAYS).list().stream()
        .limit(MOST_NAMED)
        .map(
            c ->
                Message.of(
                    "night.check-fails", c.checkName(), c.tableName(), c.dataDay(), c.sample()))
        .toList();
  }

  private Planner.Due due(Job job, Journal journal, Wish wish) {
    Planner planner = journal.planner();
    String fingerprint = Fingerprint.of(job, settings);
    if (!wish.forced().isEmpty()) {
      DaySet wanted = wish.forced().contains(job.spec().name()) ? wish.within() : DaySet.NONE;
      return within(
          planner.forced(job.spec(), fingerprint, wanted),
          DaySet.ALWAYS.minus(frozen.daysOf(job.spec())));
    }
    return within(
        planner.due(job.spec(), fingerprint), wish.within().minus(frozen.daysOf(job.spec())));
  }

  private static Planner.Due within(Planner.Due due, DaySet days) {
    return new Planner.Due(due.job(), due.fingerprint(), due.days().intersect(days), due.reasons());
  }

  /** Fails if days are asked for by name that can only be computed with less than there was. */
  private void requireNotFrozen(JobSpec job, DaySet wanted) {
    DaySet days = wanted.isBounded() ? wanted.intersect(frozen.daysOf(job)) : DaySet.NONE;
    if (!days.isEmpty()) {
      throw Trouble.usage("night.frozen", job.name(), days, frozen.reasons(job));
    }
  }

  private void requireKnownJobs(Wish wish) {
    Set<String> names = jobs.stream().map(j -> j.spec().name()).collect(Collectors.toSet());
    for (String wanted : wish.forced()) {
      if (!names.contains(wanted)) {
        throw Trouble.usage("night.no-job", wanted, names.stream().sorted().toList());
      }
    }
  }

  private static BigDecimal secondsSince(long nanos) {
    return BigDecimal.valueOf((System.nanoTime() - nanos) / 1_000_000, 3);
  }
}
