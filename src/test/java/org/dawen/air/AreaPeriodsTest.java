package org.dawen.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Months, quarters and years of one area, without Spark. */
class AreaPeriodsTest {
  private static final BigDecimal[] CLEAN = values("8", "14", "0.6", "188", "38", "21");

  static AreaYear emptyYear() {
    return new AreaYear(
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>());
  }

  /** Adds a day whose kind of area has days to the end of the month. */
  static void add(AreaYear year, LocalDate day, BigDecimal[] values, Integer aqi) {
    year.days().add(day);
    year.withDust().add(values);
    year.withoutDust().add(values);
    year.aqi().add(aqi);
    year.aqiWithoutDust().add(aqi);
    year.lastOfKind().add(YearMonth.from(day).atEndOfMonth());
  }

  static Set<LocalDate> monthsOf(int year) {
    Set<LocalDate> months = new HashSet<>();
    for (int m = 1; m <= 12; m++) {
      months.add(LocalDate.of(year, m, 1));
    }
    return months;
  }

  static List<Map<String, Object>> named(List<List<Object>> rows) {
    return rows.stream()
        .map(
            r -> {
              Map<String, Object> named = new LinkedHashMap<>();
              for (int i = 0; i < r.size(); i++) {
                named.put(AreaTables.PERIOD_FIELDS.get(i).name(), r.get(i));
              }
              assertThat(r).hasSize(AreaTables.PERIOD_FIELDS.size());
              return named;
            })
        .toList();
  }

  /** Six values in the order SO2, NO2, CO, O3, PM10, PM2.5; empty is null. */
  static BigDecimal[] values(String... texts) {
    BigDecimal[] values = new BigDecimal[texts.length];
    for (int i = 0; i < texts.length; i++) {
      values[i] = texts[i].isEmpty() ? null : new BigDecimal(texts[i]);
    }
    return values;
  }

  private static Map<String, Object> row(AreaYear year, String month, String kind) {
    return named(
            new AreaPeriods(Set.of(LocalDate.parse(month + "-01")), RulesAsOf.DATA_DAY).rows(year))
        .stream()
        .filter(r -> r.get("period_kind").equals(kind) && r.get("dust").equals("included"))
        .findFirst()
        .orElseThrow();
  }

  /** A year of which the first {@code valid} days of each month have all six values. */
  private static AreaYear yearWith(int year, int... validDaysByMonth) {
    AreaYear area = emptyYear();
    for (int m = 1; m <= validDaysByMonth.length; m++) {
      YearMonth month = YearMonth.of(year, m);
      for (int d = 1; d <= month.lengthOfMonth(); d++) {
        boolean isValid = d <= validDaysByMonth[m - 1];
        add(
            area,
            month.atDay(d),
            isValid ? CLEAN : values("", "", "", "", "", ""),
            isValid ? 60 : null);
      }
    }
    return area;
  }

  @Test
  void taianInAugust2023IsAsPublished() {
    Map<String, Object> month =
        row(yearWith(2023, 31, 28, 31, 30, 31, 30, 31, 31), "2023-08", "month");
    assertThat(month.get("composite_index")).isEqualTo(new BigDecimal("2.95"));
    assertThat(month.get("main_pollutant")).isEqualTo("O3");
    assertThat(month.get("is_valid")).isEqualTo(true);
  }

  @Test
  void aMonthNeedsTwentySevenDaysAndFebruaryTwentyFive() {
    AreaYear year = yearWith(2024, 27, 25, 26);
    assertThat(row(year, "2024-01", "month").get("is_valid")).isEqualTo(true);
    assertThat(row(year, "2024-02", "month").get("is_valid")).isEqualTo(true);
    Map<String, Object> march = row(year, "2024-03", "month");
    assertThat(march.get("is_valid")).isEqualTo(false);
    assertThat(march.get("not_valid_because").toString()).startsWith("SO2 2024-03 26 of 27; NO2");
    assertThat(march.get("composite_index")).isNull();
    assertThat(march.get("index_to_date")).isNull();
    assertThat(march.get("pm2_5_mean_ug_m3")).isEqualTo(new BigDecimal("21.0000000000"));
    assertThat(row(year, "2024-03", "quarter").get("is_valid")).isEqualTo(false);
    assertThat(row(yearWith(2023, 27, 24), "2023-02", "month").get("is_valid")).isEqualTo(false);
  }

