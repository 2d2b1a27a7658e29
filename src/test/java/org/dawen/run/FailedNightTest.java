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
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.dawen.lake.Column;
import org.dawen.lake.Day;
import org.dawen.lake.DaySet;
import org.dawen.lake.Given;
import org.dawen.lake.Key;
import org.dawen.lake.Lake;
import org.dawen.lake.Message;
import org.dawen.lake.OfTable;
import org.dawen.lake.SharedSession;
import org.dawen.lake.Table;
import org.dawen.lake.TestTable;
import org.dawen.lake.Trouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wherever a night breaks, the next one finds what it left undone. */
class FailedNightTest {
  private static final Column DATA_DAY = Column.day("data_day");
  private static final Table RECEIVED =
      TestTable.table("received.test")
          .key(DATA_DAY)
          .day(DATA_DAY)
          .columns(List.of(DATA_DAY.required()));
  private static final DaySet DAYS = DaySet.parse("0001-01-01,2024-03-04..2024-03-05,9999-12-31");

  @TempDir private Path folder;
  private Lake lake;
  private boolean isIntakeBroken;
  private boolean isReportBroken;
  private boolean isJobBroken;
  private boolean isTakenIn;

  @BeforeEach
  void openTheLake() {
    lake = new Lake(SharedSession.spark(), folder.toString());
  }

  record Received(@Day LocalDate dataDay) {}

  @OfTable(name = "test.good", grain = "A day.", sources = "received.test")
  record Good(@Key @Day LocalDate dataDay) {}

  @OfTable(name = "test.bad", grain = "A day.", sources = "received.test")
  record Bad(@Key @Day LocalDate dataDay) {}

  private static PassSpec copyTo(Class<? extends Record> type, String... settings) {
    return PassSpec.of()
        .follows(RECEIVED, Received.class, r -> r.dataDay().toString())
        .gives(JobSpec.writes(Table.of(type)).settings(settings))
        .build();
  }

  /** Copies the days it follows. */
  private static final class GoodPass implements Pass {
    private static final long serialVersionUID = 1L;

    @Override
    public PassSpec spec() {
      return copyTo(Good.class);
    }

    @Override
    public Rule rule(References references) {
      return (day, out) -> day.rows(Received.class).forEach(r -> out.give(new Good(r.dataDay())));
    }
  }

  /** As well, unless it breaks. */
  private static final class BadPass implements Pass {
    private static final long serialVersionUID = 1L;
    private final boolean isBroken;
    private final String[] settings;

    BadPass(boolean isBroken, String... settings) {
      this.isBroken = isBroken;
      this.settings = settings;
    }

    @Override
    public PassSpec spec() {
      return copyTo(Bad.class, settings);
    }

    @Override
    public Rule rule(References references) {
      if (isBroken) {
        throw new IllegalStateException("planted");
      }
      return (day, out) -> day.rows(Received.class).forEach(r -> out.give(new Bad(r.dataDay())));
    }
  }

  @OfTable(name = "test.good", grain = "A day.", sources = "received.test")
  record Wider(@Key @Day LocalDate dataDay, long recordCount) {}

  /** What a later version makes of the table of {@link GoodPass}. */
  private static final class WiderPass implements Pass {
    private static final long serialVersionUID = 1L;

    @Override
    public PassSpec spec() {
      return copyTo(Wider.class);
    }

    @Override
    public Rule rule(References references) {
      return (day, out) -> {
        List<Received> rows = day.rows(Received.class);
        rows.forEach(r -> out.give(new Wider(r.dataDay(), rows.size())));
      };
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
    public List<Message> warnings() {
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

  private NightReport night(Settings settings, Pass... passes) {
    List<Job> jobs = Stream.of(passes).flatMap(pass -> pass.jobs().stream()).toList();
    return new Runner(lake, new OneFile(), jobs, settings, Progress.SILENT, 2, "run-" + jobs.size())
        .night(Runner.Wish.everythingDue());
  }

  private NightReport night() {
    return night(Settings.of(Map.of()), new GoodPass(), new BadPass(isJobBroken));
  }

  private static List<String> outcomes(NightReport report) {
    return report.lines().stream().map(l -> l.name() + " " + l.days() + " " + l.outcome()).toList();
  }

  private List<LocalDate> daysOf(Class<? extends Record> type) {
    return new ArrayList<>(lake.daysPresent(Table.of(type), DaySet.ALWAYS).days());
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
    assertThat(daysOf(Bad.class)).isEqualTo(DAYS.days());
  }

  @Test
  void aJobThatCannotBePlannedHoldsUpNoOtherAndIsPlannedAgain() {
    Pass unplanned = new BadPass(false, "a.setting");
    NightReport first = night(Settings.of(Map.of()), new GoodPass(), unplanned);
    assertThat(first.exitCode()).isEqualTo(2);
    assertThat(outcomes(first)).containsExactly("test.good 4 done", "test.bad 0 failed");
    assertThat(first.warnings())
        .extracting(Message::toString)
        .anySatisfy(w -> assertThat(w).contains("a.setting"));
    NightReport second = night(Settings.of(Map.of("a.setting", "1")), new GoodPass(), unplanned);
    assertThat(outcomes(second)).containsExactly("test.bad 4 done");
  }

  @Test
  void aNightThatCannotReportHasNotBeen() {
    isReportBroken = true;
    assertThatThrownBy(this::night).hasMessageContaining("planted in the report");
    isReportBroken = false;
    assertThat(outcomes(night())).containsExactly("test.good 4 done", "test.bad 4 done");
    assertThat(daysOf(Good.class)).isEqualTo(DAYS.days());
  }

  @Test
  void aResultOfAnotherVersionWithOtherColumnsIsMadeAnewAndToldOf() {
    night(Settings.of(Map.of()), new GoodPass());
    NightReport report = night(Settings.of(Map.of()), new WiderPass());
    assertThat(outcomes(report)).containsExactly("test.good 4 done");
    assertThat(report.warnings())
        .extracting(Message::toString)
        .singleElement()
        .asString()
        .startsWith(
            "test.good has other columns: it was written by another version of Dawen (the new"
                + " column record_count may not be null).")
        .contains("All its days were recomputed.", "Its former content is in");
    assertThat(lake.rows(Table.of(Wider.class), Wider.class, DaySet.ALWAYS).list())
        .extracting(Wider::dataDay)
        .containsExactlyInAnyOrderElementsOf(DAYS.days());
    assertThat(outcomes(night(Settings.of(Map.of()), new WiderPass()))).isEmpty();
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
            .withColumn("seq", org.apache.spark.sql.functions.lit(1000L))
            .withColumn("days", org.apache.spark.sql.functions.lit("2024-03-04..soon"));
    lake.append(OpsTables.JOB_RUN, DaySet.NONE, Given.rows(OpsTables.JOB_RUN, broken), "test");
    assertThatThrownBy(this::night)
        .isInstanceOfSatisfying(Trouble.class, t -> assertThat(t.kind().exitCode()).isEqualTo(2))
        .hasMessageContaining("cannot be read")
        .hasMessageContaining("soon")
        .hasMessageContaining("doctor --rebuild ops.job_run");
  }
}
