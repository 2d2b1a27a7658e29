package org.dawen.run;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dawen.cli.Catalogue;
import org.dawen.intake.Feeds;
import org.dawen.intake.FileLedgerTables;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.SharedSession;
import org.dawen.lake.Table;

/**
 * The journal of a year of hourly runs: every hour each feed brings rows of its day, every job is
 * done for the days they reach. Measures reading it and planning from it.
 */
public final class JournalYear {
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final String CODE = "now";

  private JournalYear() {}

  /** {@code write|plan LAKE RUNS}. */
  public static void main(String[] args) {
    Lake lake = new Lake(SharedSession.spark(), Path.of(args[1]).toString());
    int runs = Integer.parseInt(args[2]);
    if (args[0].equals("write")) {
      write(lake, runs);
      return;
    }
    List<Job> jobs = Catalogue.jobs("landing");
    for (int i = 0; i < 3; i++) {
      long start = System.nanoTime();
      Journal journal =
          new Journal(lake, "", JournalSnapshot.ofJobs(jobs.stream().map(Job::spec).toList()));
      long read = System.nanoTime();
      int due = 0;
      for (Job job : jobs) {
        due += journal.planner().due(job.spec(), CODE).days().size();
      }
      long planned = System.nanoTime();
      journal.fold(jobs.stream().collect(Collectors.toMap(Job::spec, j -> CODE)));
      System.out.printf(
          Locale.ROOT,
          "read in %.3f s, %d jobs planned in %.3f s: %d days due; folded in %.3f s to %,d bytes%n",
          (read - start) / 1e9,
          jobs.size(),
          (planned - read) / 1e9,
          due,
          (System.nanoTime() - planned) / 1e9,
          lake.note("journal", "snapshot").length());
    }
  }

  private static void write(Lake lake, int runs) {
    List<JobRun> rows = new ArrayList<>();
    long[] seq = {0};
    List<Job> jobs =
        Planner.waves(Catalogue.jobs("landing")).stream().flatMap(List::stream).toList();
    List<Table> intake = new ArrayList<>(Feeds.received());
    intake.addAll(FileLedgerTables.ALL);
    for (int run = 0; run < runs; run++) {
      LocalDate day = FIRST.plusDays(run / 24);
      DaySet days = DaySet.between(run % 24 == 0 ? day.minusDays(1) : day, day);
      for (Table table : intake) {
        rows.add(touch(++seq[0], table, run, table.day() == null ? DaySet.NONE : days, "intake"));
      }
      DaySet sofar = DaySet.between(FIRST.minusMonths(1), day);
      for (Job job : jobs) {
        DaySet due =
            DaySet.unionOf(
                    job.spec().follows().stream()
                        .map(t -> job.spec().reachOf(t).outputDays(days))
                        .toList())
                .intersect(sofar);
        rows.add(done(seq[0] + 1, job, due, seq[0]));
        seq[0]++;
        job.spec().writes().forEach(t -> rows.add(touch(++seq[0], t, 0, due, job.spec().name())));
      }
      if ((run + 1) % (runs / 40) == 0 || run + 1 == runs) {
        rows.add(touch(++seq[0], OpsTables.JOB_RUN, (run + 1) / (runs / 40) - 1, DaySet.NONE, "j"));
        lake.append(JobRun.class, DaySet.NONE, rows, "journal");
        rows.clear();
      }
    }
    System.out.printf(Locale.ROOT, "%,d entries%n", seq[0]);
  }

  private static JobRun touch(long seq, Table table, long version, DaySet days, String by) {
    return new JobRun(
        seq,
        JobRun.Kind.TOUCH,
        table.name(),
        version,
        days.toString(),
        by,
        null,
        "",
        null,
        null,
        null,
        null,
        null,
        "run");
  }

  private static JobRun done(long seq, Job job, DaySet days, long asOf) {
    return new JobRun(
        seq,
        JobRun.Kind.DONE,
        null,
        null,
        days.toString(),
        job.spec().name(),
        asOf,
        CODE,
        "input",
        1L,
        1L,
        BigDecimal.ONE.setScale(3),
        Instant.EPOCH,
        "run");
  }
}
