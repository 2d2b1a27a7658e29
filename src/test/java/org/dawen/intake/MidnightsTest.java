package org.dawen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a 0:00 means, of one series in the order of its file. */
class MidnightsTest {
  private static final LocalDate FIRST = LocalDate.of(2024, 4, 2);

  /** Labels of the ends of intervals; the last of a date is 0:00 of the same date. */
  private static List<TimeLabel> sameDate(int days, int stepMinutes) {
    List<TimeLabel> labels = new ArrayList<>();
    for (int d = 0; d < days; d++) {
      for (int m = stepMinutes; m <= 1_440; m += stepMinutes) {
        labels.add(TimeLabel.of(FIRST.plusDays(d), m % 1_440 * 60));
      }
    }
    return labels;
  }

  /** The same times written rightly: 0:00 of the next date. */
  private static List<TimeLabel> right(int days, int stepMinutes) {
    List<TimeLabel> labels = new ArrayList<>();
    LocalDateTime time = FIRST.atStartOfDay();
    for (int i = 0; i < days * 1_440 / stepMinutes; i++) {
      time = time.plusMinutes(stepMinutes);
      labels.add(TimeLabel.of(time));
    }
    return labels;
  }

  private static List<LocalDateTime> meant(Midnights midnights, List<TimeLabel> labels) {
    List<LocalDateTime> meant = new ArrayList<>();
    for (TimeLabel label : labels) {
      LocalDateTime time = midnights.next(label, meant.size()).time();
      if (midnights.takenBack() >= 0) {
        int line = (int) midnights.takenBack();
        meant.set(line, labels.get(line).time());
      }
      meant.add(time);
    }
    return meant;
  }

