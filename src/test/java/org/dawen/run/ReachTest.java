package org.dawen.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.dawen.lake.DaySet;
import org.junit.jupiter.api.Test;

/** What a changed day makes due is also computed from it. */
class ReachTest {
  /** A leap day among them. */
  private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);

  private static String output(Reach reach, String changed) {
    return reach.outputDays(DaySet.parse(changed)).toString();
  }

  private static String input(Reach reach, String output) {
    return reach.inputDays(DaySet.parse(output)).toString();
  }

  @Test
  void aDayReachesTheMonthsToDateOfItsYearOnly() {
    assertThat(output(Reach.monthsToDate(), "2024-10-17"))
        .isEqualTo("2024-10-01,2024-11-01,2024-12-01");
    assertThat(output(Reach.monthsToDate(), "2023-12-31..2024-01-01"))
        .startsWith("2023-12-01,2024-01-01,2024-02-01")
        .endsWith("2024-12-01");
    assertThat(input(Reach.monthsToDate(), "2024-02-01")).isEqualTo("2024-01-01..2024-02-29");
  }

  @Test
  void aMonthThatLooksBackIsReachedByTheMonthsBeforeIt() {
    assertThat(output(Reach.monthAndNext(2), "2023-11-17"))
        .isEqualTo("2023-11-01,2023-12-01,2024-01-01");
    assertThat(input(Reach.monthAndNext(2), "2024-01-01")).isEqualTo("2023-11-01..2024-01-31");
    assertThat(output(Reach.monthAndTheOneBefore(), "2024-03-31"))
        .isEqualTo("2024-02-01,2024-03-01");
    assertThat(input(Reach.monthAndTheOneBefore(), "2024-02-01"))
        .isEqualTo("2024-02-01..2024-03-31");
    assertThat(output(Reach.daysOfMonth(), "2024-02-17")).isEqualTo("2024-02-01..2024-02-29");
    assertThat(input(Reach.daysOfMonth(), "2024-02-01")).isEqualTo("2024-02-01..2024-02-29");
  }

  @Test
  void oneReachAfterAnotherReachesWhatTheSecondReachesFromThere() {
    Reach both = Reach.monthsToDate().then(Reach.sameDayNextYear());
    assertThat(output(both, "2023-11-17")).isEqualTo("2023-11-01,2023-12-01,2024-11-01,2024-12-01");
    assertThat(input(both, "2024-02-01"))
        .isEqualTo("2023-01-01..2023-02-28,2024-01-01..2024-02-29");
  }

  @Test
  void aMonthReachesThatOfTheNextYearAndIsReadWithTheYearBefore() {
    assertThat(output(Reach.sameDayNextYear(), "2024-03-01")).isEqualTo("2024-03-01,2025-03-01");
    assertThat(input(Reach.sameDayNextYear(), "2024-03-01")).isEqualTo("2023-03-01,2024-03-01");
  }

  @Test
  void theLeapDayIsComparedWithTheLastOfFebruary() {
    assertThat(output(Reach.sameDayNextYear(), "2024-02-29")).isEqualTo("2024-02-29,2025-02-28");
    assertThat(output(Reach.sameDayNextYear(), "2023-02-28"))
        .isEqualTo("2023-02-28,2024-02-28..2024-02-29");
    assertThat(input(Reach.sameDayNextYear(), "2025-02-28"))
        .isEqualTo("2024-02-28..2024-02-29,2025-02-28");
  }

  @Provide
  Arbitrary<Reach> all() {
    return Arbitraries.of(Reaches.ALL);
  }

  @Property(tries = 2000)
  void whatADayReachesIsComputedFromIt(
      @ForAll("all") Reach reach,
      @ForAll @IntRange(min = 0, max = 1200) int changed,
      @ForAll @IntRange(min = 0, max = 60) int days,
      @ForAll @IntRange(min = -400, max = 800) int other) {
    LocalDate day = FIRST.plusDays(changed);
    DaySet reached = reach.outputDays(DaySet.between(day, day.plusDays(days)));
    assertThat(reached.isEmpty()).isFalse();
    LocalDate row = reached.contains(day.plusDays(other)) ? day.plusDays(other) : day;
    if (reached.contains(row)) {
      DaySet read = reach.inputDays(DaySet.of(row));
      assertThat(read.intersect(DaySet.between(day, day.plusDays(days)))).isNotEqualTo(DaySet.NONE);
    }
  }

  @Property(tries = 2000)
  void ofManyDaysAreReachedThoseOfEach(
      @ForAll("all") Reach reach,
      @ForAll @IntRange(min = 0, max = 1200) int first,
      @ForAll @IntRange(min = 0, max = 60) int days,
      @ForAll @IntRange(min = 0, max = 60) int one) {
    LocalDate from = FIRST.plusDays(first);
    LocalDate within = from.plusDays(one % (days + 1));
    DaySet all = DaySet.between(from, from.plusDays(days));
    assertThat(reach.outputDays(DaySet.of(within)).minus(reach.outputDays(all)))
        .isEqualTo(DaySet.NONE);
    assertThat(reach.inputDays(DaySet.of(within)).minus(reach.inputDays(all)))
        .isEqualTo(DaySet.NONE);
  }
}