  @Test
  void anOpenMonthHasAnIndexToDateButIsNotValid() {
    AreaYear year = emptyYear();
    for (int d = 1; d <= 10; d++) {
      add(year, LocalDate.of(2024, 3, d), CLEAN, 60);
      year.lastOfKind().set(d - 1, LocalDate.of(2024, 3, 10));
    }
    Map<String, Object> month = row(year, "2024-03", "month");
    assertThat(month.get("is_valid")).isEqualTo(false);
    assertThat(month.get("composite_index")).isNull();
    assertThat(month.get("index_to_date")).isEqualTo(new BigDecimal("2.95"));
    assertThat(month.get("not_valid_because").toString()).startsWith("open, data to 2024-03-10");
  }

  @Test
  void aYearNeedsThreeHundredAndTwentyFourDays() {
    // 12 months of 27 days, February 25: 322 days, each month valid, the year not.
    AreaYear tooFew = yearWith(2023, 27, 25, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27);
    assertThat(row(tooFew, "2023-12", "month").get("is_valid")).isEqualTo(true);
    Map<String, Object> invalid = row(tooFew, "2023-12", "year");
    assertThat(invalid.get("is_valid")).isEqualTo(false);
    assertThat(invalid.get("not_valid_because").toString()).startsWith("SO2 2023 322 of 324");
    AreaYear enough = yearWith(2023, 29, 25, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27);
    assertThat(row(enough, "2023-12", "year").get("is_valid")).isEqualTo(true);
    assertThat(row(enough, "2023-11", "year").get("is_valid")).isEqualTo(true);
  }

  @Test
  void theLimitsChangeOnTheFirstOfMarch2026() {
    AreaYear year = yearWith(2026, 31, 28, 31);
    assertThat(row(year, "2026-02", "month").get("composite_index"))
        .isEqualTo(new BigDecimal("2.95"));
    assertThat(row(year, "2026-02", "month").get("limits_of")).isEqualTo("GB 3095-2012");
    assertThat(row(year, "2026-03", "month").get("composite_index"))
        .isEqualTo(new BigDecimal("3.14"));
    assertThat(row(year, "2026-03", "year").get("limits_of")).isEqualTo("GB 3095-2026");
    AreaYear later = yearWith(2031, 31);
    // 8/20 + 14/30 + 0.6/4 + 188/160 + 38/50 + 21/25 = 3.791666…
    assertThat(row(later, "2031-01", "month").get("composite_index"))
        .isEqualTo(new BigDecimal("3.79"));
  }

  @Test
  void aHalfBehindAMeanOfMeansIsStillAHalf() {
    // Three days of thirds: exactly 40.5 in all, which is published as 40; 41.5 as 42.
    AreaYear year = emptyYear();
    String[] thirds = {"40.3333333333", "40.6666666667", "40.4999999999", "40.5000000001"};
    for (int d = 1; d <= 4; d++) {
      add(year, LocalDate.of(2024, 3, d), values("", "", "", "", "", thirds[d - 1]), null);
    }
    assertThat(row(year, "2024-03", "month").get("pm2_5_published_ug_m3"))
        .isEqualTo(new BigDecimal("40"));
  }

  @Test
  void percentilesAreLinearBetweenNeighbours() {
    AreaYear year = emptyYear();
    for (int d = 1; d <= 31; d++) {
      add(
          year,
          LocalDate.of(2024, 3, d),
          values("", "", "0." + (d < 10 ? "0" + d : d), String.valueOf(32 - d), "", ""),
          null);
    }
    Map<String, Object> month = row(year, "2024-03", "month");
    // k = 1 + 30 · 0.9 = 28; k = 1 + 30 · 0.95 = 29.5.
    assertThat(month.get("o3_8h_p90_ug_m3")).isEqualTo(new BigDecimal("28.0000000000"));
    assertThat(month.get("co_p95_mg_m3")).isEqualTo(new BigDecimal("0.2950000000"));
    assertThat(month.get("co_p95_published_mg_m3")).isEqualTo(new BigDecimal("0.3"));
  }

