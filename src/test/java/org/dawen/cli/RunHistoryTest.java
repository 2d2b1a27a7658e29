package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dawen.lake.Lake;
import org.dawen.lake.Message;
import org.dawen.lake.Sessions;
import org.dawen.lake.Trouble;
import org.dawen.run.NightReport;
import org.dawen.run.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of runs that ended, failed and were killed. */
class RunHistoryTest {
  @TempDir private Path folder;
  private Lake lake;

  @BeforeEach
  void open() {
    lake = new Lake(() -> null, folder.toString(), Sessions::hadoop, () -> {});
  }

  private static NightReport report(int exitCode) {
    return new NightReport(
        "r",
        List.of(
            new NightReport.Line(
                "intake air", 2, 432, 430, 2, new BigDecimal("0.5"), "1,002 files"),
            new NightReport.Line("air.station_hour", 2, 430, 430, 0, new BigDecimal("1"), "done"),
            new NightReport.Line(
                "air.area_month", 0, 0, 0, 0, new BigDecimal("0.1"), "failed: no such day")),
        List.of(Message.verbatim("A file was held back.")),
        exitCode,
        new BigDecimal("12.345"));
  }

  @Test
  void aRunThatDidNotEndWellIsRemembered() {
    assertThat(RunHistory.begin(lake, "nightly", "1").isAfterFailure()).isFalse();
    RunHistory afterKill = RunHistory.begin(lake, "nightly", "2");
    assertThat(afterKill.isAfterFailure()).isTrue();
    afterKill.end(report(1));
    RunHistory afterFailure = RunHistory.begin(lake, "nightly", "3");
    assertThat(afterFailure.isAfterFailure()).isTrue();
    afterFailure.end(report(0));
    RunHistory afterSuccess = RunHistory.begin(lake, "nightly", "4");
    assertThat(afterSuccess.isAfterFailure()).isFalse();
    afterSuccess.end(report(4));
    assertThat(RunHistory.begin(lake, "nightly", "5").isAfterFailure()).isFalse();
  }

  @Test
  void everyRunIsARowTheNewestFirst() {
    RunHistory.begin(lake, "nightly", "1").end(report(0));
    RunHistory.begin(lake, "nightly", "2");
    RunHistory.begin(lake, "run", "3").fail(Trouble.usage("options.no-landing"), 2);
    RunHistory.begin(lake, "nightly", "4");

    List<RunHistory.Entry> newest = RunHistory.newest(lake, 20);
    assertThat(newest).extracting(RunHistory.Entry::runId).containsExactly("4", "3", "2", "1");
    assertThat(RunHistory.newest(lake, 2)).hasSize(2);
    assertThat(RunsCommand.table(newest, true).lines().skip(2))
        .satisfiesExactly(
            running -> assertThat(running).contains("running"),
            failed -> assertThat(failed).contains(" 2 ", "No landing folder is given."),
            killed -> assertThat(killed).contains("killed"),
            done -> assertThat(done).contains("12.3", "1,002", "430", "air.area_month"));
    assertThat(RunsCommand.table(newest, false)).doesNotContain("running");
  }

  @Test
  void aDamagedNoteHindersNothing() throws IOException {
    RunHistory.begin(lake, "nightly", "1").end(report(0));
    Files.writeString(folder.resolve(".notes/runs/1"), "{\"runId");
    assertThat(RunsCommand.table(RunHistory.newest(lake, 20), false)).contains("damaged");
    assertThat(RunHistory.begin(lake, "nightly", "2").isAfterFailure()).isTrue();
    lake.writeNote("runs", "3", "{}");
    assertThat(RunsCommand.table(RunHistory.newest(lake, 20), false)).contains("3", "damaged");
  }

  @Test
  void aNoteOfALaterBuildIsReadAsFarAsItIsKnown() {
    lake.writeNote(
        "runs", "1", "{\"runId\":\"1\",\"command\":\"nightly\",\"exitCode\":0,\"host\":\"a\"}");
    assertThat(RunsCommand.table(RunHistory.newest(lake, 20), false)).contains("nightly", " 0 ");
    assertThat(RunHistory.begin(lake, "nightly", "2").isAfterFailure()).isFalse();
  }

  @Test
  void onlyTheNewestThousandAreKept() {
    for (int i = 0; i < 1_003; i++) {
      lake.writeNote("runs", "%04d".formatted(i), "{}");
    }
    RunHistory.begin(lake, "nightly", "1003");
    assertThat(lake.noteNames("runs")).hasSize(1_000).startsWith("0004").endsWith("1003");
  }

  @Test
  void figuresForMonitoringAreThoseOfTheRun() throws IOException {
    Path file = folder.resolve("dawen.prom");
    Metrics.write(file, RunHistory.begin(lake, "nightly", "1").end(report(4)), Progress.SILENT);
    assertThat(Files.readString(file))
        .contains(
            "# TYPE dawen_run_exit_code gauge\ndawen_run_exit_code{command=\"nightly\"} 4\n",
            "dawen_run_duration_seconds{command=\"nightly\"} 12.345\n",
            "dawen_run_warnings{command=\"nightly\"} 1\n",
            "dawen_job_rejected{job=\"intake air\"} 2\n",
            "dawen_job_failed{job=\"air.area_month\"} 1\n",
            "dawen_job_failed{job=\"air.station_hour\"} 0\n");
    for (String line : Files.readAllLines(file)) {
      assertThat(line)
          .matches("# (HELP|TYPE) [a-z_]+ .+|[a-z_]+\\{(command|job)=\"[^\"]+\"} [0-9.]+");
    }
    try (var files = Files.list(folder)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder(".notes", "dawen.prom");
    }
  }
}
