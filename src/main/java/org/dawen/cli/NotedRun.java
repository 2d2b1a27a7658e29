package org.dawen.cli;

import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.hadoop.fs.FSError;
import org.dawen.lake.Damage;
import org.dawen.lake.Message;
import org.dawen.lake.Trouble;
import org.dawen.run.NightReport;
import org.dawen.run.Progress;
import org.dawen.run.Runner;

/** A run that leaves a note of how it went, figures for monitoring, and views for other tools. */
final class NotedRun {
  private static final int BUG = 1;

  private final OpenLake open;
  private final Path metrics;
  private final Progress progress;
  private final RunHistory history;
  private final Runner runner;

  /**
   * Notes that it begins.
   *
   * @param metrics file for the figures; null: none
   */
  NotedRun(String command, OpenLake open, LakeOptions options, Path metrics, Progress progress) {
    String runId = Night.newRunId();
    this.open = open;
    this.metrics = metrics;
    this.progress = progress;
    this.runner = Night.runner(open.lake(), options, runId, progress);
    this.history = RunHistory.begin(open.lake(), command, runId);
  }

  RunHistory history() {
    return history;
  }

  /** Runs what is due; {@code then} is done before the run counts as ended. */
  NightReport night(Runner.Wish wish, UnaryOperator<NightReport> then) {
    NightReport report;
    try {
      report = then.apply(runner.night(wish));
      open.refreshViews(progress);
    } catch (RuntimeException | Error e) { // such as a disk that is full
      Trouble trouble = Damage.behind(e, Catalogue.tables());
      note(() -> history.fail(e, trouble == null ? BUG : trouble.kind().exitCode()));
      throw e;
    }
    note(() -> history.end(report));
    return report;
  }

  /** What can no longer be noted changes nothing of the run: the next one calls it killed. */
  private void note(Supplier<RunHistory.Entry> ending) {
    try {
      RunHistory.Entry entry = ending.get();
      if (metrics != null) {
        Metrics.write(metrics, entry, progress);
      }
    } catch (RuntimeException | FSError e) {
      progress.warn(Message.of("night.end-not-noted", e.getMessage()));
    }
  }
}
