package org.dawen.noise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dawen.intake.ReceivedNoise;
import org.dawen.noise.PointHour.Source;
import org.dawen.noise.PointHour.Unused;
import org.junit.jupiter.api.Test;

/** What makes an hour, and what leaves it out. */
class PointHoursTest {
  private static final LocalDateTime EIGHT = LocalDateTime.parse("2024-03-08T08:00");

  private static List<ReceivedNoise> minutes(int count, String level) {
    return new ArrayList<>(
        IntStream.range(0, count)
            .mapToObj(
                i -> Noises.minute(EIGHT.plusMinutes(i), level, Noises.from("noise/a.csv", i + 2)))
            .toList());
  }

  @Test
  void fortyFiveMinutesMakeAnHourAndFortyFourDoNot() {
    assertThat(Noises.hours(minutes(45, "50")).get(0).unusedReason()).isNull();
    PointHour few = Noises.hours(minutes(44, "50")).get(0);
    assertThat(few.unusedReason()).isEqualTo(Unused.FEW_MINUTES);
    assertThat(few.levels().leqDb()).isEqualByComparingTo("50");
  }

  @Test
  void anHourThatWasSentIsTakenWhereMinutesAreFew() {
    List<ReceivedNoise> values = minutes(10, "50");
    values.add(Noises.hour(EIGHT, "55.6", "78.2", null));
    PointHour hour = Noises.hours(values).get(0);
    assertThat(hour.levelSource()).isEqualTo(Source.HOUR);
    assertThat(hour.levels().leqDb()).isEqualByComparingTo("55.6");
    assertThat(hour.isPeakMeasured()).isTrue();
    assertThat(hour.isValid()).isTrue();
  }

  @Test
  void minutesGoBeforeTheHourThatWasSentWhichStandsBeside() {
    List<ReceivedNoise> values = minutes(60, "50");
    values.add(Noises.hour(EIGHT, "55.6", null, null));
    PointHour hour = Noises.hours(values).get(0);
    assertThat(hour.levels().leqDb()).isEqualByComparingTo("50");
    assertThat(hour.sentLeqDb()).isEqualByComparingTo("55.6");
    assertThat(hour.isPeakMeasured()).isFalse();
  }

  @Test
  void anHourSentWithoutItsLevelHidesNoMinutes() {
    List<ReceivedNoise> values = minutes(60, "50");
    values.add(Noises.hour(EIGHT, null, "88.2", null));
    PointHour hour = Noises.hours(values).get(0);
    assertThat(hour.levelSource()).isEqualTo(Source.MINUTES);
    assertThat(hour.levels().leqDb()).isEqualByComparingTo("50");
    assertThat(hour.isValid()).isTrue();
  }

  @Test
  void thePeakThatWasSentCountsBesideMinutesThatTellNone() {
    List<ReceivedNoise> values = minutes(60, "50");
    values.add(Noises.hour(EIGHT, "50.1", "88.2", null));
    PointHour hour = Noises.hours(values).get(0);
    assertThat(hour.levels().leqDb()).isEqualByComparingTo("50");
    assertThat(hour.levels().lmaxDb()).isEqualByComparingTo("88.2");
    assertThat(hour.isPeakMeasured()).isTrue();
    assertThat(hour.recordCount()).isEqualTo(61);
  }

  @Test
  void anHourSentThatRestsOnFewMinutesDoesNotCount() {
    assertThat(Noises.hours(List.of(Noises.hour(EIGHT, "55", null, 44))).get(0).unusedReason())
        .isEqualTo(Unused.FEW_MINUTES);
  }

  @Test
  void windAboveFiveLeavesTheHourOutAndFiveDoesNot() {
    PointHour five =
        Noises.hours(minutes(60, "50"), Noises.weather(Noises.POINT, EIGHT, "5.0", "0")).get(0);
    assertThat(five.isValid()).isTrue();
    PointHour more =
        Noises.hours(minutes(60, "50"), Noises.weather(Noises.POINT, EIGHT, "5.1", null)).get(0);
    assertThat(more.unusedReason()).isEqualTo(Unused.WIND);
    assertThat(more.excludedMinutes()).isEqualTo(60);
    assertThat(more.levels().leqDb()).isEqualByComparingTo("50");
  }

  @Test
  void anyRainLeavesTheHourOut() {
    assertThat(
            Noises.hours(minutes(60, "50"), Noises.weather(Noises.POINT, EIGHT, "1", "0.1"))
                .get(0)
                .unusedReason())
        .isEqualTo(Unused.RAIN);
  }

  @Test
  void theWeatherOfAnotherStationLeavesNothingOut() {
    assertThat(
            Noises.hours(minutes(60, "50"), Noises.weather("ELSEWHERE", EIGHT, "9", "9"))
                .get(0)
                .isValid())
        .isTrue();
  }

  @Test
  void aLaterFileCorrectsOneMinute() {
    List<ReceivedNoise> values = minutes(60, "50");
    values.add(
        Noises.minute(
            EIGHT, "60", new org.dawen.intake.Provenance(null, "r2", "noise/a_r2.csv", 2)));
    PointHour hour = Noises.hours(values).get(0);
    assertThat(hour.levels().lmaxDb()).isEqualByComparingTo("60");
    assertThat(hour.receivedMinutes()).isEqualTo(60);
    assertThat(hour.fileId()).isEqualTo("noise/a_r2.csv");
    assertThat(hour.revisionCount()).isEqualTo(61);
    assertThat(hour.isDecidedByPath()).isFalse();
  }

  @Test
  void twoFilesThatOnlyTheirPathTellsApartAreListed() {
    List<ReceivedNoise> values = minutes(60, "50");
    values.add(Noises.minute(EIGHT, "60", Noises.from("noise/b.csv", 2)));
    assertThat(Noises.hours(values).get(0).isDecidedByPath()).isTrue();
  }
}
