package org.dawen.standard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The air quality index (空气质量指数): the largest index of its pollutants, HJ 633-2012 4.4 and 5.1, HJ
 * 633-2026 4.2, 4.3 and 5.3.
 */
public final class Aqi {

  /** Values without copying, in naming order. */
  static final List<AirPollutant> NAMING_ORDER = List.of(AirPollutant.values());

  private Aqi() {}

  /**
   * The index of a day by the items of the rule set: seven in HJ 633-2012, where the largest ozone
   * hour counts beside the largest 8-hour mean, six in HJ 633-2026. Concentrations are rounded by
   * GB/T 8170 first.
   */
  public static AqiReport daily(AirRuleSet rules, DayConcentrations day) {
    return daily(rules, day, rules.dailyItems().contains(AirItem.O3_1H));
  }

  /**
   * The index of a day without the ozone hour, as evaluations of months and years use it under HJ
   * 633-2012 too.
   */
  public static AqiReport dailySixItems(AirRuleSet rules, DayConcentrations day) {
    return daily(rules, day, false);
  }

  private static AqiReport daily(AirRuleSet rules, DayConcentrations day, boolean ozoneHour) {
    boolean rounds = rules.roundsDailyConcentrations();
    return report(
        rules,
        new PollutantIndices(
            index(rules, AirItem.PM2_5_24H, day.pm25UgM3(), rounds),
            index(rules, AirItem.PM10_24H, day.pm10UgM3(), rounds),
            index(rules, AirItem.SO2_24H, day.so2UgM3(), rounds),
            index(rules, AirItem.NO2_24H, day.no2UgM3(), rounds),
            index(rules, AirItem.CO_24H, day.coMgM3(), rounds),
            dailyOzone(rules, day, rounds, ozoneHour)));
  }

  private static Integer dailyOzone(
      AirRuleSet rules, DayConcentrations day, boolean rounds, boolean ozoneHour) {
    Integer of8Hours = index(rules, AirItem.O3_8H, day.o38hUgM3(), rounds);
    BigDecimal compared = rounds ? rounded(AirItem.O3_8H, day.o38hUgM3()) : day.o38hUgM3();
    boolean hourStandsIn = rules.insteadOf(AirItem.O3_8H, compared) == AirItem.O3_1H;
    return ozoneHour || hourStandsIn
        ? larger(of8Hours, index(rules, AirItem.O3_1H, day.o31hMaxUgM3(), rounds))
        : of8Hours;
  }

  /**
   * The index of an hour from six 1-hour values, PM10 and PM2.5 by the breakpoints of 24 hours.
   * Until 2026-02-28 concentrations count as received, which is the practice of the national
   * publication; afterwards they are rounded first, HJ 633-2026 4.2.3.
   */
  public static AqiReport hourly(AirRuleSet rules, HourConcentrations hour) {
    boolean rounds = rules.roundsHourlyConcentrations();
    return report(
        rules,
        new PollutantIndices(
            index(rules, AirItem.PM2_5_24H, hour.pm25UgM3(), rounds),
            index(rules, AirItem.PM10_24H, hour.pm10UgM3(), rounds),
            hourlySulphurDioxide(rules, hour, rounds),
            index(rules, AirItem.NO2_1H, hour.no2UgM3(), rounds),
            index(rules, AirItem.CO_1H, hour.coMgM3(), rounds),
            index(rules, AirItem.O3_1H, hour.o3UgM3(), rounds)));
  }

  private static Integer hourlySulphurDioxide(
      AirRuleSet rules, HourConcentrations hour, boolean rounds) {
    BigDecimal compared = rounds ? rounded(AirItem.SO2_1H, hour.so2UgM3()) : hour.so2UgM3();
    return rules.insteadOf(AirItem.SO2_1H, compared) == AirItem.SO2_24H
        ? index(rules, AirItem.SO2_24H, hour.so2Mean24hUgM3(), rounds)
        : index(rules, AirItem.SO2_1H, hour.so2UgM3(), rounds);
  }

  /** The report from indices that are already known. */
  public static AqiReport report(AirRuleSet rules, PollutantIndices indices) {
    Integer aqi = indices.largest();
    return new AqiReport(
        indices,
        aqi,
        primaryPollutants(rules, indices, aqi),
        aqi == null ? null : rules.classOf(aqi),
        rules.incompletePublishedAbove());
  }

  private static List<AirPollutant> primaryPollutants(
      AirRuleSet rules, PollutantIndices indices, Integer aqi) {
    if (aqi == null || aqi <= rules.primaryPollutantAbove()) {
      return List.of();
    }
    List<AirPollutant> primary = new ArrayList<>(1);
    for (AirPollutant pollutant : NAMING_ORDER) {
      if (aqi.equals(indices.of(pollutant))) {
        primary.add(pollutant);
      }
    }
    return List.copyOf(primary);
  }

  private static Integer index(
      AirRuleSet rules, AirItem item, BigDecimal concentration, boolean rounds) {
    return Iaqi.of(rules, item, rounds ? rounded(item, concentration) : concentration);
  }

  /** A negative mean stays without an index instead of being rounded to a clean 0. */
  private static BigDecimal rounded(AirItem item, BigDecimal concentration) {
    return concentration == null || concentration.signum() < 0
        ? null
        : Rounding.halfEven(concentration, item.decimals());
  }

  private static Integer larger(Integer a, Integer b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return Math.max(a, b);
  }
}
