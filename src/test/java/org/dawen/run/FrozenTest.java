package org.dawen.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.dawen.lake.Day;
import org.dawen.lake.DaySet;
import org.dawen.lake.Key;
import org.dawen.lake.OfTable;
import org.dawen.lake.Table;
import org.junit.jupiter.api.Test;

/** Which days of results need rows of days that are gone. */
class FrozenTest {
  private static final LocalDate FROM = LocalDate.of(2025, 10, 26);

  @OfTable(name = "received.test", grain = "A day.", sources = "a file")
  record Received(@Key @Day LocalDate dataDay) {}

  @OfTable(name = "test.result", grain = "A day.", sources = "received.test")
  record Result(@Key @Day LocalDate dataDay) {}

  private record Following(Reach reach) implements Pass {
    private static final long serialVersionUID = 1L;

    @Override
    public PassSpec spec() {
      return PassSpec.of()
          .follows(Received.class, r -> r.dataDay().toString())
          .gives(JobSpec.writes(Result.class).reach(reach))
          .build();
    }

    @Override
    public Rule rule(References references) {
      return (day, out) -> {};
    }
  }

  private static final class LookingUp implements Pass {
    private static final long serialVersionUID = 1L;

    @Override
    public PassSpec spec() {
      return PassSpec.of()
          .follows(Result.class, r -> "")
          .looksUp(Received.class)
          .gives(JobSpec.writes(Result.class).follows(Table.of(Result.class)))
          .build();
    }

    @Override
    public Rule rule(References references) {
      return (day, out) -> {};
    }
  }

  private static LocalDate before(Reach reach) {
    return Frozen.before(Table.of(Received.class), FROM, new Following(reach).jobs());
  }

  private static DaySet frozen(Reach reach, String before) {
    return Frozen.of(Table.of(Received.class), LocalDate.parse(before))
        .daysOf(new Following(reach).jobs().get(0).spec());
  }

  @Test
  void aDayIsFrozenIfItReadsADayThatIsGone() {
    assertThat(frozen(Reach.sameDay(), "2025-10-01")).hasToString("..2025-09-30");
    assertThat(frozen(Reach.andNextDays(2), "2025-10-01")).hasToString("..2025-10-02");
    assertThat(frozen(Reach.around(1, 0), "2025-10-01")).hasToString("..2025-09-30");
    assertThat(frozen(Reach.wholeMonth(), "2025-10-01")).hasToString("..2025-09-01");
    assertThat(frozen(Reach.wholeMonth(), "2025-10-02")).hasToString("..2025-10-01");
    assertThat(frozen(Reach.sameDayNextYear(), "2025-10-01")).hasToString("..2026-09-30");
    assertThat(frozen(Reach.everAfter(), "2025-10-01")).isEqualTo(DaySet.ALWAYS);
  }

  @Test
  void resultsOfTheDaysKeptCanBeComputedAnewSoRecordsBeforeThemStay() {
    assertThat(before(Reach.sameDay())).isEqualTo("2025-10-01");
    assertThat(before(Reach.andNextDays(40))).isEqualTo("2025-09-01");
    assertThat(before(Reach.restOfMonth())).isEqualTo("2025-10-01");
    assertThat(before(Reach.restOfYear())).isEqualTo("2025-01-01");
    assertThat(before(Reach.sameDayNextYear())).isEqualTo("2024-10-01");
  }

  @Test
  void aTableThatIsReadFromItsBeginningIsKept() {
    assertThat(before(Reach.everAfter())).isNull();
    assertThat(before(Reach.wholeHistory())).isNull();
    assertThat(before(Reach.fromMonthOn())).isNull();
    assertThat(before(Reach.allDays())).isNull();
    assertThat(Frozen.before(Table.of(Received.class), FROM, new LookingUp().jobs())).isNull();
  }

  @Test
  void whatNobodyFollowsIsDeletedAsAsked() {
    assertThat(Frozen.before(Table.of(Received.class), FROM, List.of())).isEqualTo("2025-10-01");
  }
}
