package org.dawen.air;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dawen.standard.AirLimit;
import org.dawen.standard.AirPollutant;
import org.dawen.standard.AirValidity;
import org.dawen.standard.AveragingPeriod;

/**
 * What the statistics of a station's day must fulfil, by the rules in force on one day; null: the
 * rules name no requirement, so the figure is never valid.
 *
 * @param minimumHours hours with a value a daily mean needs, GB 3095 table 4
 * @param ozoneHours hours the largest ozone hour needs
 * @param ozoneWindows valid 8-hour windows the largest ozone mean needs
 * @param firstWindowEnd label of the last hour of the day's first window
 * @param lastWindowEnd label of the last hour of the day's last window
 * @param windowHours hours with a value a window needs
 * @param ozoneLimit grade-2 limit of the 8-hour mean, GB 3095 table 1, µg/m³
 * @param shareOfStations least share of an area's stations with a value, HJ 663
 */
record DayRequirements(
    Six<Integer> minimumHours,
    Integer ozoneHours,
    Integer ozoneWindows,
    Integer firstWindowEnd,
    Integer lastWindowEnd,
    Integer windowHours,
    BigDecimal ozoneLimit,
    BigDecimal shareOfStations) {
  private static final Map<LocalDate, DayRequirements> KNOWN = new ConcurrentHashMap<>();

  /** Those in force on a day. */
  static DayRequirements on(LocalDate rulesDay) {
    return KNOWN.computeIfAbsent(rulesDay, DayRequirements::read);
  }

  private static DayRequirements read(LocalDate day) {
    return new DayRequirements(
        Six.of(item -> whole(item, "day", "minimum_hours", day)),
        whole(AirPollutant.O3, "day_max_1h", "minimum_hours", day),
        whole(AirPollutant.O3, "day_max_8h", "minimum_windows", day),
        whole(AirPollutant.O3, "day_max_8h", "first_window_end_hour", day),
        whole(AirPollutant.O3, "day_max_8h", "last_window_end_hour", day),
        whole(AirPollutant.O3, "mean_8h", "minimum_hours", day),
        AirLimit.find(AirPollutant.O3.name(), AveragingPeriod.DAY_MAX_8H, 2, day)
            .map(AirLimit::limitValue)
            .orElse(null),
        value(AirPollutant.PM2_5, "area_day", "minimum_share_of_stations", day));
  }

  private static Integer whole(
      AirPollutant item, String statistic, String requirement, LocalDate day) {
    BigDecimal value = value(item, statistic, requirement, day);
    return value == null ? null : value.intValueExact();
  }

  private static BigDecimal value(
      AirPollutant item, String statistic, String requirement, LocalDate day) {
    return AirValidity.find(item, statistic, requirement, day).map(AirValidity::value).orElse(null);
  }
}
