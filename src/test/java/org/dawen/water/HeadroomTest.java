package org.dawen.water;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.dawen.standard.WaterItem;
import org.dawen.water.HeadroomMonth.GoalState;
import org.dawen.water.HeadroomMonth.Span;
import org.junit.jupiter.api.Test;

class HeadroomTest {
  private static List<HeadroomMonth> headroom(
      String target, LocalDate lastDay, WaterValue... values) {
    SectionRegister register = WaterSamples.register(WaterSamples.section("S1", "river", target));
    return Headrooms.of(WaterSamples.provinceMonths(register, List.of(values)), lastDay);
  }

  private static HeadroomMonth month(List<HeadroomMonth> rows) {
    return rows.stream().filter(r -> r.span() == Span.MONTH).findFirst().orElseThrow();
  }

  @Test
  void aMonthThatIsOverIsReachedOrMissed() {
    LocalDate april = LocalDate.of(2024, 4, 2);
    WaterValue good = WaterSamples.automatic("S1", "2024-03-30T04:00", WaterItem.TP, "0.2");
    WaterValue bad = WaterSamples.automatic("S1", "2024-03-30T04:00", WaterItem.TP, "0.21");
    assertThat(month(headroom("Ⅲ", april, good)).goalState()).isEqualTo(GoalState.REACHED);
    assertThat(month(headroom("Ⅲ", april, bad)).goalState()).isEqualTo(GoalState.MISSED);
    assertThat(month(headroom("Ⅲ", april, good)).leftCount()).isZero();
    assertThat(month(headroom("Ⅲ", april, good)).lastDay()).isEqualTo("2024-03-31");
  }

  @Test
  void aSampleByHandLeavesNothingOpen() {
    HeadroomMonth row =
        month(
            headroom(
                "Ⅱ",
                LocalDate.of(2024, 3, 5),
                WaterSamples.manual("S1", "2024-03-05T10:00", WaterItem.TP, "0.15")));
    assertThat(row.leftCount()).isZero();
    assertThat(row.goalState()).isEqualTo(GoalState.MISSED);
  }

  @Test
  void decemberLeavesNothingOfTheYear() {
    List<HeadroomMonth> rows =
        headroom(
            "Ⅲ",
            LocalDate.of(2024, 12, 31),
            WaterSamples.automatic("S1", "2024-12-31T04:00", WaterItem.TP, "0.1"));
    assertThat(rows).hasSize(2).allMatch(r -> r.goalState() == GoalState.REACHED);
  }

  @Test
  void totalNitrogenAndASectionWithoutTargetHaveNone() {
    LocalDate day = LocalDate.of(2024, 3, 5);
    assertThat(
            headroom(
                "Ⅲ", day, WaterSamples.automatic("S1", "2024-03-05T04:00", WaterItem.TN, "20")))
        .isEmpty();
    assertThat(
            headroom(
                null, day, WaterSamples.automatic("S1", "2024-03-05T04:00", WaterItem.TP, "0.1")))
        .isEmpty();
  }

  /** Ten days of pH 9.5 have too few ions for any rest but a sour one. */
  @Test
  void theUpperLimitOfAcidityIsReckonedInIons() {
    WaterValue[] values = new WaterValue[10];
    for (int day = 1; day <= 10; day++) {
      values[day - 1] =
          WaterSamples.automatic("S1", "2024-03-%02dT04:00".formatted(day), WaterItem.PH, "9.5");
    }
    HeadroomMonth row = month(headroom("Ⅲ", LocalDate.of(2024, 3, 10), values));
    // (31 · 10^−9 − 10 · 10^−9.5)/21 = 1.3256 · 10^−9: pH 8.8775 at most
    assertThat(row.remainingMostValue())
        .isBetween(new BigDecimal("8.8775"), new BigDecimal("8.8777"));
    assertThat(row.goalState()).isEqualTo(GoalState.OPEN);
  }

  /** The rest may have exactly what headroom says, and not a little more. */
  @Test
  void theRestAtTheHeadroomKeepsTheTargetAndALittleMoreDoesNot() {
    WaterValue[] soFar = new WaterValue[30];
    for (int day = 1; day <= 30; day++) {
      soFar[day - 1] =
          WaterSamples.automatic("S1", "2024-03-%02dT04:00".formatted(day), WaterItem.CODMN, "5.9");
    }
    HeadroomMonth row = month(headroom("Ⅲ", LocalDate.of(2024, 3, 30), soFar));
    assertThat(row.remainingMostValue()).isEqualByComparingTo("9");
    assertThat(atEnd(soFar, "9")).isEqualTo(GoalState.REACHED);
    // (30 · 5.9 + 12)/31 = 6.097, which is rounded to 6.1
    assertThat(atEnd(soFar, "12")).isEqualTo(GoalState.MISSED);
  }

  private static GoalState atEnd(WaterValue[] soFar, String lastValue) {
    WaterValue[] all = Arrays.copyOf(soFar, soFar.length + 1);
    all[soFar.length] =
        WaterSamples.automatic("S1", "2024-03-31T04:00", WaterItem.CODMN, lastValue);
    return month(headroom("Ⅲ", LocalDate.of(2024, 3, 31), all)).goalState();
  }
}
