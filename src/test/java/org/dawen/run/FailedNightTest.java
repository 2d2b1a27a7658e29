package org.dawen.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.dawen.lake.Column;
import org.dawen.lake.DaySet;
import org.dawen.lake.Given;
import org.dawen.lake.Lake;
import org.dawen.lake.SharedSession;
import org.dawen.lake.Table;
import org.dawen.lake.Trouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wherever a night breaks, the next one finds what it left undone. */
class FailedNightTest {
  private static final Table RECEIVED = table("received.test");
  private static final DaySet DAYS = DaySet.parse("0001-01-01,2024-03-04..2024-03-05,9999-12-31");

  @TempDir private Path folder;
  private Lake lake;
  private boolean isIntakeBroken;
  private boolean isReportBroken;
  private boolean isJobBroken;
  private boolean isTakenIn;

  private static Table table(String name) {
    Column day = Column.day("data_day");
    return Table.table(name).key(day).day(day).columns(day);
  }

  @BeforeEach
  void openTheLake() {
    lake = new Lake(SharedSession.spark(), folder.toString());
  }

  /** Copies the days it follows. */
  private final class Copy implements QueryJob {
    private final JobSpec spec;
    private final boolean canBreak;

    Copy(String name, boolean canBreak, String... settings) {
      this.spec = JobSpec.writes(table(name)).follows(RECEIVED).settings(settings).build();
      this.canBreak = canBreak;
    }

    @Override
    public JobSpec spec() {
      return spec;
    }

    @Override
    public Map<Table, Dataset<Row>> run(JobInput input) {
      if (canBreak && isJobBroken) {
        throw new IllegalStateException("planted");
      }
      return Map.of(spec.writes().get(0), input.read(RECEIVED));
    }
  }

  private final class OneFile implements Intake, Intake.Survey {
    @Override
    public Collection<Table> tables() {
      return List.of(RECEIVED);
    }

    @Override
    public Intake.Survey survey(Progress progress) {
      return this;
    }

    @Override
    public boolean isEmpty() {
      return isTakenIn;
    }

    @Override
    public void openLedger() {}

    @Override
    public void takeIn(ExecutorService workers) {
      if (isIntakeBroken) {
        throw new IllegalStateException("planted in the intake");
      }
      List<Row> rows = DAYS.days().stream().map(d -> RowFactory.create(d)).toList();
      lake.append(
          RECEIVED,
          DAYS,
          Given.rows(RECEIVED, lake.spark().createDataFrame(rows, RECEIVED.rowSchema())),
          "intake");
    }

    @Override
    public void closeLedger() {
      isTakenIn = true;
    }

    @Override
    public List<NightReport.Line> lines() {
      if (isReportBroken) {
        throw new IllegalStateException("planted in the report");
      }
      return List.of();
    }

    @Override
    public List<String> warnings() {
      return List.of();
    }

    @Override
    public boolean hasRefusals() {
      return false;
    }

    @Override
    public Collection<Table> unusable() {
      return List.of();
    }
  }

  private NightReport night(Settings settings, Job... jobs) {
    return new Runner(
            lake, new OneFile(), List.of(jobs), settings, Progress.SILENT, 2, "run-" + jobs.length)
        .night(Runner.Wish.everythingDue());
  }

  private NightReport night() {
    return night(Settings.of(Map.of()), new Copy("test.good", false), new Copy("test.bad", true));
  }

  private static List<String> outcomes(NightReport report) {
    return report.lines().stream().map(l -> l.name() + " " + l.days() + " " + l.outcome()).toList();
  }

  private List<LocalDate> daysOf(String table) {
    return new ArrayList<>(lake.daysPresent(table(table)).days());
  }

  @Test
  void theDaysOfAJobThatThrowsAreDueAgain() {
    isJobBroken = true;
    NightReport first = night();
    assertThat(first.exitCode()).isEqualTo(1);
    assertThat(outcomes(first)).containsExactly("test.good 4 done", "test.bad 0 failed");
    assertThat(outcomes(night())).containsExactly("test.bad 0 failed");
    isJobBroken = false;
    assertThat(outcomes(night())).containsExactly("test.bad 4 done");
    assertThat(outcomes(night())).isEmpty();
    assertThat(daysOf("test.bad")).isEqualTo(DAYS.days());
  }

  @Test
  void aJobThatCannotBePlannedHoldsUpNoOtherAndIsPlannedAgain() {
    Job unplanned = new Copy("test.bad", true, "a.setting");
    NightReport first = night(Settings.of(Map.of()), new Copy("test.good", false), unplanned);
    assertThat(first.exitCode()).isEqualTo(2);
    assertThat(outcomes(first)).containsExactly("test.good 4 done", "test.bad 0 failed");
    assertThat(first.warnings()).anySatisfy(w -> assertThat(w).contains("a.setting"));
    NightReport second =
        night(Settings.of(Map.of("a.setting", "1")), new Copy("test.good", false), unplanned);
    assertThat(outcomes(second)).containsExactly("test.bad 4 done");
  }

  @Test
  void aNightThatCannotReportHasNotBeen() {
    isReportBroken = true;
    assertThatThrownBy(this::night).hasMessageContaining("planted in the report");
    isReportBroken = false;
    assertThat(outcomes(night())).containsExactly("test.good 4 done", "test.bad 4 done");
    assertThat(daysOf("test.good")).isEqualTo(DAYS.days());
  }

  @Test
  void anIntakeThatFailsIsRepeated() {
    isIntakeBroken = true;
    assertThatThrownBy(this::night).hasMessageContaining("planted in the intake");
    isIntakeBroken = false;
    assertThat(outcomes(night())).containsExactly("test.good 4 done", "test.bad 4 done");
  }

  @Test
  void anEntryOfTheJournalThatCannotBeReadIsASentence() {
    night();
    Dataset<Row> broken =
        lake.read(OpsTables.JOB_RUN)
            .limit(1)
            .withColumn("days", org.apache.spark.sql.functions.lit("2024-03-04..soon"));
    lake.append(OpsTables.JOB_RUN, DaySet.NONE, Given.rows(OpsTables.JOB_RUN, broken), "test");
    assertThatThrownBy(this::night)
        .isInstanceOfSatisfying(Trouble.class, t -> assertThat(t.kind().exitCode()).isEqualTo(2))
        .hasMessageContaining("cannot be read")
        .hasMessageContaining("soon")
        .hasMessageContaining("doctor --rebuild ops.job_run");
  }
}
