package org.dawen.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DecimalType;
import org.dawen.lake.Table;
import org.dawen.registry.PlanEntry;
import org.dawen.registry.PlanTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every course and comparator by hand. 2024 has 366 days; by 31 March 91 of them are gone, by 1
 * July 183, which is half.
 */
class TargetProgressTest {
  private static Progress by(String day, String target, PlanEntry... entries) {
    PlanTarget number = Plans.target(target);
    return new TargetProgress(number, null, Figures.ofEntries(List.of(entries)), Plans.RULES)
        .by(LocalDate.parse(day));
  }

  private static String said(Progress p) {
    return p.state() + " " + p.stateReason();
  }

  private static PlanEntry told(String day, String value) {
    return Plans.entry("T1", day, value);
  }

  @ParameterizedTest
  @CsvSource({
    // 50 * 366 / 183 = 100, which is enough; 49 * 2 = 98 is not
    ">=, 50, on_the_way by_rate, 100",
    ">=, 49, at_risk by_rate, 98",
    ">=, 100, met reached,",
    // more than 100, not 100
    ">, 50, at_risk by_rate, 100",
    ">, 51, on_the_way by_rate, 102",
    ">, 100, on_the_way by_rate, 200",
    ">, 101, met reached,",
    // exactly 100: what adds up cannot come back
    "=, 50, on_the_way by_rate, 100",
    "=, 100, met reached,",
    "=, 101, at_risk passed,",
    // about 100 lies between 90 and 110
    "≈, 45, on_the_way by_rate, 90",
    "≈, 44, at_risk by_rate, 88",
    "≈, 90, met reached,",
    "≈, 110, met reached,",
    "≈, 111, at_risk passed,"
  })
  void whatAddsUpIsCarriedOnAtTodaysRate(
      String comparator, String value, String state, BigDecimal projected) {
    Progress p = by("2024-07-01", "comparator=" + comparator, told("2024-07-01", value));
    assertThat(said(p)).isEqualTo(state);
    if (projected == null) {
      assertThat(p.projectedValue()).isNull();
    } else {
      assertThat(p.projectedValue()).isEqualByComparingTo(projected);
    }
  }

  @ParameterizedTest
  @CsvSource({
    // 7 + (3.5 - 7) * 366 / 183 = 0
    "3.5, on_the_way by_rate, 3.5, 50.00",
    // 7 + (4 - 7) * 2 = 1
    "4, at_risk by_rate, 4, 42.86",
    "8, at_risk by_rate, 8, -14.29",
    "0, met reached, 0, 100.00"
  })
  void aStockIsWorkedOffFromItsStartValue(
      String value, String state, BigDecimal needed, BigDecimal reached) {
    Progress p =
        by(
            "2024-07-01",
            "course=falls comparator== target_value=0 start_value=7",
            told("2024-07-01", value));
    assertThat(said(p)).isEqualTo(state);
    assertThat(p.neededValue()).isEqualByComparingTo(needed);
    assertThat(p.reachedPercent()).isEqualTo(reached);
  }

  /** From 1836 of 1843 letters: the rate is that of the seven. */
  @Test
  void aStartValueIsNoWorkOfThisYear() {
    String letters = "comparator== target_value=1843 start_value=1836";
    assertThat(said(by("2024-07-01", letters, told("2024-07-01", "1839"))))
        .isEqualTo("at_risk by_rate"); // 1836 + 3 * 2 = 1842
    assertThat(said(by("2024-07-01", letters, told("2024-07-01", "1840"))))
        .isEqualTo("on_the_way by_rate"); // 1836 + 4 * 2 = 1844
  }