  private static List<LocalDateTime> asSaid(List<TimeLabel> labels) {
    return labels.stream().map(TimeLabel::time).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 15, 30, 60, 120, 180, 240, 360, 480, 720})
  void aZeroBehindTheLastIntervalOfItsDateIsTheEndOfIt(int step) {
    Midnights midnights = new Midnights(0);
    assertThat(meant(midnights, sameDate(3, step))).isEqualTo(asSaid(right(3, step)));
    assertThat(midnights.claimedTwice()).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 15, 30, 60, 120, 180, 240, 360, 480, 720})
  void whatIsWrittenRightlyStays(int step) {
    Midnights midnights = new Midnights(0);
    assertThat(meant(midnights, right(3, step))).isEqualTo(asSaid(right(3, step)));
    assertThat(midnights.claimedTwice()).isNull();
  }

  /** From any row of the first date, also the last before its midnight. */
  @Property(tries = 2000)
  void anyStepAndFirstRowSaysTheSameInAllSpellingsOfMidnight(
      @ForAll("steps") int step,
      @ForAll @IntRange(min = 1, max = 5) int days,
      @ForAll @IntRange(max = 23) int skipped) {
    int first = Math.min(skipped, 1_440 / step - 2);
    List<LocalDateTime> times = asSaid(right(days, step)).stream().skip(first).toList();
    List<TimeLabel> sameDate = sameDate(days, step).stream().skip(first).toList();
    List<TimeLabel> at24 =
        sameDate.stream().map(l -> l.isStartOfDay() ? l.asEndOfDay() : l).toList();
    List<TimeLabel> nextDate = right(days, step).stream().skip(first).toList();
    List<TimeLabel> reversed = new ArrayList<>(nextDate);
    Collections.reverse(reversed);
    for (List<TimeLabel> written : List.of(sameDate, at24, nextDate)) {
      Midnights midnights = new Midnights(0);
      assertThat(meant(midnights, written)).isEqualTo(times);
      assertThat(midnights.claimedTwice()).isNull();
    }
    Midnights midnights = new Midnights(0);
    assertThat(meant(midnights, reversed)).isEqualTo(asSaid(reversed));
    assertThat(midnights.claimedTwice()).isNull();
  }

  @Provide
  Arbitrary<Integer> steps() {
    return Arbitraries.of(60, 120, 180, 240, 360, 480, 720);
  }

  @Test
  void aStepOfTwelveHoursHasItsMidnightBehindNoon() {
    LocalDate next = FIRST.plusDays(1);
    TimeLabel noon = TimeLabel.of(FIRST, 43_200);
    TimeLabel zero = TimeLabel.of(FIRST, 0);
    assertThat(meant(new Midnights(0), List.of(noon, zero))).endsWith(next.atStartOfDay());
    assertThat(meant(new Midnights(0), List.of(noon, zero, TimeLabel.of(next, 43_200))))
        .contains(next.atStartOfDay());
    assertThat(
            meant(new Midnights(0), List.of(noon, zero, TimeLabel.of(FIRST.minusDays(1), 43_200))))
        .contains(FIRST.atStartOfDay());
  }

  @Test
  void theHoursOfAStationAreKnownToBeHours() {
    Midnights midnights = new Midnights(3_600);
    assertThat(meant(midnights, sameDate(1, 60))).isEqualTo(asSaid(right(1, 60)));
  }

  @Test
  void aLoneOrLeadingZeroIsWhatItSays() {
    TimeLabel zero = TimeLabel.of(FIRST, 0);
    assertThat(new Midnights(0).next(zero, 2)).isEqualTo(zero);
    assertThat(meant(new Midnights(0), List.of(zero, TimeLabel.of(FIRST, 900))))
        .startsWith(FIRST.atStartOfDay());
  }

  @Test
  void aZeroBehindALongGapIsWhatItSays() {
    List<TimeLabel> labels = sameDate(1, 15);
    labels.removeIf(l -> l.second() > 17 * 3_600);
    List<LocalDateTime> meant = meant(new Midnights(0), labels);
    assertThat(meant).isEqualTo(asSaid(labels));
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 60})
  void theEndOfADateMayFollowAGap(int stepMinutes) {
    List<TimeLabel> labels = sameDate(3, stepMinutes);
    labels.removeIf(l -> l.second() > 22 * 3_600 && l.day().equals(labels.get(0).day()));
    Midnights midnights = new Midnights(0);
    List<LocalDateTime> meant = meant(midnights, labels);
    assertThat(meant).isSorted().doesNotHaveDuplicates();
    assertThat(midnights.claimedTwice()).isNull();
  }

  @Test
  void rowsFromTheLatestToTheFirstAreWhatTheySay() {
    List<TimeLabel> labels = right(3, 15);
    Collections.reverse(labels);
    assertThat(meant(new Midnights(0), labels)).isEqualTo(asSaid(labels));
  }

  @Test
  void rowsInNoOrderAreWhatTheySay() {
    for (int seed = 0; seed < 300; seed++) {
      List<TimeLabel> labels = right(1 + seed % 9, 15 << seed % 3);
      Collections.shuffle(labels, new Random(seed));
      Midnights midnights = new Midnights(0);
      assertThat(meant(midnights, labels)).as("seed %d", seed).isEqualTo(asSaid(labels));
      assertThat(midnights.claimedTwice()).isNull();
    }
  }

  @Test
  void aDateWithAZeroAtBothEndsCannotBeRead() {
    List<TimeLabel> labels = sameDate(1, 15);
    labels.add(0, TimeLabel.of(FIRST, 0));
    Midnights midnights = new Midnights(0);
    meant(midnights, labels);
    assertThat(midnights.claimedTwice()).isEqualTo(FIRST);
  }

  @Test
  void aDayWrittenRightlyBeforeOneThatIsNotCannotBeRead() {
    List<TimeLabel> labels = right(1, 60);
    sameDate(2, 60).stream().skip(24).forEach(labels::add);
    Midnights midnights = new Midnights(0);
    meant(midnights, labels);
    assertThat(midnights.claimedTwice()).isEqualTo(FIRST.plusDays(1));
  }

  @Test
  void aZeroOfTheNextDateBehindOneOfTheSameCannotBeRead() {
    List<TimeLabel> labels = sameDate(1, 60);
    labels.add(TimeLabel.of(FIRST.plusDays(1), 0));
    Midnights midnights = new Midnights(0);
    meant(midnights, labels);
    assertThat(midnights.claimedTwice()).isNotNull();
  }

  @Test
  void aZeroBesideA24OfTheSameDateCannotBeRead() {
    List<TimeLabel> labels = sameDate(1, 60);
    labels.add(TimeLabel.of(FIRST, TimeLabel.DAY_SECONDS));
    Midnights midnights = new Midnights(0);
    meant(midnights, labels);
    assertThat(midnights.claimedTwice()).isNotNull();
  }
}
