package org.dawen.noise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dawen.intake.ReceivedNoise;
import org.dawen.intake.ReceivedWeather;
import org.dawen.noise.NoiseExceedance.Kind;
import org.dawen.registry.County;
import org.dawen.registry.NoisePoint;
import org.dawen.registry.Period;
import org.dawen.standard.NoiseRule.NightConvention;
import org.dawen.standard.NoiseZone;
import org.junit.jupiter.api.Test;

/** Days, exceedances and months from hours. */
class PointDaysTest {
  private static final LocalDateTime MIDNIGHT = LocalDateTime.parse("2024-03-08T00:00");
  private static final LocalDate DATE = MIDNIGHT.toLocalDate();

  private static List<ReceivedNoise> hours(int from, int to, String level, String lmax) {
    return new ArrayList<>(
        IntStream.range(from, to)
            .mapToObj(h -> Noises.hour(MIDNIGHT.plusHours(h), level, lmax, null))
            .toList());
  }

  private static List<ReceivedNoise> wholeDay(String day, String night) {
    List<ReceivedNoise> hours = hours(0, 6, night, null);
    hours.addAll(hours(6, 22, day, null));
    hours.addAll(hours(22, 24, night, null));
    return hours;
  }

  private static List<PointDay> days(List<ReceivedNoise> values, ReceivedWeather... weather) {
    return new PointDays(Noises.register(Noises.point(Noises.POINT, "2", null)))
        .of(Noises.POINT, Noises.hours(values, weather), values);
  }

