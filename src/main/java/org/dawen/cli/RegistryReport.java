package org.dawen.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.dawen.intake.LandingIntake;
import org.dawen.intake.LosingFiles;
import org.dawen.lake.Lake;
import org.dawen.lake.LocalDisk;
import org.dawen.lake.Sessions;
import org.dawen.lake.SqlEngine;
import org.dawen.lake.Trouble;
import org.dawen.plan.Targets;
import org.dawen.power.ForeignMeters;
import org.dawen.registry.Limit;
import org.dawen.registry.Meter;
import org.dawen.registry.Outlet;
import org.dawen.registry.PlanTarget;
import org.dawen.registry.ResponsePlan;
import org.dawen.run.Intake;
import org.dawen.run.Progress;
import org.dawen.source.LooserPermits;
import org.dawen.source.OverlappingPermits;

/**
 * What is wrong with the registry files of a landing folder. They are taken into a scratch lake, by
 * the same intake as at night, and asked there.
 */
final class RegistryReport {
  private RegistryReport() {}

  static int print(LakeOptions options, boolean json) {
    Findings findings = inScratchLake(options);
    findings.print(json);
    return findings.isClean() ? 0 : 4;
  }

  /** What is checked, since without --landing that is not the city's own registry. */
  private static String subject(LakeOptions options, List<String> files) {
    return "%s%s: %,d files of registry/%s"
        .formatted(
            options.landingRoot(),
            options.landing == null ? " (the samples, since no --landing is given)" : "",
            files.size(),
            files.isEmpty() ? "" : ": " + String.join(", ", files));
  }

  private static Findings inScratchLake(LakeOptions options) {
    try (Scratch own = Scratch.make()) {
      Path scratch = own.folder();
      Path registryOnly = Files.createDirectories(scratch.resolve("landing/registry"));
      List<String> files = copyRegistry(options.landingRoot(), registryOnly);
      LakeOptions there = new LakeOptions();
      there.lake = scratch.resolve("lake").toString();
      there.landing = scratch.resolve("landing").toString();
      there.jobs = options.jobs;
      there.overrides = options.overrides;
      there.cores = options.cores;
      try (OpenLake open = OpenLake.toWrite(there, Progress.SILENT)) {
        Findings findings = look(open.lake(), open.engine(), there, open.other(options));
        findings.about(subject(options, files));
        return findings;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of the files, in order. */
  private static List<String> copyRegistry(String landing, Path to) throws IOException {
    var given = new org.apache.hadoop.fs.Path(landing + "/registry");
    FileSystem fs = LocalDisk.raw(given.getFileSystem(Sessions.hadoop()));
    if (!fs.exists(given)) {
      throw Trouble.usage(
          "There is no folder registry in %s.".formatted(landing),
          "Name the landing folder with --landing DIR.");
    }
    List<String> names = new ArrayList<>();
    for (FileStatus file : fs.listStatus(given)) {
      if (file.isFile() && !file.getPath().getName().startsWith(".")) {
        try (InputStream in = fs.open(file.getPath())) {
          Files.copy(in, to.resolve(file.getPath().getName()));
        } catch (FileNotFoundException e) { // Hadoop says so of files it may not read, too
          throw Trouble.refused(
              "The registry file %s cannot be read.".formatted(file.getPath().getName()),
              "Give this account the right to read it.");
        }
        names.add(file.getPath().getName());
      }
    }
    Collections.sort(names);
    return names;
  }

  /**
   * Takes the files into a lake that is empty, and asks there.
   *
   * @param standing the lake of the nights, which is only read; it need not exist
   */
  static Findings look(Lake lake, SqlEngine engine, LakeOptions options, Lake standing) {
    ExecutorService workers = Executors.newFixedThreadPool(2);
    Intake.Survey survey;
    try {
      survey =
          new LandingIntake(lake, options.landing, options.settings(), "registry check")
              .survey(Progress.SILENT);
      if (!survey.isEmpty()) {
        survey.openLedger();
        survey.takeIn(workers);
        survey.closeLedger();
      }
    } finally {
      workers.shutdown();
    }
    List<Limit> limits = lake.records(Limit.class);
    LooserPermits permits = LooserPermits.of(lake.records(Outlet.class), limits);
    Findings f = new Findings();
    Checks.make(
        "registry",
        f,
        engine,
        Map.of("lake", standing.root()),
        Map.of(
            "lost_rows",
            lost(standing, lake),
            "plan_targets_not_followed",
            Targets.problems(lake.records(PlanTarget.class)),
            "overlapping_limits",
            OverlappingPermits.of(limits),
            "looser_permits",
            permits.looser(),
            "permits_not_comparable",
            permits.notComparable(),
            "plans_with_foreign_meters",
            ForeignMeters.of(lake.records(ResponsePlan.class), lake.records(Meter.class)),
            "one_table_two_files",
            beginningWith("Refused, because each", survey.warnings()),
            "not_taken",
            beginningWith("Not taken", survey.warnings())));
    return f;
  }

  private static List<String> beginningWith(String words, List<String> warnings) {
    return warnings.stream().filter(w -> w.startsWith(words)).toList();
  }

  private static List<String> lost(Lake standing, Lake checked) {
    try {
      return LosingFiles.sentences(standing, checked);
    } catch (Trouble e) {
      return List.of("Not known: " + e.getMessage());
    }
  }
}
