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
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.dawen.intake.LosingFiles;
import org.dawen.intake.RegistryReading;
import org.dawen.lake.DuckQuery;
import org.dawen.lake.Lake;
import org.dawen.lake.LocalDisk;
import org.dawen.lake.Message;
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
import org.dawen.source.LooserPermits;
import org.dawen.source.OverlappingPermits;

/**
 * What is wrong with the registry files of a landing folder. They are read as a night would read
 * them; no lake is written.
 */
final class RegistryReport {
  private RegistryReport() {}

  static int print(LakeOptions options, boolean json) {
    Findings findings = inScratch(options);
    findings.print(json);
    return findings.isClean() ? 0 : 4;
  }

  /** What is checked, since without --landing that is not the city's own registry. */
  private static Message subject(LakeOptions options, List<String> files) {
    return Message.of(
        options.landing == null ? "registry.subject-samples" : "registry.subject",
        options.landingRoot(),
        files.size(),
        files);
  }

  private static Findings inScratch(LakeOptions options) {
    try (Scratch own = Scratch.make();
        OpenLake standing = OpenLake.toPlan(options)) {
      Path landing = own.folder().resolve("landing");
      List<String> files =
          copyRegistry(options.landingRoot(), Files.createDirectories(landing.resolve("registry")));
      Findings findings = look(landing.toString(), options, standing.lake(), own.folder());
      findings.about(subject(options, files));
      return findings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of the files, in order. */
  private static List<String> copyRegistry(String landing, Path to) throws IOException {
    var given = new org.apache.hadoop.fs.Path(landing + "/registry");
    FileSystem fs = LocalDisk.raw(given.getFileSystem(Sessions.hadoop()));
    if (!fs.exists(given)) {
      throw Trouble.usage("registry.no-folder", landing);
    }
    List<String> names = new ArrayList<>();
    for (FileStatus file : fs.listStatus(given)) {
      if (file.isFile() && !file.getPath().getName().startsWith(".")) {
        try (InputStream in = fs.open(file.getPath())) {
          Files.copy(in, to.resolve(file.getPath().getName()));
        } catch (FileNotFoundException e) { // Hadoop says so of files it may not read, too
          throw Trouble.refused("registry.unreadable", file.getPath().getName());
        }
        names.add(file.getPath().getName());
      }
    }
    Collections.sort(names);
    return names;
  }

  /**
   * Reads the files and asks their rows.
   *
   * @param standing the lake of the nights, which is only read; it need not exist
   * @param scratch an own folder for the rows; the caller removes it
   */
  static Findings look(String landing, LakeOptions options, Lake standing, Path scratch) {
    RegistryReading registry = RegistryReading.of(landing, Sessions.hadoop(), options.settings());
    List<Limit> limits = registry.records(Limit.class);
    LooserPermits permits = LooserPermits.of(registry.records(Outlet.class), limits);
    Findings f = new Findings();
    try (SqlEngine engine =
        DuckQuery.ofRows(
            scratch.resolve("rows"),
            registry.tables(),
            registry::rows,
            options.coreCount(),
            scratch)) {
      Checks.make(
          "registry",
          f,
          engine,
          Map.of("lake", standing.root()),
          Map.of(
              "lost_rows",
              lost(standing, registry),
              "plan_targets_not_followed",
              Targets.problems(registry.records(PlanTarget.class)),
              "overlapping_limits",
              OverlappingPermits.of(limits),
              "looser_permits",
              permits.looser(),
              "permits_not_comparable",
              permits.notComparable(),
              "plans_with_foreign_meters",
              ForeignMeters.of(registry.records(ResponsePlan.class), registry.records(Meter.class)),
              "one_table_two_files",
              registry.doubled(),
              "not_taken",
              registry.notTaken()));
    }
    return f;
  }

  private static List<?> lost(Lake standing, RegistryReading checked) {
    try {
      return LosingFiles.sentences(standing, checked);
    } catch (Trouble e) {
      return List.of(Message.of("registry.not-known", e.message()));
    }
  }
}
