package org.dawen.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dawen.registry.DustHour;
import org.dawen.registry.Period;
import org.dawen.registry.Station;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class StationRegisterTest {
  private static final LocalDateTime FIRST = LocalDateTime.parse("2024-03-01T00:00");
  private static final Station STATION =
      new Station(
          "S1",
          "-",
          "370902",
          null,
          "370900",
          true,
          null,
          new Period(LocalDate.of(2020, 1, 1), null),
          "s.csv",
          2);

  /** Spans overlap, are open, empty or of other areas; each hour is held against each of them. */
  @RepeatedTest(20)
  void anHourIsDustIfItSharesTimeWithAnySpanOfAnAreaOfTheStation(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    List<DustHour> spans = new ArrayList<>();
    for (int i = random.nextInt(8); i > 0; i--) {
      LocalDateTime start = FIRST.plusMinutes(random.nextInt(2_000));
      LocalDateTime end = random.nextInt(20) == 0 ? null : start.plusMinutes(random.nextInt(300));
      String area = List.of("S1", "370902", "370900", "370903").get(random.nextInt(4));
      spans.add(new DustHour(area, start, end, null, "d.csv", 2));
    }
    StationRegister register = new StationRegister(List.of(STATION), spans);
    for (LocalDateTime hour = FIRST; hour.isBefore(FIRST.plusDays(2)); hour = hour.plusHours(1)) {
      LocalDateTime begin = hour;
      assertThat(register.isDust(STATION, begin))
          .as("%s under %s", begin, spans)
          .isEqualTo(spans.stream().anyMatch(s -> isOfStation(s) && shares(s, begin)));
    }
  }

  private static boolean isOfStation(DustHour span) {
    return !span.areaCode().equals("370903");
  }

  private static boolean shares(DustHour span, LocalDateTime hour) {
    return span.startsAt() != null
        && span.startsAt().isBefore(hour.plusHours(1))
        && (span.endsAt() == null || span.endsAt().isAfter(hour));
  }
}
