package org.dawen.air;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dawen.standard.AirPollutant;
import org.dawen.standard.AirRuleSet;
import org.dawen.standard.AirValidity;
import org.dawen.standard.Mean;

/**
 * Whether a month, a quarter or a year to date has the days it needs, and whether it can still get
 * them: each month 27 valid days of every item, February 25 (HJ 663), a whole year 324 days besides
 * (GB 3095 table 4). The days taken out for dust do not make a period invalid.
 *
 * @param isValid over, and every item has its days
 * @param canBeValid valid, or open with few enough invalid days so far
 * @param because items and months with too few days, at most six, as in {@code PM10 2024-03 26 of
 *     27}; null if valid
 */
record PeriodValidity(boolean isValid, boolean canBeValid, String because) {
  private static final int MOST_NAMED = 6;
  static final PeriodValidity NO_RULES = new PeriodValidity(false, false, "no rules were in force");

  /**
   * Judges a period from its first month to the month of the row.
   *
   * @param from first month of the period
   * @param to month the row tells about
   * @param lastDay last day there are data of, within {@code to}
   * @param rulesDay day whose rules judge
   * @param isYear whether the year's 324 days count
   * @param validDays valid days of each item by month of the period
   */
  static PeriodValidity of(
      YearMonth from,
      YearMonth to,
      LocalDate lastDay,
      LocalDate rulesDay,
      boolean isYear,
      Map<YearMonth, Six<Mean>> validDays) {
    if (AirRuleSet.inForce(rulesDay) == null) {
      return NO_RULES;
    }
    boolean isOver = lastDay.equals(to.atEndOfMonth());
    boolean canBeValid = true;
    List<String> because = new ArrayList<>();
    for (AirPollutant pollutant : Six.ITEMS) {
      int total = 0;
      for (YearMonth m = from; !m.isAfter(to); m = m.plusMonths(1)) {
        int valid = validDays.containsKey(m) ? validDays.get(m).of(pollutant).count() : 0;
        int needed = minimumDays(pollutant, m, rulesDay);
        boolean isOpen = m.equals(to) && !isOver;
        int elapsed = isOpen ? lastDay.getDayOfMonth() : m.lengthOfMonth();
        total += valid;
        if (elapsed - valid > m.lengthOfMonth() - needed) {
          canBeValid = false;
        }
        if (valid < needed) {
          because.add("%s %s %d of %d".formatted(pollutant.label(), m, valid, needed));
        }
      }
      if (isYear) {
        int needed =
            AirValidity.inForce(AirPollutant.PM2_5, "year", "minimum_days", rulesDay)
                .value()
                .intValueExact();
        if (lastDay.getDayOfYear() - total > lastDay.lengthOfYear() - needed) {
          canBeValid = false;
        }
        if (isOver && to.getMonthValue() == 12 && total < needed) {
          because.add("%s %d %d of %d".formatted(pollutant.label(), to.getYear(), total, needed));
        }
      }
    }
    if (!isOver) {
      because.add(0, "open, data to " + lastDay);
    }
    return new PeriodValidity(
        because.isEmpty(),
        canBeValid,
        because.isEmpty()
            ? null
            : String.join("; ", because.subList(0, Math.min(MOST_NAMED, because.size())))
                + (because.size() > MOST_NAMED ? "; …" : ""));
  }

  /** Valid days a month needs: 27, February 25. */
  static int minimumDays(AirPollutant pollutant, YearMonth month, LocalDate rulesDay) {
    String requirement = month.getMonthValue() == 2 ? "minimum_days_in_february" : "minimum_days";
    return AirValidity.inForce(pollutant, "month", requirement, rulesDay).value().intValueExact();
  }
}