  @ParameterizedTest
  @CsvSource({
    "<=, 4, 2, on_the_way by_rate", // 2 * 2 = 4
    "<=, 4, 3, at_risk by_rate", // 6
    "<=, 4, 4, at_risk by_rate",
    "<=, 4, 5, missed passed", // days of heavy pollution do not go away
    "<, 4, 2, at_risk by_rate",
    "=, 0, 0, on_the_way by_rate",
    "=, 0, 1, missed passed"
  })
  void whatMayNotPassTheNumberIsLostOnceItDoes(
      String comparator, String number, String value, String state) {
    String target = "course=limit comparator=%s target_value=%s".formatted(comparator, number);
    assertThat(said(by("2024-07-01", target, told("2024-07-01", value)))).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-07-01, 40, on_the_way by_value_now, 0",
    "2024-07-01, 40.4, on_the_way by_value_now, 0", // published as 40
    "2024-07-01, 40.5, on_the_way by_value_now, 0", // half to even
    "2024-07-01, 40.6, at_risk by_value_now, 0.6",
    "2024-12-31, 40.5, met due, 0",
    "2024-12-31, 41, missed due, 1"
  })
  void aLevelIsComparedAsItStandsAndRoundedFirst(
      String day, String value, String state, BigDecimal needed) {
    Progress p = by(day, "course=level comparator=<= target_value=40 decimals=0", told(day, value));
    assertThat(said(p)).isEqualTo(state);
    assertThat(p.neededValue()).isEqualByComparingTo(needed);
    assertThat(p.reachedPercent()).isNull();
  }

  @Test
  void aRangeHasTwoEnds() {
    String bodies = "comparator=between target_value=2 target_max_value=3";
    assertThat(
            Stream.of("0", "1", "2", "3", "4")
                .map(v -> said(by("2024-07-01", bodies, told("2024-07-01", v)))))
        .containsExactly(
            "at_risk by_rate",
            "on_the_way by_rate",
            "met reached",
            "met reached",
            "at_risk passed");
  }

  @Test
  void whatHasToHoldEveryDayIsJudgedAnewEachDay() {
    PlanEntry[] water = {told("2024-03-01", "0"), told("2024-03-15", "1"), told("2024-03-20", "0")};
    String target = "course=every_day comparator== target_value=0";
    assertThat(
            Stream.of("2024-02-29", "2024-03-14", "2024-03-15", "2024-03-19", "2024-03-20")
                .map(day -> said(by(day, target, water))))
        .containsExactly(
            "no_report nothing_reported",
            "met by_value_now",
            "missed by_value_now",
            "missed by_value_now",
            "met by_value_now");
  }

  @Test
  void aRateJudgesOnceATenthOfTheTimeIsGone() {
    assertThat(said(by("2024-02-05", "", told("2024-02-05", "0")))) // 36 of 366 days: 9.84 %
        .isEqualTo("on_the_way too_early_for_a_rate");
    assertThat(said(by("2024-02-06", "", told("2024-02-06", "0")))) // 37: 10.11 %
        .isEqualTo("at_risk by_rate");
  }

  /** 30 by 31 March carry on to 30 * 366 / 91 = 120.66, whenever one asks. */
  @Test
  void anEntryTellsTheRateUpToItsOwnDay() {
    Progress p = by("2024-06-30", "", told("2024-03-31", "30"));
    assertThat(said(p)).isEqualTo("on_the_way by_rate");
    assertThat(p.projectedValue()).isEqualByComparingTo("120.6593406593");
    assertThat(p.timeGonePercent()).isEqualByComparingTo("49.73");
  }

  @Test
  void anEntryOlderThanAQuarterIsNoReportUnlessTheNumberIsReached() {
    assertThat(said(by("2024-07-11", "", told("2024-03-31", "30")))).startsWith("on_the_way");
    assertThat(said(by("2024-07-12", "", told("2024-03-31", "30"))))
        .isEqualTo("no_report report_too_old");
    assertThat(said(by("2024-07-12", "", told("2024-03-31", "100")))).isEqualTo("met reached");
  }

  /** A rank of March says nothing of December, nor does a clean river; work done stays done. */
  @ParameterizedTest
  @CsvSource({
    "course=level comparator=<=, 90, 2024-12-31, no_report report_too_old",
    "course=level comparator=<=, 110, 2024-12-31, no_report report_too_old",
    "course=every_day comparator=<=, 90, 2024-07-11, met by_value_now",
    "course=every_day comparator=<=, 90, 2024-07-12, no_report report_too_old",
    "course=every_day comparator=<=, 110, 2024-07-12, no_report report_too_old",
    "course=limit comparator=<=, 20, 2024-12-31, no_report report_too_old",
    "course=limit comparator=<=, 110, 2024-12-31, missed due",
    "course=rises comparator=>=, 100, 2024-12-31, met due",
    "course=rises comparator=>=, 30, 2024-12-31, missed due"
  })
  void anOldEntryJudgesOnlyWhatCannotHaveChangedSince(
      String target, String value, String day, String state) {
    assertThat(said(by(day, target, told("2024-03-31", value)))).isEqualTo(state);
  }

  /** 20.1 * 366 / 183 = 40.2, which counts as 40. */
  @Test
  void aProjectionIsRoundedAsTheValueIs() {
    String most = "course=limit comparator=<= target_value=40";
    assertThat(said(by("2024-07-01", most + " decimals=0", told("2024-07-01", "20.1"))))
        .isEqualTo("on_the_way by_rate");
    assertThat(said(by("2024-07-01", most, told("2024-07-01", "20.1"))))
        .isEqualTo("at_risk by_rate");
  }

  /** The largest entry over the smallest number of the registry has a place in the table. */
  @Test
  void theShareOfATinyNumberFitsItsColumn() {
    Progress p = by("2024-07-01", "target_value=0.0001", told("2024-07-01", "99999999999999.9999"));
    DecimalType type = (DecimalType) Table.of(ProgressDay.class).column("reached_percent").type();
    assertThat(p.reachedPercent()).isEqualTo("99999999999999999900.00");
    assertThat(p.reachedPercent().precision()).isLessThanOrEqualTo(type.precision());
  }

  @Test
  void onTheDueDayItIsMetOrMissedAndLateWorkDoesNotMakeItMet() {
    String june = "due_day=2024-06-30";
    assertThat(said(by("2024-06-30", june, told("2024-06-29", "99")))).isEqualTo("missed due");
    assertThat(said(by("2024-06-30", june, told("2024-06-30", "100")))).isEqualTo("met due");
    PlanEntry[] late = {told("2024-06-29", "99"), told("2024-07-02", "100")};
    assertThat(said(by("2024-07-01", june, late))).isEqualTo("missed due");
    Progress after = by("2024-07-02", june, late);
    assertThat(said(after)).isEqualTo("missed reached_late");
    assertThat(after.soFarValue()).isEqualByComparingTo("100");
    assertThat(after.timeGonePercent()).isEqualByComparingTo("100");
  }

  @Test
  void aNumberThatIsNotInThePlanIsNotJudged() {
    Progress p = by("2024-07-01", "target_value=", told("2024-07-01", "12"));
    assertThat(said(p)).isEqualTo("no_number number_missing");
    assertThat(p.soFarValue()).isEqualByComparingTo("12");
    assertThat(p.neededValue()).isNull();
    assertThat(p.proof().documentNo()).isEqualTo("D1");
  }

  @Test
  void softWordsLoosenNothingButWhatTheSettingsSay() {
    PlanTarget machines = Plans.target("strength=basically target_value=1147");
    PlanRules ninetyFive = new PlanRules(BigDecimal.TEN, new BigDecimal("95"), BigDecimal.TEN, 102);
    BigDecimal value = new BigDecimal("1090"); // 1147 * 0.95 = 1089.65
    assertThat(Goal.of(machines, Plans.RULES).isReachedBy(value)).isFalse();
    assertThat(Goal.of(machines, ninetyFive).isReachedBy(value)).isTrue();
    assertThat(Goal.of(machines, ninetyFive).reachedPercent(value)).isEqualTo("95.03");
    assertThat(
            Goal.of(Plans.target("strength=strive"), ninetyFive).isReachedBy(new BigDecimal("99")))
        .isFalse();
  }

  @Test
  void eachQuarterHasToReachTheNumberByItself() {
    String files = "judged_each=quarter target_value=15";
    PlanEntry first = told("2024-03-28", "15");
    assertThat(said(by("2024-03-31", files, first))).isEqualTo("on_the_way periods_reached");
    Progress may = by("2024-05-15", files, first);
    assertThat(said(may)).isEqualTo("on_the_way periods_reached");
    assertThat(may.soFarValue()).as("the last quarter told").isEqualByComparingTo("15");
    assertThat(may.periodStart()).isEqualTo("2024-01-01");
    // 45 of 91 days gone: 6 * 91 / 45 = 12.13
    assertThat(said(by("2024-05-15", files, first, told("2024-05-15", "6"))))
        .isEqualTo("at_risk by_rate");
    assertThat(said(by("2024-06-30", files, first))).isEqualTo("no_report a_period_without_report");
    Progress failed = by("2024-07-01", files, first, told("2024-06-30", "14"));
    assertThat(said(failed)).isEqualTo("missed a_period_failed");
    assertThat(failed.failedPeriodCount()).isOne();
    PlanEntry[] all = {
      first, told("2024-06-30", "15"), told("2024-09-30", "16"), told("2024-12-31", "15")
    };
    assertThat(said(by("2024-12-31", files, all))).isEqualTo("met due");
    assertThat(said(by("2024-12-30", files, all))).isEqualTo("on_the_way periods_reached");
  }

  @Test
  void eachMonthIsJudgedWhenItIsOver() {
    String share = "judged_each=month course=level target_value=40";
    PlanEntry[] told = {told("2024-01-31", "45"), told("2024-02-29", "39.9")};
    assertThat(said(by("2024-01-31", share, told))).isEqualTo("on_the_way periods_reached");
    assertThat(said(by("2024-02-29", share, told))).isEqualTo("missed a_period_failed");
    Progress february = by("2024-02-10", share, told[0], told("2024-02-10", "30"));
    assertThat(said(february)).isEqualTo("at_risk by_value_now");
    assertThat(february.timeGonePercent()).isEqualByComparingTo("34.48"); // 10 of 29 days
  }

  /** 103 days after 31 January an entry of that day is old, but January has been judged by it. */
  @Test
  void aMonthThatIsOverStaysJudgedByItsEntry() {
    String share = "judged_each=month course=level target_value=40 due_day=2024-01-31";
    assertThat(said(by("2024-12-31", share, told("2024-01-31", "45")))).isEqualTo("met due");
    assertThat(said(by("2024-12-31", share, told("2024-01-31", "39"))))
        .isEqualTo("missed a_period_failed");
  }
}
