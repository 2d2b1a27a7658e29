package org.dawen.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dawen.air.HeadroomDay.GoalState;
import org.dawen.air.Standings.Standing;
import org.dawen.lake.DaySet;
import org.dawen.registry.Period;
import org.dawen.registry.Target;
import org.dawen.standard.AirPollutant;
import org.dawen.standard.Rounding;
import org.junit.jupiter.api.Test;

/** What the days left may cost, by hand. */
class HeadroomTest {
  private static final BigDecimal FORTY = new BigDecimal("40");

  private static Headroom.Progress progress(int days, String sum, int left) {
    return new Headroom.Progress(days, new BigDecimal(sum), left);
  }

  @Test
  void theMeanOfTheDaysLeftIsWhatIsMissingFromTheSum() {
    // 100 days of 50 are 5000; 365 · 40 = 14600; (14600 − 5000) / 265 = 36.2264…
    assertThat(Headroom.remainingMean(FORTY, progress(100, "5000", 265)))
        .isEqualTo(new BigDecimal("36.2264150943"));
  }

  @Test
  void onTheFirstDayOfTheYearTheRestMustMakeUpForOneDay() {
    // (365 · 40 − 120) / 364 = 39.7802…
    assertThat(Headroom.remainingMean(FORTY, progress(1, "120", 364)))
        .isEqualTo(new BigDecimal("39.7802197802"));
    assertThat(Headroom.remainingMean(FORTY, progress(0, "0", 364))).isEqualByComparingTo("40");
  }

  @Test
  void onTheLastDayNothingIsLeftAndThePublishedFigureDecides() {
    assertThat(Headroom.remainingMean(FORTY, progress(365, "14700", 0))).isNull();
    assertThat(Headroom.stateAtEnd(AirPollutant.PM2_5, FORTY, new BigDecimal("40.5")))
        .isEqualTo(GoalState.REACHED);
    assertThat(Headroom.stateAtEnd(AirPollutant.PM2_5, FORTY, new BigDecimal("40.5000001")))
        .isEqualTo(GoalState.MISSED);
    assertThat(Headroom.stateAtEnd(AirPollutant.PM2_5, FORTY, null)).isEqualTo(GoalState.NO_DATA);
  }

  @Test
  void theBoundOfRoundingIsIncludedForEvenFiguresOnly() {
    assertThat(Headroom.roundingBound(AirPollutant.PM2_5, FORTY)).isEqualByComparingTo("40.5");
    assertThat(Headroom.isBoundIncluded(AirPollutant.PM2_5, FORTY)).isTrue();
    assertThat(Headroom.isBoundIncluded(AirPollutant.PM2_5, new BigDecimal("35"))).isFalse();
    assertThat(Headroom.roundingBound(AirPollutant.CO, new BigDecimal("1.2")))
        .isEqualByComparingTo("1.25");
    assertThat(Headroom.isBoundIncluded(AirPollutant.CO, new BigDecimal("1.2"))).isTrue();
    assertThat(Headroom.publishedGoal(AirPollutant.PM2_5, new BigDecimal("38.5")))
        .isEqualByComparingTo("38");
  }

  @Test
  void whatNotEvenCleanDaysReachIsOutOfReach() {
    BigDecimal remaining = Headroom.remainingMean(FORTY, progress(300, "15000", 65));
    // 365 · 40 = 14600 < 15000
    assertThat(remaining).isNegative();
    assertThat(Headroom.state(AirPollutant.PM2_5, FORTY, new BigDecimal("50"), remaining))
        .isEqualTo(GoalState.OUT_OF_REACH);
  }

  @Test
  void aPercentileLeavesAsManyDaysAboveAsLieBehindItsPosition() {
    BigDecimal p90 = new BigDecimal("0.90");
    // 365 days: position 1 + 364 · 0.9 = 328.6, so the 329th value must comply: 36 may not.
    assertThat(Headroom.daysAboveLeft(100, 265, p90, 10)).isEqualTo(26);
    assertThat(Headroom.daysAboveLeft(365, 0, p90, 37)).isEqualTo(-1);
    // 31 days: position 28 exactly, three may lie above.
    assertThat(Headroom.daysAboveLeft(0, 31, p90, 0)).isEqualTo(3);
  }

  @Test
  void anItemMustFallByTheDistanceTimesItsLimit() {
    // 4.35 to 4.30 in PM2.5 of limit 35: 0.05 · 35 = 1.75, or 1.575 as 4.305 is published as 4.30.
    assertThat(
            Headroom.publishedForIndex(
                AirPollutant.PM2_5,
                new BigDecimal("45"),
                new BigDecimal("4.35"),
                new BigDecimal("4.30"),
                new BigDecimal("35")))
        .isEqualByComparingTo("43");
  }

