package org.dawen.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dawen.lake.Day;
import org.dawen.lake.DaySet;
import org.dawen.lake.Key;
import org.dawen.lake.Lake;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;
import org.dawen.lake.SharedSession;
import org.dawen.lake.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which rows and days a pass reads, and who is an entity. */
class PassScopeTest {
  private static final LocalDate FIRST = LocalDate.of(2024, 2, 28);
  private static final DaySet DAYS = DaySet.between(FIRST, FIRST.plusDays(3));

  @OfTable(name = "test.sent", grain = "A reading.", sources = "a test")
  record Sent(
      @Key String stationCode,
      @Key @Day LocalDate dataDay,
      @Key long recordNo,
      @Nullable String countyCode) {}

  /** The same table, for looking up. */
  record SentOn(LocalDate dataDay) {}

  @OfTable(name = "test.county", grain = "A county.", withoutDay = "ever", sources = "a test")
  record Registered(@Key String countyCode) {}

  @OfTable(name = "test.county_day", grain = "A day of a county.", sources = "test.sent")
  record CountyDay(
      @Key String countyCode, @Key @Day LocalDate dataDay, long recordCount, long acceptedCount) {}

  /** Of each registered county and day on which anybody sent anything how many readings it sent. */
  private static class Counts implements Pass {
    private static final long serialVersionUID = 1L;

    @Override
    public PassSpec spec() {
      return PassSpec.of()
          .follows(Table.of(Sent.class), Sent.class, Sent::countyCode)
          .follows(Table.of(Registered.class), Registered.class, Registered::countyCode)
          .looksUp(Table.of(Sent.class), SentOn.class)
          .asksDaysOf(Table.of(Sent.class))
          .gives(JobSpec.writes(CountyDay.class))
          .build();
    }

    @Override
    public Rule rule(References references) {
      List<LocalDate> days = references.daysPresent(Table.of(Sent.class)).days().stream().toList();
      long lookedUp = references.all(SentOn.class).size();
      return (county, out) ->
          days.forEach(
              day ->
                  out.give(
                      new CountyDay(
                          county.key(),
                          day,
                          county.rows(Sent.class).stream()
                              .filter(r -> r.dataDay().equals(day))
                              .count(),
                          lookedUp)));
    }
  }

  /** As {@link Counts}, of the first day alone. */
  private static class OfTheFirstDay extends Counts {
    private static final long serialVersionUID = 1L;

    @Override
    public DaySet concerned(DaySet due, References references) {
      return references.all(Registered.class).isEmpty() ? DaySet.NONE : DaySet.of(FIRST);
    }

    @Override
    public PassSpec spec() {
      return PassSpec.of()
          .follows(Table.of(Sent.class), Sent.class, Sent::countyCode)
          .looksUp(Table.of(Registered.class), Registered.class)
          .looksUp(Table.of(Sent.class), SentOn.class)
          .asksDaysOf(Table.of(Sent.class))
          .gives(JobSpec.writes(CountyDay.class))
          .build();
    }
  }

  @TempDir private Path folder;
  private Lake lake;

  @BeforeEach
  void openTheLake() {
    lake = new Lake(SharedSession.spark(), folder.toString());
    append(
        Sent.class,
        new Sent("S1", FIRST, 1, "C1"),
        new Sent("S1", FIRST, 2, "C1"),
        new Sent("S9", FIRST.plusDays(2), 1, null));
    // A file of one day whose log tells all, and one of several.
    append(Sent.class, new Sent("S2", FIRST.plusDays(3), 1, "C2"));
    append(
        Sent.class,
        new Sent("S2", FIRST.plusDays(9), 1, "C2"),
        new Sent("S2", FIRST.minusDays(9), 1, "C2"));
  }

  @SafeVarargs
  private <R extends Record> void append(Class<R> type, R... rows) {
    lake.append(type, DaySet.NONE, List.of(rows), "test");
  }

  private List<String> computed(Pass pass) {
    PassRuns.assertSameInTasks(lake, pass, DAYS, Settings.of(Map.of()));
    List<String> rows = new ArrayList<>();
    lake.rows(Table.of(CountyDay.class), CountyDay.class, DaySet.ALWAYS)
        .forEach(
            r ->
                rows.add(
                    "%s %s %d %d"
                        .formatted(
                            r.countyCode(), r.dataDay(), r.recordCount(), r.acceptedCount())));
    rows.sort(null);
    return rows;
  }

  @Test
  void whatIsRegisteredIsAnEntityAndARowWithoutKeyBelongsToNone() {
    append(Registered.class, new Registered("C1"), new Registered("C3"));
    assertThat(computed(new Counts()))
        .containsExactly(
            "C1 2024-02-28 2 4",
            "C1 2024-03-01 0 4",
            "C1 2024-03-02 0 4",
            "C2 2024-02-28 0 4",
            "C2 2024-03-01 0 4",
            "C2 2024-03-02 1 4",
            "C3 2024-02-28 0 4",
            "C3 2024-03-01 0 4",
            "C3 2024-03-02 0 4");
  }

  @Test
  void onlyDaysThatCanHaveRowsAreReadButAllThatAreDueAreReplaced() {
    append(Registered.class, new Registered("C1"));
    computed(new Counts());
    assertThat(computed(new OfTheFirstDay())).containsExactly("C1 2024-02-28 2 2");
  }

  @Test
  void withoutAnyDayThatCanHaveRowsNothingIsReadAndTheDaysAreEmpty() {
    computed(new Counts());
    assertThat(computed(new OfTheFirstDay())).isEmpty();
  }

  @Test
  void daysThatAreNotAskedForAreUnknown() {
    Pass asks =
        new OfTheFirstDay() {
          private static final long serialVersionUID = 1L;

          @Override
          public Rule rule(References references) {
            references.daysPresent(Table.of(CountyDay.class));
            return null;
          }
        };
    assertThatThrownBy(() -> computed(asks)).hasMessageContaining("to ask for days of");
  }
}
