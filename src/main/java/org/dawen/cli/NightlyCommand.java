package org.dawen.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.dawen.lake.Damage;
import org.dawen.lake.Lake;
import org.dawen.lake.Message;
import org.dawen.lake.Trouble;
import org.dawen.publish.MorningReport;
import org.dawen.run.FailureWords;
import org.dawen.run.NightReport;
import org.dawen.run.Progress;
import org.dawen.run.Runner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes in what is new and runs every job that is due. */
@Command(name = "nightly", mixinStandardHelpOptions = true)
final class NightlyCommand implements Callable<Integer> {
  @Mixin private LakeOptions options;
  @Mixin private DayOptions days;
  @Mixin private BriefOptions briefs;

  @Option(names = "--json")
  private boolean json;

  @Option(names = "--metrics", paramLabel = "FILE")
  private Path metrics;

  @Override
  public Integer call() {
    Terminal terminal = new Terminal();
    options.settings();
    options.landingRoot();
    try (OpenLake open = OpenLake.toWrite(options, terminal)) {
      terminal.step(Message.of("night.locked"));
      NotedRun run = new NotedRun("nightly", open, options, metrics, terminal);
      boolean isAfterFailure = run.history().isAfterFailure();
      NightReport report =
          run.night(
              new Runner.Wish(days.days(), Set.of(), true),
              night ->
                  isAfterFailure || !night.lines().isEmpty()
                      ? withBrief(night, open.lake(), terminal)
                      : night);
      return Closing.print(report, json, isAfterFailure);
    }
  }

  /** The tables stand whatever becomes of the brief: a failure here is a warning and exit code. */
  private NightReport withBrief(NightReport report, Lake lake, Progress progress) {
    if (!briefs.hasFolder(options)) {
      return report;
    }
    try {
      MorningReport morning = new MorningReport(lake, Catalogue.tables());
      LocalDate day = morning.defaultDay(LocalDate.now(ZoneId.of("Asia/Shanghai")));
      if (day != null) {
        Path brief = morning.write(day, briefs.folder(options)).get(0);
        progress.step(Message.of("night.brief", brief));
      }
      return report;
    } catch (RuntimeException e) {
      Trouble trouble = Damage.behind(e, Catalogue.tables());
      int code = trouble == null ? 1 : trouble.kind().exitCode();
      List<Message> warnings = new ArrayList<>(report.warnings());
      warnings.add(
          Message.of("night.brief-failed", FailureWords.of(trouble == null ? e : trouble)));
      return new NightReport(
          report.runId(),
          report.lines(),
          warnings,
          report.exitCode() == 0 ? code : report.exitCode(),
          report.seconds());
    }
  }
}
