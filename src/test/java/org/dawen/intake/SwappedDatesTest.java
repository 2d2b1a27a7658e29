package org.dawen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every start day of a year, every step, gaps: swapped files are refused, others never are. */
class SwappedDatesTest {
  private static final LocalDate NEW_YEAR = LocalDate.of(2018, 1, 1);

  /** Times of a series. */
  private static List<LocalDateTime> series(LocalDate first, int days, int stepMinutes) {
    List<LocalDateTime> times = new ArrayList<>();
    LocalDateTime time = first.atTime(8, 0);
    while (time.isBefore(first.plusDays(days).atStartOfDay())) {
      times.add(time);
      time = time.plusMinutes(stepMinutes);
    }
    return times;
  }

  /** As a spreadsheet of the other country writes it; days above the twelfth stay. */
  private static TimeLabel swapped(LocalDateTime time) {
    TimeLabel label = TimeLabel.of(time);
    return TimeLabel.of(label.swappedDay(), label.second());
  }

  /** As it is written by who swaps all; days above the twelfth make dates that do not exist. */
  private static TimeLabel swappedThroughout(LocalDateTime time) {
    return time.getDayOfMonth() <= 12
        ? swapped(time)
        : TimeLabel.mixed(time.toLocalDate(), time.toLocalTime().toSecondOfDay());
  }