  @Test
  void aShareOfGoodDaysLeavesAsManyOthersAsItsPublishedFigureBears() {
    // 366 days at 66.5 %: 243 are 66.3934 %, published 66.4; 244 are 66.6667 %. So 122 may be
    // other.
    assertThat(Headroom.otherDaysLeft(0, 0, 366, new BigDecimal("66.5"))).isEqualTo(122);
    // 100 days with 40 good, 266 left: 60 are gone of the 122.
    assertThat(Headroom.otherDaysLeft(100, 40, 266, new BigDecimal("66.5"))).isEqualTo(62);
    // 40 days, 26 good, one left: 27 of 41 are 65.85 %, a day too few.
    assertThat(Headroom.otherDaysLeft(40, 26, 1, new BigDecimal("66.5"))).isEqualTo(-1);
    // 1 of 16 is 6.25 %, published 6.2.
    assertThat(Headroom.otherDaysLeft(16, 1, 0, new BigDecimal("6.2"))).isZero();
    assertThat(Headroom.otherDaysLeft(16, 1, 0, new BigDecimal("6.3"))).isEqualTo(-1);
    assertThat(Headroom.otherDaysLeft(0, 0, 0, new BigDecimal("66.5"))).isZero();
    assertThat(Headroom.publishedGoodDays(new BigDecimal("66.51"))).isEqualByComparingTo("66.6");
  }

  @Property(tries = 200)
  void daysOfTheMeanAllowedReachTheTargetAndALittleMoreMissesIt(
      @ForAll @IntRange(min = 0, max = 364) int n,
      @ForAll @IntRange(min = 0, max = 200) int meanSoFar,
      @ForAll @IntRange(min = 1, max = 99) int target) {
    int left = 365 - n;
    BigDecimal sum = BigDecimal.valueOf((long) n * meanSoFar);
    BigDecimal goal = BigDecimal.valueOf(target);
    BigDecimal allowed = Headroom.remainingMean(goal, new Headroom.Progress(n, sum, left));
    BigDecimal total = sum.add(allowed.multiply(BigDecimal.valueOf(left)));
    BigDecimal most = goal.multiply(BigDecimal.valueOf(365));
    assertThat(total).isLessThanOrEqualTo(most);
    assertThat(total.add(BigDecimal.valueOf(left).movePointLeft(10))).isGreaterThan(most);
  }

  @Property(tries = 200)
  void thePublishedFigureForARankIsTheLargestThatReachesIt(
      @ForAll @IntRange(min = 1, max = 120) int published,
      @ForAll @IntRange(min = 100, max = 900) int indexCents,
      @ForAll @IntRange(min = 1, max = 50) int behindCents) {
    BigDecimal perIndex = new BigDecimal("35");
    BigDecimal index = BigDecimal.valueOf(indexCents, 2).add(new BigDecimal("0.0012"));
    BigDecimal goal = BigDecimal.valueOf(indexCents - behindCents, 2);
    BigDecimal figure =
        Headroom.publishedForIndex(
            AirPollutant.PM2_5, BigDecimal.valueOf(published), index, goal, perIndex);
    assertThat(indexWith(figure, published, index)).isLessThanOrEqualTo(goal);
    assertThat(indexWith(figure.add(BigDecimal.ONE), published, index)).isGreaterThan(goal);
  }

  private static BigDecimal indexWith(BigDecimal figure, int published, BigDecimal index) {
    BigDecimal fallen =
        BigDecimal.valueOf(published)
            .subtract(figure)
            .divide(new BigDecimal("35"), 20, java.math.RoundingMode.HALF_UP);
    return Rounding.halfEvenOfMeans(index.subtract(fallen), 2);
  }

  @Test
  void aDayCountsInMonthQuarterAndYearAndOnlyWhileItsTargetHolds() {
    AreaYear year = new AreaYear();
    for (int d = 1; d <= 3; d++) {
      year.add(
          LocalDate.of(2024, 5, d),
          AreaYear.values("10", "20", "1", "100", "60", String.valueOf(30 + d)),
          80);
    }
    Period validity = new Period(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 5, 2));
    List<Target> targets =
        List.of(new Target("C1", "PM2.5", "year", FORTY, null, validity, "t.csv", 2));
    List<Standing> standings =
        new Standings(RulesAsOf.DATA_DAY)
            .of(year.days, targets, DaySet.parse("2024-05-02..2024-05-03")).stream()
                .filter(s -> !s.items().isEmpty())
                .toList();
    // With and without dust; the target no longer holds on 3 May.
    assertThat(standings).hasSize(2);
    assertThat(standings.get(0).kind()).isEqualTo(PeriodKind.YEAR);
    assertThat(standings.get(0).dust()).isEqualTo(Dust.INCLUDED);
    assertThat(standings.get(0).day()).isEqualTo(LocalDate.of(2024, 5, 2));
    assertThat(standings.get(0).daysLeft()).isEqualTo(243);
    assertThat(standings.get(0).items()).hasSize(1);
    Standing.OfTarget item = standings.get(0).items().get(0);
    assertThat(item.validDays()).isEqualTo(2);
    assertThat(item.sum()).isEqualTo(new BigDecimal("63"));
    assertThat(item.figure()).isEqualTo(new BigDecimal("31.5000000000"));
    assertThat(item.figureBefore()).isEqualTo(new BigDecimal("31.0000000000"));
  }
}
