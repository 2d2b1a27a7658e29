package org.dawen.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.dawen.lake.FileModes;
import org.dawen.lake.Message;
import org.dawen.run.NightReport;
import org.dawen.run.Progress;

/** The last run in Prometheus' text form, for the textfile collector of its node exporter. */
final class Metrics {
  private Metrics() {}

  /** Writes the file whole, beside its place first; what hinders it is a warning. */
  static void write(Path file, RunHistory.Entry run, Progress progress) {
    Path place = file.toAbsolutePath();
    Path unfinished = place.resolveSibling("." + place.getFileName() + ".unfinished");
    try {
      FileModes.write(unfinished, text(run).getBytes(StandardCharsets.UTF_8));
      Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      progress.warn(Message.of("metrics.not-written", file, e.getMessage()));
    }
  }

  static String text(RunHistory.Entry run) {
    StringBuilder text = new StringBuilder();
    String ofRun = "{command=\"%s\"}".formatted(run.command());
    gauge(text, "dawen_run_start_timestamp_seconds", "When the last run began.");
    value(text, "dawen_run_start_timestamp_seconds", ofRun, seconds(run.startedAt()));
    gauge(text, "dawen_run_end_timestamp_seconds", "When it ended.");
    value(text, "dawen_run_end_timestamp_seconds", ofRun, seconds(run.endedAt()));
    gauge(text, "dawen_run_duration_seconds", "How long it took.");
    value(text, "dawen_run_duration_seconds", ofRun, run.seconds());
    gauge(
        text, "dawen_run_exit_code", "0 done, 1 bug, 2 usage, 3 input not ready, 4 data refused.");
    value(text, "dawen_run_exit_code", ofRun, run.exitCode());
    gauge(text, "dawen_run_warnings", "Sentences for the operator.");
    value(text, "dawen_run_warnings", ofRun, run.warnings().size());
    perJob(text, run, "dawen_job_duration_seconds", "How long a job took.", l -> l.seconds());
    perJob(text, run, "dawen_job_days", "Days a job computed or a feed brought.", l -> l.days());
    perJob(text, run, "dawen_job_rows_in", "Rows read; records of a feed.", l -> l.rowsIn());
    perJob(text, run, "dawen_job_rows_out", "Rows written.", l -> l.rowsOut());
    perJob(text, run, "dawen_job_rejected", "Records refused.", l -> l.rejected());
    perJob(
        text,
        run,
        "dawen_job_failed",
        "1 if the job failed.",
        l -> l.outcome().startsWith("failed") ? 1 : 0);
    return text.toString();
  }

  private static BigDecimal seconds(String instant) {
    return BigDecimal.valueOf(Instant.parse(instant).toEpochMilli(), 3);
  }

  private static void gauge(StringBuilder text, String name, String help) {
    text.append("# HELP %s %s\n# TYPE %s gauge\n".formatted(name, help, name));
  }

  private static void value(StringBuilder text, String name, String labels, Object value) {
    text.append("%s%s %s\n".formatted(name, labels, value));
  }

  private static void perJob(
      StringBuilder text,
      RunHistory.Entry run,
      String name,
      String help,
      Function<NightReport.Line, Object> figure) {
    List<NightReport.Line> lines = run.lines();
    if (!lines.isEmpty()) {
      gauge(text, name, help);
      lines.forEach(l -> value(text, name, "{job=\"%s\"}".formatted(l.name()), figure.apply(l)));
    }
  }
}
