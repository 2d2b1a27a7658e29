package org.dawen.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.dawen.intake.LandingIntake;
import org.dawen.lake.ContentHash;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.SharedSession;
import org.dawen.lake.Table;
import org.dawen.run.Job;
import org.dawen.run.NightReport;
import org.dawen.run.Planner;
import org.dawen.run.Progress;
import org.dawen.run.Runner;
import org.dawen.run.Settings;

/** Nights for tests: a landing folder, a lake, and what the tables say afterwards. */
final class Nights {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final Lake lake;
  private final Path landing;
  private List<Job> jobs;
  private Settings settings =
      Settings.read(Path.of(System.getProperty("dawen.home", "."), "jobs/nightly.yaml"));

  Nights(Path lakeFolder, Path landing) {
    this(lakeFolder, landing, () -> {});
  }

  Nights(Path lakeFolder, Path landing, Runnable beforeCommit) {
    this.lake = new Lake(SharedSession.spark(), lakeFolder.toString(), beforeCommit);
    this.landing = landing;
    this.jobs = Catalogue.jobs(landing.toString());
  }

  Lake lake() {
    return lake;
  }

  Settings settings() {
    return settings;
  }

  Nights with(String key, String value) {
    settings = settings.with(Map.of(key, value));
    return this;
  }

  /** Runs these jobs alone. */
  Nights only(String... names) {
    jobs = jobs.stream().filter(j -> List.of(names).contains(j.spec().name())).toList();
    return this;
  }

  /** Takes in and computes nothing. */
  Nights withoutJobs() {
    jobs = List.of();
    return this;
  }

  NightReport run() {
    return run(Runner.Wish.everythingDue());
  }

  NightReport run(DaySet within) {
    return run(new Runner.Wish(within, Set.of(), true));
  }

  NightReport run(Runner.Wish wish) {
    return runner().night(wish);
  }

  /** What is due. */
  List<Planner.Due> plan() {
    return runner().plan(Runner.Wish.everythingDue());
  }

  private Runner runner() {
    String runId = "test-" + COUNT.incrementAndGet() + "-" + UUID.randomUUID();
    return new Runner(
        lake,
        new LandingIntake(lake, landing.toString(), settings, runId),
        jobs,
        settings,
        Progress.SILENT,
        2,
        runId);
  }

  /** Content hash of every table that the landing folder decides; absent and empty are alike. */
  Map<String, String> hashes() {
    return new TreeMap<>(
        Catalogue.tables().parallelStream()
            .filter(t -> !t.name().equals("ops.job_run"))
            .collect(Collectors.toConcurrentMap(Table::name, this::hash)));
  }

  /** Content hash of a table. */
  String hash(Table table) {
    String hash = ContentHash.of(lake, table);
    return hash.equals("absent") ? "0:0" : hash;
  }
}
