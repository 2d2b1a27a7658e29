package org.dawen.noise;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dawen.intake.ReceivedNoise;
import org.junit.jupiter.api.Test;

/** Levels of packets, ST=23, as HJ 212-2017 sends them. */
class LevelPacketTest {
  private static LevelPacket packet(
      String command,
      String time,
      String factor,
      String rtd,
      String avg,
      String flag,
      String other) {
    LocalDateTime at = LocalDateTime.parse(time);
    return new LevelPacket(
        "370900N0000000000000001A",
        command,
        at,
        at.toLocalDate(),
        factor,
        rtd == null ? null : new BigDecimal(rtd),
        avg == null ? null : new BigDecimal(avg),
        flag,
        other,
        null,
        Noises.from("hj212/n.txt", 3));
  }

  private static LevelPacket data(String command, String time, String factor, String other) {
    return packet(command, time, factor, null, null, null, other);
  }

  @Test
  void anHourIsTheDataOfItsFactors() {
    List<ReceivedNoise> levels =
        Stream.of(
                data("2061", "2024-03-08T08:00:01", "Leq", "Leq-Data=55.6"),
                data("2061", "2024-03-08T08:00:01", "LMx", "LMx-Data=78.2"),
                data("2061", "2024-03-08T08:00:01", "a01007", null))
            .map(p -> p.level("N1"))
            .filter(Objects::nonNull)
            .toList();
    PointHour hour = Noises.hours(levels).get(0);
    assertThat(hour.hourStart()).isEqualTo("2024-03-08T08:00:00");
    assertThat(hour.levels().leqDb()).isEqualByComparingTo("55.6");
    assertThat(hour.levels().lmaxDb()).isEqualByComparingTo("78.2");
    assertThat(hour.isPeakMeasured()).isTrue();
  }

  @Test
  void daysHaveSuffixesOfTheirOwn() {
    assertThat(data("2031", "2024-03-08T00:00", "Ld", "Ld-DayData=55.1").level("N1").ldDb())
        .isEqualByComparingTo("55.1");
    assertThat(data("2031", "2024-03-08T00:00", "Ln", "Ln-NightData=45.1").level("N1").lnDb())
        .isEqualByComparingTo("45.1");
    assertThat(data("2031", "2024-03-08T00:00", "Ldn", "Ldn-Data=56.1").level("N1").ldnDb())
        .isEqualByComparingTo("56.1");
    assertThat(data("2031", "2024-03-08T00:00", "L10", "L10-DayData=56.1").level("N1")).isNull();
  }

  @Test
  void momentaryLevelsMakeNoMean() {
    assertThat(packet("2011", "2024-03-08T08:00", "LA", "50.1", null, null, null).level("N1"))
        .isNull();
  }

  @Test
  void aFlagOtherThanNormalKeepsTheLevelOut() {
    assertThat(packet("2051", "2024-03-08T08:07", "Leq", null, "50.1", "N", null).level("N1"))
        .isNotNull();
    assertThat(packet("2051", "2024-03-08T08:07", "Leq", null, "50.1", "D", null).level("N1"))
        .isNull();
  }

  @Test
  void textAndCodesAreNoLevels() {
    assertThat(data("2061", "2024-03-08T08:00", "Leq", "Leq-Data=null").level("N1")).isNull();
    assertThat(data("2061", "2024-03-08T08:00", "Leq", "Leq-Data=999.9").level("N1")).isNull();
    assertThat(data("2061", "2024-03-08T08:00", "Leq", "RF=1").level("N1")).isNull();
  }

  @Test
  void windThatNobodyCanMeasureIsNoWind() {
    for (String sent : List.of("999999999", "9999", "-99", "120.1")) {
      LevelPacket wind = packet("2061", "2024-03-08T08:00", "a01007", null, sent, null, null);
      assertThat(HourWeather.windOf(List.of(wind))).as(sent).isEmpty();
    }
  }

  @Test
  void windOfAnHourIsItsMeanElseThatOfItsMinutes() {
    LevelPacket first = packet("2051", "2024-03-08T08:00", "a01007", null, "4", null, null);
    LevelPacket second = packet("2051", "2024-03-08T08:01", "a01007", null, "7", null, null);
    LocalDateTime eight = LocalDateTime.parse("2024-03-08T08:00");
    assertThat(HourWeather.windOf(List.of(first, second)).get(eight)).isEqualByComparingTo("5.5");
    LevelPacket hour = packet("2061", "2024-03-08T08:00", "a01007", null, "3", null, null);
    assertThat(HourWeather.windOf(List.of(first, second, hour)).get(eight))
        .isEqualByComparingTo("3");
  }
}
