package org.dawen.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dawen.lake.DaySet;
import org.junit.jupiter.api.Test;

/** Months, quarters and years of one area, without Spark. */
class AreaPeriodsTest {
  private static final Six<BigDecimal> CLEAN = AreaYear.values("8", "14", "0.6", "188", "38", "21");
  private static final Six<BigDecimal> NONE = AreaYear.values("", "", "", "", "", "");

  private static List<AreaMonth> rows(AreaYear year, DaySet months) {
    return new AreaMonths(RulesAsOf.DATA_DAY).of(year.days, year.lastOfKind, months);
  }

  private static AreaMonth row(AreaYear year, String month, PeriodKind kind) {
    return row(year, month, kind, Dust.INCLUDED);
  }

  private static AreaMonth row(AreaYear year, String month, PeriodKind kind, Dust dust) {
    return rows(year, DaySet.parse(month + "-01")).stream()
        .filter(r -> r.periodKind() == kind && r.dust() == dust)
        .findFirst()
        .orElseThrow();
  }

  /** A year of which the first {@code valid} days of each month have all six values. */
  private static AreaYear yearWith(int year, int... validDaysByMonth) {
    AreaYear area = new AreaYear();
    for (int m = 1; m <= validDaysByMonth.length; m++) {
      YearMonth month = YearMonth.of(year, m);
      for (int d = 1; d <= month.lengthOfMonth(); d++) {
        boolean isValid = d <= validDaysByMonth[m - 1];
        area.add(month.atDay(d), isValid ? CLEAN : NONE, isValid ? 60 : null);
      }
    }
    return area;
  }

  @Test
  void taianInAugust2023IsAsPublished() {
    AreaMonth month =
        row(yearWith(2023, 31, 28, 31, 30, 31, 30, 31, 31), "2023-08", PeriodKind.MONTH);
    assertThat(month.index().compositeIndex()).isEqualTo(new BigDecimal("2.95"));
    assertThat(month.index().mainPollutant()).isEqualTo("O3");
    assertThat(month.isValid()).isEqualTo(true);
  }

  @Test
  void aMonthNeedsTwentySevenDaysAndFebruaryTwentyFive() {
    AreaYear year = yearWith(2024, 27, 25, 26);
    assertThat(row(year, "2024-01", PeriodKind.MONTH).isValid()).isEqualTo(true);
    assertThat(row(year, "2024-02", PeriodKind.MONTH).isValid()).isEqualTo(true);
    AreaMonth march = row(year, "2024-03", PeriodKind.MONTH);
    assertThat(march.isValid()).isEqualTo(false);
    assertThat(march.notValidBecause()).startsWith("SO2 2024-03 26 of 27; NO2");
    assertThat(march.index().compositeIndex()).isNull();
    assertThat(march.index().indexToDate()).isNull();
    assertThat(march.figures().pm2_5MeanUgM3()).isEqualTo(new BigDecimal("21.0000000000"));
    assertThat(row(year, "2024-03", PeriodKind.QUARTER).isValid()).isEqualTo(false);
    assertThat(row(yearWith(2023, 27, 24), "2023-02", PeriodKind.MONTH).isValid()).isEqualTo(false);
  }

  @Test
  void anOpenMonthHasAnIndexToDateButIsNotValid() {
    AreaYear year = new AreaYear();
    for (int d = 1; d <= 10; d++) {
      year.add(LocalDate.of(2024, 3, d), CLEAN, 60);
    }
    year.lastOfKind.put(YearMonth.of(2024, 3), LocalDate.of(2024, 3, 10));
    AreaMonth month = row(year, "2024-03", PeriodKind.MONTH);
    assertThat(month.isValid()).isEqualTo(false);
    assertThat(month.index().compositeIndex()).isNull();
    assertThat(month.index().indexToDate()).isEqualTo(new BigDecimal("2.95"));
    assertThat(month.notValidBecause()).startsWith("open, data to 2024-03-10");
  }

  @Test
  void aYearNeedsThreeHundredAndTwentyFourDays() {
    // 12 months of 27 days, February 25: 322 days, each month valid, the year not.
    AreaYear tooFew = yearWith(2023, 27, 25, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27);
    assertThat(row(tooFew, "2023-12", PeriodKind.MONTH).isValid()).isEqualTo(true);
    AreaMonth invalid = row(tooFew, "2023-12", PeriodKind.YEAR);
    assertThat(invalid.isValid()).isEqualTo(false);
    assertThat(invalid.notValidBecause()).startsWith("SO2 2023 322 of 324");
    AreaYear enough = yearWith(2023, 29, 25, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27);
    assertThat(row(enough, "2023-12", PeriodKind.YEAR).isValid()).isEqualTo(true);
    assertThat(row(enough, "2023-11", PeriodKind.YEAR).isValid()).isEqualTo(true);
  }

  @Test
  void theLimitsChangeOnTheFirstOfMarch2026() {
    AreaYear year = yearWith(2026, 31, 28, 31);
    assertThat(row(year, "2026-02", PeriodKind.MONTH).index().compositeIndex())
        .isEqualTo(new BigDecimal("2.95"));
    assertThat(row(year, "2026-02", PeriodKind.MONTH).limitsOf()).isEqualTo("GB 3095-2012");
    assertThat(row(year, "2026-03", PeriodKind.MONTH).index().compositeIndex())
        .isEqualTo(new BigDecimal("3.14"));
    assertThat(row(year, "2026-03", PeriodKind.YEAR).limitsOf()).isEqualTo("GB 3095-2026");
    AreaYear later = yearWith(2031, 31);
    // 8/20 + 14/30 + 0.6/4 + 188/160 + 38/50 + 21/25 = 3.791666…
    assertThat(row(later, "2031-01", PeriodKind.MONTH).index().compositeIndex())
        .isEqualTo(new BigDecimal("3.79"));
  }

