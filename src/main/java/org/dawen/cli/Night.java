package org.dawen.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.dawen.intake.LandingIntake;
import org.dawen.lake.Lake;
import org.dawen.run.Progress;
import org.dawen.run.Runner;
import org.dawen.run.Settings;

/** Puts the runner together. */
final class Night {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Night() {}

  /** A name that no other run has; in order of time. */
  static String newRunId() {
    return STAMP.format(Instant.now()) + "-" + UUID.randomUUID().toString().substring(0, 8);
  }

  static Runner runner(Lake lake, LakeOptions options, String runId, Progress progress) {
    Settings settings = options.settings();
    return new Runner(
        lake,
        new LandingIntake(lake, options.landingRoot(), settings, runId),
        Catalogue.jobs(options.landingRoot()),
        settings,
        progress,
        2 * Math.max(2, options.coreCount()),
        runId);
  }
}
