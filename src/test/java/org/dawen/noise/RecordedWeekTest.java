package org.dawen.noise;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dawen.intake.ReceivedNoise;
import org.dawen.lake.TestRows;
import org.dawen.standard.NoiseZone;
import org.junit.jupiter.api.Test;

/** A week of minutes without gaps: every hour, day and night as worked out elsewhere. */
class RecordedWeekTest {
  private static final List<ReceivedNoise> MINUTES = minutes();
  private static final List<PointHour> HOURS = Noises.hours(MINUTES);

  private static List<ReceivedNoise> minutes() {
    List<ReceivedNoise> minutes = new ArrayList<>();
    for (Map<String, String> row : TestRows.csv("/noise/week_minutes.csv.gz")) {
      minutes.add(
          Noises.minute(
              LocalDateTime.parse(row.get("minute_mid")).withSecond(0),
              row.get("laeq_db"),
              Noises.from("noise/week.csv", minutes.size() + 2L)));
    }
    return minutes;
  }

  private static String four(BigDecimal level) {
    return level == null ? null : level.setScale(4, RoundingMode.HALF_EVEN).toPlainString();
  }

  @Test
  void everyHourIsAsWorkedOut() {
    List<Map<String, String>> expected = TestRows.csv("/noise/week_hours.csv");
    assertThat(expected).hasSize(168);
    assertThat(HOURS).hasSize(168);
    for (int i = 0; i < expected.size(); i++) {
      Map<String, String> row = expected.get(i);
      PointHour hour = HOURS.get(i);
      Levels l = hour.levels();
      assertThat(hour.hourStart()).isEqualTo(row.get("hour_start"));
      assertThat(hour.receivedMinutes()).isEqualTo(Integer.valueOf(row.get("minutes")));
      assertThat(List.of(l.leqDb(), l.l10Db(), l.l50Db(), l.l90Db(), l.lmaxDb(), l.lminDb()))
          .as("%s", hour.hourStart())
          .extracting(RecordedWeekTest::four)
          .containsExactly(
              row.get("leq"),
              row.get("l10"),
              row.get("l50"),
              row.get("l90"),
              row.get("lmax"),
              row.get("lmin"));
    }
  }

  @Test
  void everyDayIsAsWorkedOutWithBothNightsInEveryZone() {
    List<Map<String, String>> expected = TestRows.csv("/noise/week_days.csv");
    assertThat(expected).hasSize(14);
    for (NoiseZone zone : NoiseZone.values()) {
      List<PointDay> days =
          new PointDays(Noises.register(Noises.point(Noises.POINT, zone.toString(), null)))
              .of(Noises.POINT, HOURS, MINUTES);
      assertThat(days).hasSize(14);
      for (int i = 0; i < expected.size(); i++) {
        Map<String, String> row = expected.get(i);
        PointDay day = days.get(i);
        assertThat(
                List.of(
                    day.dataDay() + " " + day.nightConvention(),
                    day.dayHourCount() + " " + day.nightHourCount(),
                    four(day.ldDb()) + " " + four(day.lnDb()) + " " + four(day.ldnDb()),
                    whole(day.judgedLdDb()) + " " + whole(day.judgedLnDb()),
                    verdict(day.isDayCompliant()) + " " + verdict(day.isNightCompliant())))
            .containsExactly(
                row.get("data_day") + " " + row.get("night_convention"),
                row.get("day_hours") + " " + row.get("night_hours"),
                orNull(row, "ld_4") + " " + orNull(row, "ln_4") + " " + orNull(row, "ldn_4"),
                orNull(row, "ld_int") + " " + orNull(row, "ln_int"),
                orNull(row, "zone" + zone + "_day_ok")
                    + " "
                    + orNull(row, "zone" + zone + "_night_ok"));
      }
    }
  }

  private static String orNull(Map<String, String> row, String column) {
    String cell = row.get(column);
    return cell == null || cell.isEmpty() ? "null" : cell;
  }

  private static String whole(BigDecimal level) {
    return level == null ? "null" : level.toBigIntegerExact().toString();
  }

  private static String verdict(Boolean isCompliant) {
    return isCompliant == null ? "null" : isCompliant ? "1" : "0";
  }

  @Test
  void theOrderOfMinutesDoesNotMatter() {
    List<ReceivedNoise> shuffled = new ArrayList<>(MINUTES);
    Collections.shuffle(shuffled, new Random(7));
    assertThat(Noises.hours(shuffled)).isEqualTo(HOURS);
  }
}
