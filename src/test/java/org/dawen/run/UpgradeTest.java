package org.dawen.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.dawen.lake.Day;
import org.dawen.lake.DaySet;
import org.dawen.lake.Key;
import org.dawen.lake.Lake;
import org.dawen.lake.Message;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;
import org.dawen.lake.SharedSession;
import org.dawen.lake.Table;
import org.dawen.lake.Trouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first night of a version with other columns on a lake of an earlier one. */
class UpgradeTest {
  private static final LocalDate D1 = LocalDate.of(2024, 3, 4);
  private static final LocalDate D2 = D1.plusDays(1);

  @TempDir private Path folder;
  private Lake lake;

  @OfTable(name = "received.test", grain = "A day.", sources = "a file")
  record Received(@Key @Day LocalDate dataDay) {}

  @OfTable(name = "received.test", grain = "A day.", sources = "a file")
  record ReceivedWider(@Key @Day LocalDate dataDay, @Nullable String note) {}

  @OfTable(name = "received.test", grain = "A day.", sources = "a file")
  record ReceivedOther(@Key @Day LocalDate dataDay, String note) {}

  @OfTable(name = "test.result", grain = "A day.", sources = "received.test")
  record Result(@Key @Day LocalDate dataDay) {}

  @OfTable(name = "test.result", grain = "A day.", sources = "received.test")
  record ResultWider(@Key @Day LocalDate dataDay, @Nullable String note) {}

  private static final class EarlierPass implements Pass {
    private static final long serialVersionUID = 1L;

    @Override
    public PassSpec spec() {
      return PassSpec.of()
          .follows(Received.class, r -> r.dataDay().toString())
          .gives(JobSpec.writes(Result.class))
          .build();
    }

    @Override
    public Rule rule(References references) {
      return (day, out) -> day.rows(Received.class).forEach(r -> out.give(new Result(r.dataDay())));
    }
  }

  private static final class WiderPass implements Pass {
    private static final long serialVersionUID = 1L;

    @Override
    public PassSpec spec() {
      return PassSpec.of()
          .follows(ReceivedWider.class, r -> r.dataDay().toString())
          .gives(JobSpec.writes(ResultWider.class))
          .build();
    }

    @Override
    public Rule rule(References references) {
      return (day, out) ->
          day.rows(ReceivedWider.class)
              .forEach(r -> out.give(new ResultWider(r.dataDay(), "note " + r.note())));
    }
  }

  /** Takes in one day, the rows given. */
  private final class OneDay<R extends Record> implements Intake, Intake.Survey {
    private final Class<R> type;
    private final LocalDate day;
    private final List<R> rows;

    OneDay(Class<R> type, LocalDate day, List<R> rows) {
      this.type = type;
      this.day = day;
      this.rows = rows;
    }

    @Override
    public Collection<Table> tables() {
      return List.of(Table.of(type));
    }

    @Override
    public Intake.Survey survey(Progress progress) {
      return this;
    }

    @Override
    public boolean isEmpty() {
      return rows.isEmpty();
    }

    @Override
    public void openLedger() {}

    @Override
    public void takeIn(ExecutorService workers) {
      lake.append(type, DaySet.of(day), rows, "intake");
    }

    @Override
    public void closeLedger() {}

    @Override
    public List<NightReport.Line> lines() {
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

  private NightReport night(Pass pass, Intake intake) {
    return new Runner(lake, intake, pass.jobs(), Settings.of(Map.of()), Progress.SILENT, 2, "run")
        .night(Runner.Wish.everythingDue());
  }

  @BeforeEach
  void nightOfTheEarlierVersion() {
    lake = new Lake(SharedSession.spark(), folder.toString());
    night(new EarlierPass(), new OneDay<>(Received.class, D1, List.of(new Received(D1))));
  }

  @Test
  void receivedRowsStayWithNullAndResultsAreComputedAnewInPlace() {
    NightReport report =
        night(
            new WiderPass(),
            new OneDay<>(ReceivedWider.class, D2, List.of(new ReceivedWider(D2, "b"))));
    assertThat(report.warnings()).extracting(Message::toString).isEmpty();
    assertThat(report.exitCode()).isZero();
    assertThat(lake.records(ReceivedWider.class))
        .containsExactlyInAnyOrder(new ReceivedWider(D1, null), new ReceivedWider(D2, "b"));
    assertThat(lake.records(ResultWider.class))
        .containsExactlyInAnyOrder(new ResultWider(D1, "note null"), new ResultWider(D2, "note b"));
    assertThat(folder.resolve(".set-aside")).doesNotExist();
    NightReport after = night(new WiderPass(), new OneDay<>(ReceivedWider.class, D2, List.of()));
    assertThat(after.lines()).isEmpty();
  }

  @Test
  void aTableThatGetsNoRowsHasItsNewColumnsAfterTheNightToo() {
    night(new WiderPass(), new OneDay<>(ReceivedWider.class, D2, List.of()));
    assertThat(
            SharedSession.spark()
                .read()
                .format("delta")
                .load(folder.resolve("received/test").toString())
                .columns())
        .containsExactly("data_day", "note");
  }

  @Test
  void aPlanWritesNothing() {
    new Runner(
            lake,
            new OneDay<>(ReceivedWider.class, D2, List.of()),
            new WiderPass().jobs(),
            Settings.of(Map.of()),
            Progress.SILENT,
            2,
            "plan")
        .plan(Runner.Wish.everythingDue());
    assertThat(lake.newestVersion(Table.of(Received.class))).isZero();
  }

  @Test
  void receivedTablesThatDifferOtherwiseStopTheNightBeforeAnythingIsTakenIn() {
    long journal = lake.newestVersion(OpsTables.JOB_RUN);
    assertThatThrownBy(
            () ->
                night(
                    new WiderPass(),
                    new OneDay<>(ReceivedOther.class, D2, List.of(new ReceivedOther(D2, "b")))))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("received.test has other columns")
        .hasMessageContaining("the new column note may not be null")
        .hasMessageContaining("./dawen doctor --rebuild received.test")
        .satisfies(t -> assertThat(((Trouble) t).kind()).isEqualTo(Trouble.Kind.USAGE));
    assertThat(lake.newestVersion(OpsTables.JOB_RUN)).isEqualTo(journal);
  }
}
