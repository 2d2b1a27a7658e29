package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.dawen.lake.Message;
import org.junit.jupiter.api.Test;

class MissingDaysTest {
  private static NavigableSet<LocalDate> days(String... days) {
    return new TreeSet<>(List.of(days).stream().map(LocalDate::parse).toList());
  }

  @Test
  void aDayIsMissingThatLiesBetweenDaysOfTheFeedEvenIfNobodySentIt() {
    assertThat(
            MissingDays.sentences(
                Map.of(
                    "A", days("2024-03-01", "2024-03-04"),
                    "B", days("2024-03-01", "2024-03-02", "2024-03-03", "2024-03-04"),
                    "C", days("2024-03-04"))))
        .extracting(Message::toString)
        .containsExactly(
            "C: 3 days, 2024-03-01 to 2024-03-03", "A: 2 days, 2024-03-02 to 2024-03-03");
    assertThat(MissingDays.sentences(Map.of("A", days("2024-03-01", "2024-03-03"))))
        .extracting(Message::toString)
        .containsExactly("A: 1 days, 2024-03-02 to 2024-03-02");
  }

  @Test
  void aYearOrMoreBetweenTwoDaysOfTheFeedIsNoGap() {
    assertThat(MissingDays.sentences(Map.of("A", days("2015-04-30", "2024-03-01")))).isEmpty();
    assertThat(MissingDays.sentences(Map.of("A", days("2023-03-02", "2024-03-01")))).isEmpty();
    assertThat(MissingDays.sentences(Map.of("A", days("2023-03-03", "2024-03-01"))))
        .extracting(Message::toString)
        .containsExactly("A: 363 days, 2023-03-04 to 2024-02-29");
  }

  @Test
  void nothingReceivedIsNothingMissing() {
    assertThat(MissingDays.sentences(Map.of())).isEmpty();
  }
}