  private static PointDay judging(List<PointDay> days) {
    return days.stream()
        .filter(d -> d.isJudging() && d.dataDay().equals(DATE))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aLevelOnTheLimitComplies() {
    PointDay day = judging(days(wholeDay("60", "50")));
    assertThat(day.isDayCompliant()).isTrue();
    assertThat(day.isNightCompliant()).isTrue();
    assertThat(day.isProvisional()).isTrue();
  }

  @Test
  void aHalfIsRoundedToTheEvenDecibelBeforeItIsJudged() {
    assertThat(judging(days(wholeDay("60.5", "50.51"))).isDayCompliant()).isTrue();
    assertThat(judging(days(wholeDay("60.5", "50.51"))).isNightCompliant()).isFalse();
  }

  @Test
  void hoursOfRainAreLeftOutOfTheDay() {
    List<ReceivedNoise> values = wholeDay("55", "45");
    values.removeIf(v -> v.startsAt().getHour() == 12);
    values.add(Noises.hour(MIDNIGHT.plusHours(12), "99", null, null));
    PointDay day =
        judging(days(values, Noises.weather(Noises.POINT, MIDNIGHT.plusHours(12), "2", "3.5")));
    assertThat(day.ldDb()).isEqualByComparingTo("55");
    assertThat(day.dayHourCount()).isEqualTo(15);
    assertThat(day.excludedHourCount()).isEqualTo(1);
    assertThat(day.receivedHourCount()).isEqualTo(24);
  }

  @Test
  void tooFewHoursGiveNoLevel() {
    List<ReceivedNoise> values = hours(6, 17, "55", null);
    PointDay day = judging(days(values));
    assertThat(day.dayHourCount()).isEqualTo(11);
    assertThat(day.ldDb()).isNull();
    assertThat(day.isDayCompliant()).isNull();
    assertThat(judging(days(hours(6, 18, "55", null))).ldDb()).isEqualByComparingTo("55");
  }

  @Test
  void theNightOfTheOtherConventionEndsNextMorning() {
    List<ReceivedNoise> values = wholeDay("55", "45");
    values.addAll(hours(24, 30, "49", null));
    PointDay next =
        days(values).stream()
            .filter(d -> d.dataDay().equals(DATE))
            .filter(d -> d.nightConvention() == NightConvention.NEXT_MORNING)
            .findFirst()
            .orElseThrow();
    assertThat(next.nightHourCount()).isEqualTo(8);
    assertThat(next.lnDb())
        .isBetween(new java.math.BigDecimal("48"), new java.math.BigDecimal("49"));
    assertThat(next.isJudging()).isFalse();
  }

  @Test
  void aDaySentIsTakenWhereNoHourWasReceived() {
    ReceivedNoise sent = Noises.sentDay(MIDNIGHT, "61", "49", "62");
    PointDay day = judging(days(List.of(sent)));
    assertThat(day.isSent()).isTrue();
    assertThat(day.isDayCompliant()).isFalse();
    assertThat(day.fileId()).isEqualTo("noise/days.csv");
    List<ReceivedNoise> both = wholeDay("55", "45");
    both.add(sent);
    assertThat(judging(days(both)).ldDb()).isEqualByComparingTo("55");
  }

  @Test
  void aPointThatNobodyRegisteredIsNotJudged() {
    List<ReceivedNoise> values = wholeDay("90", "90");
    List<PointDay> days =
        new PointDays(Noises.register()).of(Noises.POINT, Noises.hours(values), values);
    assertThat(judging(days).isRegistered()).isFalse();
    assertThat(judging(days).isDayCompliant()).isNull();
    assertThat(NoiseExceedances.of(days, Noises.hours(values))).isEmpty();
  }

  private static List<NoiseExceedance> exceedances(List<ReceivedNoise> values) {
    return NoiseExceedances.of(days(values), Noises.hours(values));
  }

  @Test
  void anExceedanceNamesItsLoudestHour() {
    List<ReceivedNoise> values = wholeDay("60", "40");
    values.removeIf(v -> v.startsAt().getHour() == 9);
    values.add(Noises.hour(MIDNIGHT.plusHours(9), "75", null, null));
    assertThat(exceedances(values))
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.levelKind()).isEqualTo(Kind.DAY);
              assertThat(e.loudestHourStart()).isEqualTo(MIDNIGHT.plusHours(9));
              assertThat(e.overDb()).isEqualByComparingTo(e.judgedDb().subtract(e.limitDb()));
              assertThat(e.recordNo()).isEqualTo(11);
            });
  }

  @Test
  void aSuddenNoiseAtNightMayExceedTheLimitByFifteen() {
    List<ReceivedNoise> values = wholeDay("55", "45");
    values.removeIf(v -> v.startsAt().getHour() == 2);
    values.add(Noises.hour(MIDNIGHT.plusHours(2), "46", "65", null));
    assertThat(exceedances(values)).isEmpty();
    values.removeIf(v -> v.startsAt().getHour() == 2);
    values.add(Noises.hour(MIDNIGHT.plusHours(2), "46", "66", null));
    assertThat(exceedances(values))
        .extracting(e -> e.levelKind() + " " + e.judgedDb() + " over " + e.limitDb())
        .containsExactly("night_peak 66 over 65");
  }

  @Test
  void aMonthCountsPointTimesAndWhatItDidNotReceive() {
    List<ReceivedNoise> values = wholeDay("61", "45");
    List<PointDay> days = days(values).stream().filter(PointDay::isJudging).toList();
    NoisePoint one = Noises.point(Noises.POINT, "2", null);
    NoisePoint silent = Noises.point("N2", "2", null);
    County county = new County("370902", "区", "370900", "市", false, new Period(null, null), "r", 2);
    ZoneMonths.Rows rows =
        new ZoneMonths(List.of(one, silent), List.of(county))
            .of(LocalDate.parse("2024-03-01"), days);
    assertThat(rows.points())
        .extracting(
            p ->
                "%s %d of %d, %s"
                    .formatted(
                        p.pointCode(), p.receivedHourCount(), p.dueHourCount(), p.capturePercent()))
        .containsExactly("N1 24 of 192, 12.5", "N2 0 of 192, 0.0");
    assertThat(rows.zones())
        .extracting(
            z ->
                "%s %s %s: %d of %d points, %s %s"
                    .formatted(
                        z.areaKind(),
                        z.areaCode(),
                        z.zone(),
                        z.reportingPointCount(),
                        z.registeredPointCount(),
                        z.compliance().dayRatePercent(),
                        z.compliance().nightRatePercent()))
        .containsExactly(
            "county 370902 2: 1 of 2 points, 0.0 100.0",
            "county 370902 all: 1 of 2 points, 0.0 100.0",
            "city 370900 2: 1 of 2 points, 0.0 100.0",
            "city 370900 all: 1 of 2 points, 0.0 100.0");
  }

  private static String said(ZoneMonth z) {
    return "%s %s %s: %d of %d points, %d of %d h, %d days"
        .formatted(
            z.areaKind(),
            z.areaCode(),
            z.zone(),
            z.reportingPointCount(),
            z.registeredPointCount(),
            z.receivedHourCount(),
            z.dueHourCount(),
            z.compliance().dayJudgedCount());
  }

  @Test
  void aPointCountsInItsZoneOnTheDaysOnWhichItIsRegistered() {
    Period early = new Period(null, DATE.minusDays(1));
    Period late = new Period(DATE, DATE);
    List<NoisePoint> points =
        List.of(Noises.point("N1", "2", "370902", early), Noises.point("N1", "3", "370911", late));
    List<ReceivedNoise> values = new ArrayList<>();
    for (int date = -1; date <= 1; date++) {
      for (ReceivedNoise hour : wholeDay("61", "45")) {
        LocalDateTime start = hour.startsAt().plusDays(date);
        values.add(Noises.hour(start, hour.leqDb().toPlainString(), null, null));
      }
    }
    List<PointDay> days =
        new PointDays(new PointRegister(points))
            .of(Noises.POINT, Noises.hours(values), values).stream()
                .filter(PointDay::isJudging)
                .toList();
    ZoneMonths.Rows rows =
        new ZoneMonths(points, List.of()).of(LocalDate.parse("2024-03-01"), days);
    assertThat(rows.points())
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.zone()).isEqualTo(NoiseZone.ZONE_3);
              assertThat(p.dueHourCount()).isEqualTo(8 * 24);
              assertThat(p.receivedHourCount()).isEqualTo(2 * 24);
              assertThat(p.compliance().dayJudgedCount()).isEqualTo(2);
            });
    assertThat(rows.zones())
        .extracting(PointDaysTest::said)
        .containsExactly(
            "county 370902 2: 1 of 1 points, 24 of 168 h, 1 days",
            "county 370902 all: 1 of 1 points, 24 of 168 h, 1 days",
            "county 370911 3: 1 of 1 points, 24 of 24 h, 1 days",
            "county 370911 all: 1 of 1 points, 24 of 24 h, 1 days");
  }

  @Test
  void daysBeforeTheStandardHaveLevelsAndNoLimit() {
    LocalDateTime old = LocalDateTime.parse("2001-02-03T00:00");
    List<ReceivedNoise> values =
        IntStream.range(0, 24)
            .mapToObj(h -> Noises.hour(old.plusHours(h), "70", "99", null))
            .toList();
    List<PointDay> days = days(values);
    assertThat(days).hasSize(2).allSatisfy(d -> assertThat(d.ldDb()).isEqualByComparingTo("70"));
    assertThat(days).allSatisfy(d -> assertThat(d.isDayCompliant()).isNull());
    assertThat(NoiseExceedances.of(days, Noises.hours(values))).isEmpty();
  }

  @Test
  void hoursAndDaysWithoutALevelWereNotReceived() {
    List<ReceivedNoise> values = hours(0, 12, "50", null);
    values.addAll(hours(12, 24, null, "70"));
    values.add(Noises.sentDay(MIDNIGHT.plusDays(1), "55", null, null));
    values.add(Noises.sentDay(MIDNIGHT.plusDays(2), null, null, null));
    List<PointDay> days = days(values).stream().filter(PointDay::isJudging).toList();
    assertThat(days).extracting(PointDay::receivedHourCount).containsExactly(12, 0, 0);
    assertThat(
            new ZoneMonths(List.of(Noises.point(Noises.POINT, "2", null)), List.of())
                .of(LocalDate.parse("2024-03-01"), days)
                .points())
        .extracting(PointMonth::receivedHourCount)
        .containsExactly(12 + 16);
  }

  @Test
  void everyZoneHasLimits() {
    for (NoiseZone zone : NoiseZone.values()) {
      assertThat(org.dawen.standard.NoiseLimit.inForce(zone, DATE)).as("%s", zone).isNotNull();
    }
  }
}