  @Test
  void daysAreCountedByClassAndDaysWithoutIndexLeftOut() {
    AreaYear year = emptyYear();
    Integer[] aqi = {50, 51, 100, 101, 151, 200, 201, 300, 301, null};
    for (int d = 0; d < aqi.length; d++) {
      add(year, LocalDate.of(2024, 3, d + 1), CLEAN, aqi[d]);
    }
    Map<String, Object> month = row(year, "2024-03", "month");
    assertThat(AreaTables.CLASS_DAYS.stream().map(c -> month.get(c.name())))
        .containsExactly(1, 2, 1, 2, 2, 1);
    assertThat(month.get("heavy_pollution_days")).isEqualTo(3);
    assertThat(month.get("good_day_percent")).isEqualTo(new BigDecimal("33.3333333333"));
    assertThat(month.get("good_day_published_percent")).isEqualTo(new BigDecimal("33.3"));
  }

  @Test
  void withoutDustTheMonthStaysValidAndItsMeanLeavesTheDaysOut() {
    AreaYear year = yearWith(2024, 31, 29, 31);
    for (int d = 60; d < 70; d++) {
      BigDecimal[] dusty = CLEAN.clone();
      dusty[4] = new BigDecimal("500");
      year.withDust().set(d, dusty);
      BigDecimal[] out = CLEAN.clone();
      out[4] = null;
      year.withoutDust().set(d, out);
    }
    List<Map<String, Object>> rows =
        named(new AreaPeriods(Set.of(LocalDate.of(2024, 3, 1)), RulesAsOf.DATA_DAY).rows(year));
    Map<String, Object> without =
        rows.stream()
            .filter(r -> r.get("period_kind").equals("month") && r.get("dust").equals("excluded"))
            .findFirst()
            .orElseThrow();
    assertThat(without.get("pm10_valid_days")).isEqualTo(21);
    assertThat(without.get("pm10_mean_ug_m3")).isEqualTo(new BigDecimal("38.0000000000"));
    assertThat(without.get("is_valid")).isEqualTo(true);
    assertThat(without.get("composite_index")).isEqualTo(new BigDecimal("2.95"));
    // (10 · 500 + 21 · 38) / 31 = 187.03…
    assertThat(row(year, "2024-03", "month").get("pm10_published_ug_m3"))
        .isEqualTo(new BigDecimal("187"));
  }

  @Test
  void beforeTheFirstStandardThereAreMeansAndNoIndex() {
    Map<String, Object> month = row(yearWith(2010, 31), "2010-01", "month");
    assertThat(month.get("pm2_5_mean_ug_m3")).isEqualTo(new BigDecimal("21.0000000000"));
    assertThat(month.get("index_to_date")).isNull();
    assertThat(month.get("limits_of")).isNull();
    assertThat(month.get("is_valid")).isEqualTo(false);
  }

  /** A row of a month never depends on days after it: so a month may be computed at any time. */
  @Property(tries = 40)
  void laterDaysChangeNoEarlierMonth(
      @ForAll @IntRange(min = 1, max = 11) int month, @ForAll @IntRange(min = 1, max = 31) int n) {
    AreaYear whole = yearWith(2023, 31, 28, n, 30, n, 30, 31, n, 30, 31, 30, 31);
    AreaYear cut = emptyYear();
    for (int d = 0; d < whole.days().size(); d++) {
      if (whole.days().get(d).getMonthValue() <= month) {
        add(cut, whole.days().get(d), whole.withDust().get(d), whole.aqi().get(d));
      }
    }
    AreaPeriods one = new AreaPeriods(Set.of(LocalDate.of(2023, month, 1)), RulesAsOf.DATA_DAY);
    AreaPeriods all = new AreaPeriods(monthsOf(2023), RulesAsOf.DATA_DAY);
    assertThat(all.rows(whole)).containsAll(one.rows(cut)).hasSize(72);
  }
}
