package org.dawen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dawen.lake.DaySet;
import org.junit.jupiter.api.Test;

class FarDaysTest {
  private static List<String> far(String days, Map<LocalDate, Long> records) {
    return FarDays.farFrom(DaySet.parse(days), records).stream().map(LocalDate::toString).toList();
  }

  @Test
  void aDayAYearFromAllOthersIsFar() {
    assertThat(far("2024-03-01..2024-03-31,2035-06-15", Map.of())).containsExactly("2035-06-15");
    assertThat(far("2014-03-01,2024-03-01..2024-03-31", Map.of())).containsExactly("2014-03-01");
    assertThat(far("2024-03-01..2024-03-31,2025-03-31", Map.of())).containsExactly("2025-03-31");
    assertThat(far("2024-03-01..2024-03-31,2025-03-30", Map.of())).isEmpty();
  }

  @Test
  void aFileOfOneDayHasNoFarDay() {
    assertThat(far("2035-06-15", Map.of())).isEmpty();
    assertThat(far("", Map.of())).isEmpty();
  }

  @Test
  void ofTwoDaysThatWithFewerRecordsIsTheFarOne() {
    LocalDate many = LocalDate.of(2024, 3, 4);
    LocalDate one = LocalDate.of(2035, 6, 15);
    assertThat(far("2024-03-04,2035-06-15", Map.of(many, 24L, one, 1L)))
        .containsExactly("2035-06-15");
    assertThat(far("2024-03-04,2035-06-15", Map.of(many, 1L, one, 24L)))
        .containsExactly("2024-03-04");
  }

  @Test
  void ofDaysWithEquallyManyRecordsNoneIsTheTrueOne() {
    Map<LocalDate, Long> one =
        Map.of(
            LocalDate.of(2014, 3, 4), 1L,
            LocalDate.of(2024, 3, 4), 1L,
            LocalDate.of(2035, 6, 15), 1L);
    assertThat(far("2014-03-04,2024-03-04,2035-06-15", one))
        .containsExactly("2014-03-04", "2024-03-04", "2035-06-15");
    assertThat(far("2014-03-04,2035-06-15", one)).containsExactly("2014-03-04", "2035-06-15");
    // The smaller one is far from each of the others, which are too many for slips of the pen.
    assertThat(far("2014-01-01..2014-01-31,2020-01-01,2024-01-01..2024-01-31", Map.of()))
        .containsExactly("2020-01-01");
  }

  @Test
  void aFewDaysTogetherAreFarFromMany() {
    assertThat(far("2024-03-01..2024-03-31,2035-06-15..2035-06-16", Map.of()))
        .containsExactly("2035-06-15", "2035-06-16");
    assertThat(far("2019-11-01..2020-02-20,2021-11-01..2022-02-20", Map.of())).isEmpty();
  }
}
