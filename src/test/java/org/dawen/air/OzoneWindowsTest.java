package org.dawen.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.dawen.air.OzoneWindows.Summary;
import org.junit.jupiter.api.Test;

class OzoneWindowsTest {

  private static BigDecimal[] hours(int from, int to, String value) {
    BigDecimal[] hours = new BigDecimal[24];
    Arrays.fill(hours, from, to, new BigDecimal(value));
    return hours;
  }

  private static Summary summarise(BigDecimal[] hours) {
    return OzoneWindows.summarise(hours, 8, 24, 6);
  }

  @Test
  void aFullDayHasSeventeenWindows() {
    assertThat(summarise(hours(0, 24, "10")).validWindows()).isEqualTo(17);
  }

  @Test
  void sixHoursMakeAWindowAndFiveDoNot() {
    assertThat(summarise(hours(0, 6, "10")).validWindows()).isEqualTo(1);
    assertThat(summarise(hours(0, 5, "10"))).isEqualTo(new Summary(0, null));
  }

  @Test
  void theMeanDividesByTheHoursPresent() {
    BigDecimal[] hours = hours(0, 7, "10");
    hours[6] = new BigDecimal("11");
    // Windows 8 and 9: 71/7 = 10.142857142857… and 61/6 = 10.1666…
    assertThat(summarise(hours).largestMean()).isEqualByComparingTo("10.1666666667");
  }

  @Test
  void theHoursBeforeSevenCountOnlyInTheFirstWindows() {
    BigDecimal[] hours = hours(0, 24, "10");
    hours[0] = new BigDecimal("90");
    // Window 8 alone holds the hour from 0 o'clock: (90 + 7·10)/8 = 20.
    assertThat(summarise(hours).largestMean()).isEqualByComparingTo("20");
  }

  @Test
  void windowsThatReachIntoTheDayBeforeDoNotCount() {
    // Hours from 0 to 4 o'clock only ever fill five places of a window of this day.
    assertThat(summarise(hours(0, 5, "500")).largestMean()).isNull();
  }

  @Property(tries = 300)
  void theLargestMeanIsThatOfEveryWindowSummedByItself(
      @ForAll @Size(24) List<@IntRange(min = -1, max = 400) Integer> drawn) {
    BigDecimal[] hours =
        drawn.stream()
            .map(v -> v % 3 == 0 || v < 0 ? null : BigDecimal.valueOf(v, 1))
            .toArray(BigDecimal[]::new);
    List<BigDecimal> means = new ArrayList<>();
    for (int end = 8; end <= 24; end++) {
      List<BigDecimal> present = Arrays.stream(hours, end - 8, end).filter(v -> v != null).toList();
      if (present.size() >= 6) {
        means.add(
            present.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(present.size()), 10, RoundingMode.HALF_UP));
      }
    }
    Summary found = summarise(hours);
    assertThat(found.validWindows()).isEqualTo(means.size());
    assertThat(found.largestMean())
        .isEqualTo(means.stream().max(BigDecimal::compareTo).orElse(null));
  }
}