  @Test
  void aHalfBehindAMeanOfMeansIsStillAHalf() {
    // Three days of thirds: exactly 40.5 in all, which is published as 40; 41.5 as 42.
    AreaYear year = new AreaYear();
    String[] thirds = {"40.3333333333", "40.6666666667", "40.4999999999", "40.5000000001"};
    for (int d = 1; d <= 4; d++) {
      year.add(LocalDate.of(2024, 3, d), AreaYear.values("", "", "", "", "", thirds[d - 1]), null);
    }
    assertThat(row(year, "2024-03", PeriodKind.MONTH).published().pm2_5PublishedUgM3())
        .isEqualTo(new BigDecimal("40"));
  }

  @Test
  void percentilesAreLinearBetweenNeighbours() {
    AreaYear year = new AreaYear();
    for (int d = 1; d <= 31; d++) {
      year.add(
          LocalDate.of(2024, 3, d),
          AreaYear.values("", "", "0." + (d < 10 ? "0" + d : d), String.valueOf(32 - d), "", ""),
          null);
    }
    AreaMonth month = row(year, "2024-03", PeriodKind.MONTH);
    // k = 1 + 30 · 0.9 = 28; k = 1 + 30 · 0.95 = 29.5.
    assertThat(month.figures().o3_8hP90UgM3()).isEqualTo(new BigDecimal("28.0000000000"));
    assertThat(month.figures().coP95MgM3()).isEqualTo(new BigDecimal("0.2950000000"));
    assertThat(month.published().coP95PublishedMgM3()).isEqualTo(new BigDecimal("0.3"));
  }

  @Test
  void daysAreCountedByClassAndDaysWithoutIndexLeftOut() {
    AreaYear year = new AreaYear();
    Integer[] aqi = {50, 51, 100, 101, 151, 200, 201, 300, 301, null};
    for (int d = 0; d < aqi.length; d++) {
      year.add(LocalDate.of(2024, 3, d + 1), CLEAN, aqi[d]);
    }
    AreaMonth month = row(year, "2024-03", PeriodKind.MONTH);
    AreaMonth.ClassDays days = month.classDays();
    assertThat(
            List.of(
                days.excellentDays(),
                days.goodDays(),
                days.lightlyPollutedDays(),
                days.moderatelyPollutedDays(),
                days.heavilyPollutedDays(),
                days.severelyPollutedDays()))
        .containsExactly(1, 2, 1, 2, 2, 1);
    assertThat(month.classDays().heavyPollutionDays()).isEqualTo(3);
    assertThat(month.classDays().goodDayPercent()).isEqualTo(new BigDecimal("33.3333333333"));
    assertThat(month.classDays().goodDayPublishedPercent()).isEqualTo(new BigDecimal("33.3"));
  }

  @Test
  void withoutDustTheMonthStaysValidAndItsMeanLeavesTheDaysOut() {
    AreaYear year = yearWith(2024, 31, 29);
    for (int d = 1; d <= 31; d++) {
      LocalDate day = LocalDate.of(2024, 3, d);
      if (d <= 10) {
        Six<BigDecimal> values = AreaYear.values("8", "14", "0.6", "188", "500", "21");
        year.add(day, values, null, CLEAN.pm25(), 60);
      } else {
        year.add(day, CLEAN, 60);
      }
    }
    AreaMonth without = row(year, "2024-03", PeriodKind.MONTH, Dust.EXCLUDED);
    assertThat(without.validDays().pm10ValidDays()).isEqualTo(21);
    assertThat(without.figures().pm10MeanUgM3()).isEqualTo(new BigDecimal("38.0000000000"));
    assertThat(without.isValid()).isEqualTo(true);
    assertThat(without.index().compositeIndex()).isEqualTo(new BigDecimal("2.95"));
    // (10 · 500 + 21 · 38) / 31 = 187.03…
    assertThat(row(year, "2024-03", PeriodKind.MONTH).published().pm10PublishedUgM3())
        .isEqualTo(new BigDecimal("187"));
  }

  @Test
  void beforeTheFirstStandardThereAreMeansAndNoIndex() {
    AreaMonth month = row(yearWith(2010, 31), "2010-01", PeriodKind.MONTH);
    assertThat(month.figures().pm2_5MeanUgM3()).isEqualTo(new BigDecimal("21.0000000000"));
    assertThat(month.index().indexToDate()).isNull();
    assertThat(month.limitsOf()).isNull();
    assertThat(month.isValid()).isEqualTo(false);
  }

  /** A row of a month never depends on days after it: so a month may be computed at any time. */
  @Property(tries = 40)
  void laterDaysChangeNoEarlierMonth(
      @ForAll @IntRange(min = 1, max = 11) int month, @ForAll @IntRange(min = 1, max = 31) int n) {
    AreaYear whole = yearWith(2023, 31, 28, n, 30, n, 30, 31, n, 30, 31, 30, 31);
    AreaYear cut = new AreaYear();
    whole.days.stream()
        .filter(d -> d.dataDay().getMonthValue() <= month)
        .forEach(d -> cut.add(d.dataDay(), d.values().six(), d.aqiPublished()));
    List<AreaMonth> one = rows(cut, DaySet.of(LocalDate.of(2023, month, 1)));
    assertThat(one).hasSize(6);
    assertThat(rows(whole, DaySet.ALWAYS)).containsAll(one).hasSize(72);
  }
}