  private static String faultOf(List<TimeLabel> labels) {
    SwappedDates dates = new SwappedDates(0);
    for (int i = 0; i < labels.size(); i++) {
      dates.add("M1", labels.get(i), i + 2);
    }
    return dates.fault();
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 5, 12, 17})
  void oneSwappedDayBehindOrBeforeManyIsSeenAlthoughNightsAreMissing(int days) {
    List<TimeLabel> labels = new ArrayList<>();
    for (LocalDate day = LocalDate.of(2024, 3, 2).minusDays(days);
        day.isBefore(LocalDate.of(2024, 3, 2));
        day = day.plusDays(1)) {
      for (int hour = 8; hour <= 18; hour++) {
        labels.add(swapped(day.atTime(hour, 0)));
      }
    }
    assertThat(faultOf(labels)).contains("jump from 2024-02-29T18:00 to 2024-01-03T08:00");
  }

  @Test
  void aLateRowThatCouldBeTheNextDaySwappedIsNoSwappedDay() {
    List<TimeLabel> labels = new ArrayList<>();
    for (LocalDateTime time : series(LocalDate.of(2024, 2, 20), 10, 60)) {
      labels.add(TimeLabel.of(time));
    }
    labels.add(TimeLabel.of(LocalDateTime.of(2024, 1, 3, 8, 0)));
    labels.add(TimeLabel.of(LocalDateTime.of(2024, 1, 3, 9, 0)));
    assertThat(faultOf(labels)).isNull();
  }

  @Test
  void twoDaysAMonthApartThatMayBeSwappedAreReadAndNamed() {
    SwappedDates dates = new SwappedDates(0);
    for (LocalDate day : List.of(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 3, 1))) {
      for (int hour = 8; hour <= 18; hour++) {
        dates.add("M1", TimeLabel.of(day.atTime(hour, 0)), hour);
      }
    }
    assertThat(dates.fault()).isNull();
    assertThat(dates.doubt())
        .isEqualTo(
            "The dates of M1 jump from 2024-02-01T18:00 to 2024-03-01T08:00 (line 8), but follow each"
                + " other with day and month swapped: they were read as written, which is wrong if"
                + " the days do follow each other.");
  }

  @Test
  void daysThatFollowEachOtherAsWrittenLeaveNoDoubt() {
    SwappedDates dates = new SwappedDates(0);
    for (LocalDateTime time : series(LocalDate.of(2024, 2, 1), 40, 60)) {
      dates.add("M1", TimeLabel.of(time), 2);
    }
    assertThat(dates.doubt()).isNull();
  }

  /** Days that the swap puts elsewhere. */
  private static long misplaced(List<LocalDateTime> times) {
    return times.stream()
        .map(LocalDateTime::toLocalDate)
        .distinct()
        .filter(d -> d.getDayOfMonth() <= 12 && d.getDayOfMonth() != d.getMonthValue())
        .count();
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 30, 60, 120, 240, 480, 720, 1_440})
  void aSwappedSeriesIsRefusedWhateverItsFirstDayStepAndGaps(int step) {
    int tried = 0;
    for (int start = 0; start < 365; start++) {
      for (int gaps = 0; gaps < 3; gaps++) {
        List<LocalDateTime> times = series(NEW_YEAR.plusDays(start), 18, step);
        Random random = new Random(start);
        if (gaps == 1) {
          times.removeIf(t -> random.nextInt(10) == 0);
        } else if (gaps == 2 && step <= 240) {
          times.removeIf(t -> t.getHour() < 2 || t.getHour() == 23);
        }
        if (misplaced(times) >= 4) {
          tried++;
          String where = "%s, step %d, gaps %d".formatted(NEW_YEAR.plusDays(start), step, gaps);
          assertThat(faultOf(times.stream().map(SwappedDatesTest::swapped).toList()))
              .as(where)
              .contains("M1")
              .contains("day and month swapped");
          assertThat(faultOf(times.stream().map(SwappedDatesTest::swappedThroughout).toList()))
              .as(where)
              .isNotNull();
        }
      }
    }
    assertThat(tried).isGreaterThan(600);
  }

  @Test
  void twoSwappedDaysThatGoOnOverMidnightAreEnough() {
    assertThat(
            faultOf(
                series(LocalDate.of(2018, 1, 2), 2, 15).stream()
                    .map(SwappedDatesTest::swapped)
                    .toList()))
        .contains("jump from 2018-02-01T23:45 to 2018-03-01T00:00 (line 66)");
  }

  @Test
  void aSwappedFileFromTheLatestToTheFirstIsRefused() {
    List<LocalDateTime> times = series(LocalDate.of(2018, 9, 1), 20, 60);
    Collections.reverse(times);
    assertThat(faultOf(times.stream().map(SwappedDatesTest::swapped).toList())).isNotNull();
  }

  @Test
  void aSwappedMonthBehindOneThatIsRightIsRefused() {
    List<TimeLabel> labels = new ArrayList<>();
    series(LocalDate.of(2018, 3, 1), 31, 60).forEach(t -> labels.add(TimeLabel.of(t)));
    series(LocalDate.of(2018, 4, 1), 30, 60).forEach(t -> labels.add(swapped(t)));
    assertThat(faultOf(labels)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 60, 240, 720, 1_440})
  void aSeriesThatIsRightIsNeverRefused(int step) {
    for (int seed = 0; seed < 400; seed++) {
      Random random = new Random(seed * 31L + step);
      List<LocalDateTime> times =
          series(NEW_YEAR.plusDays(random.nextInt(700)), 2 + random.nextInt(60), step);
      for (int more = random.nextInt(4); more > 0; more--) { // gaps of days to months
        LocalDate from = times.get(times.size() - 1).toLocalDate().plusDays(random.nextInt(90) + 1);
        times.addAll(series(from, 1 + random.nextInt(20), step));
      }
      if (seed % 4 == 1) {
        Collections.reverse(times);
      } else if (seed % 4 == 2) {
        Collections.shuffle(times, random);
      } else if (seed % 4 == 3) {
        Collections.rotate(times, random.nextInt(times.size())); // a gap filled at the end
      }
      assertThat(faultOf(times.stream().map(TimeLabel::of).toList())).as("seed %d", seed).isNull();
    }
  }

  @Test
  void readingsTakenOnceAMonthAreNeverRefused() {
    for (int day = 1; day <= 28; day++) {
      for (int start = 0; start < 12; start++) {
        for (int every = 1; every <= 3; every++) {
          List<TimeLabel> labels = new ArrayList<>();
          for (int i = 0; i < 30; i++) {
            LocalDate read = NEW_YEAR.withDayOfMonth(day).plusMonths(start + (long) i * every);
            labels.add(TimeLabel.of(read.atTime(8, 0)));
          }
          assertThat(faultOf(labels)).as("day %d", day).isNull();
          Collections.reverse(labels);
          assertThat(faultOf(labels)).as("day %d", day).isNull();
        }
      }
    }
  }

  @Test
  void severalMetersOneAfterTheOtherOrInterleavedAreNoJumps() {
    SwappedDates dates = new SwappedDates(0);
    int line = 2;
    for (LocalDateTime t : series(LocalDate.of(2018, 3, 1), 31, 60)) {
      dates.add("M1", TimeLabel.of(t), line++);
      dates.add("M2", TimeLabel.of(t.plusMonths(1)), line++);
    }
    for (LocalDateTime t : series(LocalDate.of(2018, 1, 1), 31, 60)) {
      dates.add("M3", TimeLabel.of(t), line++);
    }
    assertThat(dates.fault()).isNull();
  }

  /** Whole days on the second of each month from January, the last row of each spelt so. */
  private static List<TimeLabel> wholeDays(int step, boolean isSwapped, String midnight) {
    Midnights midnights = new Midnights(0);
    List<TimeLabel> labels = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      LocalDate day =
          isSwapped ? LocalDate.of(2024, 2, 1).plusDays(i) : LocalDate.of(2024, 1, 2).plusMonths(i);
      for (int m = step; m <= 1_440; m += step) {
        TimeLabel label =
            m < 1_440
                ? TimeLabel.of(day, m * 60)
                : switch (midnight) {
                  case "24:00" -> TimeLabel.of(day, TimeLabel.DAY_SECONDS);
                  case "same" -> TimeLabel.of(day, 0);
                  default -> TimeLabel.of(day.plusDays(1), 0);
                };
        TimeLabel written = isSwapped ? TimeLabel.of(label.swappedDay(), label.second()) : label;
        labels.add(midnights.next(written, labels.size()));
      }
    }
    return labels;
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 60, 240, 480})
  void swappedWholeDaysAreRefusedHoweverMidnightIsSpelt(int step) {
    for (String midnight : List.of("24:00", "same", "next")) {
      assertThat(faultOf(wholeDays(step, true, midnight)))
          .as(midnight)
          .contains("day and month swapped");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 60, 240, 480})
  void wholeDaysAMonthApartCouldBeBothAndTheSentenceSaysWhatToDo(int step) {
    for (String midnight : List.of("24:00", "same")) {
      assertThat(faultOf(wholeDays(step, false, midnight)))
          .as(midnight)
          .contains("Both are possible")
          .contains("a file of its own")
          .contains("0:00 of the next date");
    }
    // What the sentence asks for settles it.
    List<TimeLabel> settled = wholeDays(step, false, "next");
    assertThat(faultOf(settled)).isNull();
    for (int day = 0; day < 3; day++) {
      int rows = settled.size() / 3;
      assertThat(faultOf(wholeDays(step, false, "24:00").subList(day * rows, (day + 1) * rows)))
          .isNull();
    }
  }

  @Test
  void theSentenceOfDatesThatCanOnlyBeSwappedDoesNotOfferTheOtherReading() {
    List<LocalDateTime> times = series(LocalDate.of(2018, 8, 30), 10, 60);
    assertThat(faultOf(times.stream().map(SwappedDatesTest::swapped).toList()))
        .contains("day and month swapped")
        .doesNotContain("Both");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2018-08-31", "2018-01-31", "2018-04-12", "2018-11-30"})
  void twoSwappedDaysWithANightBetweenThemAreRefusedIfTheyRunAgainstTheirRows(String first) {
    List<LocalDateTime> times = series(LocalDate.parse(first), 2, 60);
    times.removeIf(t -> t.getHour() < 8 || t.getHour() > 18);
    List<TimeLabel> swapped = times.stream().map(SwappedDatesTest::swapped).toList();
    assertThat(faultOf(swapped)).contains("day and month swapped").doesNotContain("Both");
    Collections.reverse(times);
    assertThat(faultOf(times.stream().map(SwappedDatesTest::swapped).toList())).isNotNull();
    // Two days a month apart with a night between them are what they say.
    List<LocalDateTime> monthly = series(LocalDate.of(2018, 1, 2), 1, 60);
    monthly.addAll(series(LocalDate.of(2018, 2, 2), 1, 60));
    monthly.removeIf(t -> t.getHour() > 18);
    assertThat(faultOf(monthly.stream().map(TimeLabel::of).toList())).isNull();
  }
}
